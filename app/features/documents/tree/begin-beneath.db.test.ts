import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { makeDocument } from "#db/factories/make-document";
import { makeGroup } from "#db/factories/make-group";
import { document } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { limits } from "~/platform/limits";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { createDocument, placeDocument, readCreateForm, readDocument, readTree } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { makeWorld, type World } from "../test/writing-world";
import type { TreeText } from "./read-tree.server";

const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
type Who = "writer" | "reader" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const drawn = (list: TreeText[]): string => list.map(({ title, children }) => (children.length > 0 ? `${title}(${drawn(children)})` : title)).join(" ");
const seen = async () => drawn((await readTree(await as("reader"), world.groupId)).texts);
const begin = async (title: string, parent: string, id: string = randomUUID()) => (await createDocument(await as("writer"), { id, groupId: world.groupId, title, parent })).id;

beforeEach(async () => {
  world = await makeWorld(house);
  await home.database.db.update(document).set({ title: "top" }).where(eq(document.id, world.document.id));
});

it("begins a text beneath another one, behind those that stand there, and once when it is sent again", async () => {
  const first = await begin("een", world.document.id);
  await begin("twee", world.document.id);
  expect(await begin("een", world.document.id, first)).toBe(first);
  await begin("drie", first);
  expect(await seen()).toBe("top(een(drie) twee)");
  // Sent again, it goes back to no place that somebody took it away from.
  await placeDocument(await as("writer"), { document: first, parent: "" });
  await begin("een", world.document.id, first);
  expect(await seen()).toBe("top(twee) een(drie)");
  const id = randomUUID();
  await Promise.all([begin("vier", first, id), begin("vier", first, id)]);
  expect(await seen()).toBe("top(twee) een(drie vier)");
});

it("begins none beneath a text of another group, in the trash, or where no more fit", async () => {
  const group = await makeGroup(home.database.db, { visibility: "public" });
  const elsewhere = await makeDocument(home.database.db, { groupId: group.id, spaceId: group.spaceId, authorActor: world.writer.actorId });
  expect(await codeOf(begin("weg", elsewhere.id))).toBe("not_found");
  expect(await codeOf(begin("weg", randomUUID()))).toBe("not_found");
  expect(await codeOf(begin("weg", "geen id"))).toBe("invalid_input");
  let parent = world.document.id;
  for (let level = 2; level <= limits.documentTreeLevels; level += 1) parent = await begin(`niveau ${level}`, parent);
  expect(await codeOf(begin("te diep", parent))).toBe("too_deep");
  await home.database.db.update(document).set({ trashedAt: house.now() }).where(eq(document.id, parent));
  expect(await codeOf(begin("in de prullenbak", parent))).toBe("not_found");
  expect(await seen()).not.toContain("te diep");
});

it("offers the form to who may write there alone, with the text that it comes beneath", async () => {
  expect(await readCreateForm(await as("writer"), { under: world.document.id })).toMatchObject({ under: { id: world.document.id, title: "top" }, groups: [{ id: world.groupId }] });
  expect(await codeOf(readCreateForm(await as("stranger"), { under: world.document.id }))).toBe("join_group");
  expect(await codeOf(readCreateForm(await as(null), { under: world.document.id }))).toBe("sign_in");
  expect(await codeOf(readCreateForm(await as("reader"), { under: world.document.id }))).toBe("forbidden");
  const id = await begin("een", world.document.id);
  expect((await readDocument(await as("reader"), id)).around.above).toMatchObject({ title: "top" });
});
