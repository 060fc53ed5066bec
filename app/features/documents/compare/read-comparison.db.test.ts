import { beforeEach, expect, it } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { nameRevision, pushUpdate, readComparison, readVersions } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
const as = (who: "writer" | "reader" | "stranger") => ctxFor(house, world[who].id);

beforeEach(async () => {
  world = await makeWorld(house);
});

async function write(words: string): Promise<void> {
  const ctx = await as("writer");
  await pushUpdate(ctx, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type(words)));
}
const keep = async (name: string) => nameRevision(await as("writer"), { document: world.document.id, name });
const idOf = async (name: string) => (await readVersions(await as("reader"), world.document.id, null)).versions.find((one) => one.name === name)!.id;
const compared = async (from: string, to: string | null) => {
  const page = await readComparison(await as("reader"), world.document.id, { from: await idOf(from), to: to && (await idOf(to)) });
  return [page.from.name, page.to?.name ?? null, page.comparison.blocks.map(({ pieces }) => pieces.map(({ text, change }) => (change === "added" ? `+${text.trim()}+` : text.trim())).join(" "))];
};

it("lays two versions side by side, the older first whatever was asked, or one beside the text of now", async () => {
  await keep("eerst");
  await write(" Dan dit.");
  await keep("later");
  await write(" En nu dat.");
  expect(await compared("eerst", "later")).toEqual(["eerst", "later", ["Zo begint het. +Dan dit.+"]]);
  expect(await compared("later", "eerst")).toEqual(["eerst", "later", ["Zo begint het. +Dan dit.+"]]);
  // What was typed a moment ago counts, folded or not.
  expect(await compared("later", null)).toEqual(["later", null, ["Zo begint het. Dan dit. +En nu dat.+"]]);
  expect(await compared("later", "later")).toEqual(["later", "later", ["Zo begint het. Dan dit."]]);
});

it("shows nothing to who may not read the text, and knows no versions of another one", async () => {
  await keep("eerst");
  const from = await idOf("eerst");
  await expect(readComparison(await as("stranger"), world.document.id, { from, to: null })).rejects.toMatchObject({ code: "join_group" });
  await expect(readComparison(await ctxFor(house, null), world.document.id, { from, to: null })).rejects.toMatchObject({ code: "sign_in" });
  const elsewhere = await makeWorld(house);
  const ctx = await ctxFor(house, elsewhere.writer.id);
  await expect(readComparison(ctx, elsewhere.document.id, { from, to: null })).rejects.toMatchObject({ code: "not_found" });
  await expect(readComparison(await as("reader"), world.document.id, { from, to: crypto.randomUUID() })).rejects.toMatchObject({ code: "not_found" });
});
