import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { makeDocument } from "#db/factories/make-document";
import { makeGroup } from "#db/factories/make-group";
import { document, documentLink } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { foldDocuments, importDocument, pushUpdate, readBacklinks } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let clock: Date;
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const minutes = (many: number) => house.setNow((clock = new Date(clock.getTime() + many * 60_000)));
const seen = async (id: string, who: Who | null = "reader") => (await readBacklinks(await as(who), id)).texts.map(({ title }) => title);

beforeEach(async () => {
  clock = new Date("2030-03-01T09:00:00Z");
  house.setNow(clock);
  world = await makeWorld(house);
});

const address = (id: string) => `https://leerhoek.example/teksten/${id}`;
async function edit(documentId: string, change: (text: Y.XmlText) => void): Promise<void> {
  const ctx = await as("facilitator");
  const editor = await Editor.open(ctx, documentId);
  await pushUpdate(ctx, pushOf({ id: documentId }, editor.make(() => change(editor.text))));
  minutes(5);
  await foldDocuments(house);
}
const other = (title: string, groupId = world.groupId) => makeDocument(home.database.db, { groupId, spaceId: world.spaceId, authorActor: world.writer.actorId, title });

it("follows what a text says as it is folded: a link comes, and goes when it is taken out", async () => {
  const target = await other("Het doel");
  expect(await seen(target.id)).toEqual([]);
  await edit(world.document.id, (text) => text.insert(0, "hier ", { link: { href: address(target.id) } }));
  expect(await seen(target.id)).toEqual(["Samen de bus nemen"]);
  await edit(world.document.id, (text) => text.insert(text.length, " en nog iets"));
  expect(await seen(target.id)).toEqual(["Samen de bus nemen"]);
  await edit(world.document.id, (text) => text.delete(0, 5));
  expect(await seen(target.id)).toEqual([]);
});

it("keeps no link to itself or to what is not there, and forgets them with the text", async () => {
  const target = await other("Het doel");
  const absent = "11111111-1111-4111-8111-111111111111";
  await edit(world.document.id, (text) => [world.document.id, absent, target.id].forEach((id) => text.insert(0, "hier ", { link: { href: address(id) } })));
  const { db } = home.database;
  expect(await db.select().from(documentLink)).toEqual([{ fromId: world.document.id, toId: target.id }]);
  await db.delete(document).where(eq(document.id, target.id));
  expect(await db.select().from(documentLink)).toEqual([]);
});

it("names those alone that the reader may read, wherever they stand", async () => {
  const { db } = home.database;
  const openGroup = await makeGroup(db, { spaceId: world.spaceId });
  const target = await other("Voor iedereen", openGroup.id);
  const away = await other("Weggedaan");
  for (const id of [world.document.id, away.id]) await edit(id, (text) => text.insert(0, "hier ", { link: { href: address(target.id) } }));
  await db.update(document).set({ trashedAt: clock }).where(eq(document.id, away.id));
  expect([await seen(target.id), await seen(target.id, "stranger"), await seen(target.id, null)]).toEqual([["Samen de bus nemen"], [], []]);
  await db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id));
  expect(await seen(target.id)).toEqual([]);
  expect([await codeOf(readBacklinks(await as("stranger"), away.id)), await codeOf(readBacklinks(await as(null), away.id))]).toEqual(["join_group", "sign_in"]);
});

it("knows the links of a text that begins with them, and takes plain words for none", async () => {
  const file = (words: string) => ({ id: crypto.randomUUID(), groupId: world.groupId, title: "Uit een bestand", file: new TextEncoder().encode(words) });
  await importDocument(await as("writer"), file(`Zie ${world.document.id} en /teksten/${world.document.id}.`));
  expect(await seen(world.document.id)).toEqual([]);
  await importDocument(await as("writer"), file(`Zie [deze](${address(world.document.id)}).`));
  expect(await seen(world.document.id)).toEqual(["Uit een bestand"]);
});
