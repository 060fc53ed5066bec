import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDocument } from "#db/factories/make-document";
import { makeGroup } from "#db/factories/make-group";
import { document } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { placeDocument, readDocument, readPlaceForm, readTree, trashDocument } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { makeWorld, type World } from "../test/writing-world";
import type { TreeText } from "./read-tree.server";

const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
/** Titles are single letters; "a" is the world's own text. */
let texts: Record<"a" | "b" | "c" | "d", string>;
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const put = async (who: Who | null, text: string, parent: string, after?: string) => placeDocument.withFacts(await as(who), { document: text, parent, ...(after === undefined ? {} : { after }) });
const drawn = (list: TreeText[]): string => list.map(({ title, children }) => (children.length > 0 ? `${title}(${drawn(children)})` : title)).join(" ");
const seen = async (who: Who | null = "reader") => drawn((await readTree(await as(who), world.groupId)).texts);

beforeEach(async () => {
  world = await makeWorld(house);
  const { db } = home.database;
  const at = (minutes: number) => new Date(house.now().getTime() + minutes * 60_000);
  await db.update(document).set({ title: "a", createdAt: at(0) }).where(eq(document.id, world.document.id));
  const make = async (title: string, minutes: number) => (await makeDocument(db, { groupId: world.groupId, spaceId: world.spaceId, authorActor: world.writer.actorId, title, createdAt: at(minutes) })).id;
  texts = { a: world.document.id, b: await make("b", 1), c: await make("c", 2), d: await make("d", 3) };
});

it("keeps the place that somebody gave a text, says so once, and shows it on the page of the text", async () => {
  expect(await seen()).toBe("a b c d");
  const { facts } = await put("other", texts.c, texts.a);
  expect(facts.map(({ type, stream, objectId, data }) => [type, stream, objectId, data])).toEqual([["document.placed", groupStream(world.groupId), texts.c, {}]]);
  expect((await put("other", texts.c, texts.a)).facts).toEqual([]);
  await put("writer", texts.d, texts.a, "");
  expect(await seen()).toBe("a(d c) b");
  const page = await readDocument(await as("reader"), texts.a);
  expect([page.around.above, page.around.beneath.map(({ title }) => title)]).toEqual([null, ["d", "c"]]);
  expect((await readDocument(await as("reader"), texts.c)).around).toEqual({ above: { title: "a", href: `/teksten/${texts.a}` }, beneath: [] });
});

it("offers the places that there are, and none that would be refused", async () => {
  await put("writer", texts.b, texts.a);
  await put("writer", texts.c, texts.b);
  const form = await readPlaceForm(await as("writer"), texts.b);
  expect([form.under.map(({ title, level }) => [title, level]), form.parent, form.may.move]).toEqual([[["d", 1]], texts.a, false]);
  expect(form.steps).toEqual({ up: null, down: null, out: { parent: null, after: texts.a } });
  const last = await readPlaceForm(await as("facilitator"), texts.d);
  expect([last.under.map(({ title, level }) => [title, level]), last.may.move]).toEqual([[["a", 1], ["b", 2], ["c", 3]], true]);
});

describe("is refused", () => {
  it("to who may not write there, and for what is not there", async () => {
    const refused = (["reader", "stranger", null] as const).map((who) => codeOf(put(who, texts.b, texts.a)));
    expect(await Promise.all(refused)).toEqual(["forbidden", "join_group", "sign_in"]);
    expect([await codeOf(put("writer", randomUUID(), texts.a)), await codeOf(put("writer", texts.b, randomUUID()))]).toEqual(["not_found", "not_found"]);
    expect([await codeOf(put("writer", "b", texts.a)), await codeOf(put("writer", texts.b, texts.a, "boven"))]).toEqual(["invalid_input", "invalid_input"]);
    expect(await codeOf(readPlaceForm(await as("reader"), texts.b))).toBe("forbidden");
    expect([await codeOf(readTree(await as("stranger"), world.groupId)), await codeOf(readTree(await as(null), world.groupId))]).toEqual(["join_group", "sign_in"]);
  });

  it("beneath itself, beneath a text of another group, and behind one that went", async () => {
    await put("writer", texts.b, texts.a);
    expect([await codeOf(put("writer", texts.a, texts.b)), await codeOf(put("writer", texts.a, texts.a))]).toEqual(["under_itself", "under_itself"]);
    const elsewhere = await makeGroup(home.database.db, { spaceId: world.spaceId });
    const theirs = await makeDocument(home.database.db, { groupId: elsewhere.id, spaceId: world.spaceId });
    expect(await codeOf(put("writer", texts.b, theirs.id))).toBe("not_found");
    expect(await codeOf(put("writer", texts.c, texts.a, texts.d))).toBe("stale");
    expect(await seen()).toBe("a(b) c d");
  });
});

it("two who put two texts beneath one another at once make no ring", async () => {
  const codes = await Promise.all([codeOf(put("writer", texts.a, texts.b)), codeOf(put("other", texts.b, texts.a))]);
  expect(codes.sort()).toEqual(["ok", "under_itself"]);
  expect(["a(b) c d", "b(a) c d"]).toContain(await seen());
});

it("many who rearrange at once lose no text and number none twice", async () => {
  const all = Object.values(texts);
  const tries = all.flatMap((text, turn) => all.map((parent, index) => codeOf(put((turn + index) % 2 ? "writer" : "other", text, parent, index % 2 ? "" : "last"))));
  const codes = new Set(await Promise.all(tries));
  codes.delete("ok");
  expect([...codes].filter((code) => code !== "under_itself")).toEqual([]);
  expect((await seen()).replace(/[() ]/g, "").split("").sort().join("")).toBe("abcd");
  const rows = await home.database.db.select({ parentId: document.parentId, position: document.position }).from(document).where(eq(document.groupId, world.groupId));
  const places = rows.filter(({ position }) => position !== null).map(({ parentId, position }) => `${parentId} ${position}`);
  expect(new Set(places).size).toBe(places.length);
});

it("a text in the trash leaves those beneath it in its place, and is among them again when it is put back", async () => {
  await put("writer", texts.b, texts.a);
  await put("writer", texts.c, texts.a);
  await trashDocument(await as("writer"), { document: texts.a });
  expect(await seen()).toBe("b c d");
  expect(await codeOf(put("writer", texts.a, ""))).toBe("in_trash");
  expect(await codeOf(put("writer", texts.d, texts.a))).toBe("not_found");
  expect((await readDocument(await as("reader"), texts.b)).around.above).toBeNull();
  await home.database.db.update(document).set({ trashedAt: null }).where(eq(document.id, texts.a));
  expect(await seen()).toBe("a(b c) d");
});
