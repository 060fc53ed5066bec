import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion as discussionTable, message } from "#db/schema/index";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeGroup } from "#db/factories/make-group";
import { useDatabase } from "#db/test/use-database";
import { listDiscussions, listEverywhere, newForMe, postMessage, removeMessage, searchDiscussions } from "../index.server";
import { makeScene, newMessage, type Scene } from "../test/scene";

const home = useDatabase();
const search = async (scene: Scene, person: Scene["noor"] | null, words: string, more: { page?: number; limit?: number } = {}) => searchDiscussions(await scene.as(person), { words, ...more });
const titles = async (...given: Parameters<typeof search>) => (await search(...given)).items.map((item) => item.passage.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join(""));

test("finds words in titles and messages in whatever form, with or without accents, and marks them", async () => {
  const scene = await makeScene(home.database);
  await home.database.db.update(discussionTable).set({ title: "Samen met bussen naar de markt" });
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Ik neem de bus van 9 uur. Er is een café onderweg."));
  expect(await titles(scene, null, "bussen")).toEqual(["Samen met [bussen] naar de markt", "Ik neem de [bus] van 9 uur. Er is een café onderweg."]);
  expect(await titles(scene, null, "bus")).toHaveLength(2);
  for (const words of ["buss", "markt or koffie", "mark", '"9 uur"']) expect([words, (await titles(scene, null, words)).length > 0]).toEqual([words, true]);
  for (const words of ["us", "bus -uur -markt", "koffie", "sen"]) expect([words, await titles(scene, null, words)]).toEqual([words, []]);
  expect(await titles(scene, scene.jef, "cafe")).toEqual(["Ik neem de bus van 9 uur. Er is een [café] onderweg."]);
  expect(await titles(scene, null, '"naar de markt" -trein')).toHaveLength(1);
  const [title, post] = (await search(scene, null, "bus")).items;
  expect([title!.kind, post!.kind, post!.href]).toEqual(["discussion", "message", `/gesprekken/${scene.discussion.id}?vanaf=1#bericht-1`]);
});

test("shows what was written as text, never as markup", async () => {
  const scene = await makeScene(home.database);
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, 'Kijk <b>hier</b> <script>alert("bus")</script> naar de bus'));
  const [found] = (await search(scene, null, "bus")).items;
  // The database leaves tags out of a passage; whatever it leaves in is text.
  expect(found!.passage.map((piece) => piece.text).join("").replace(/\s+/g, " ")).toBe('Kijk hier alert("bus") naar de bus');
  expect(found!.passage.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(["bus"]);
});

test("never finds what the searcher may not read, what is hidden, or what was taken back", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const closed = await makeGroup(db, { spaceId: scene.space.id, visibility: "members", joining: "invitation" });
  const secret = await makeDiscussion(db, { group: closed, authorActor: scene.jef.actorId, title: "Paardebloem in de gesloten groep" });
  await makeMessages(db, { discussion: secret, authorActor: scene.jef.actorId, texts: ["paardebloem"] });
  const [hidden] = await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["paardebloem verborgen"] });
  await db.update(message).set({ state: "hidden" }).where(sql`id = ${hidden!.id}`);
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "paardebloem van mij"));
  expect(await titles(scene, scene.noor, "paardebloem")).toEqual(["[paardebloem] van mij"]);
  expect(await titles(scene, scene.fatima, "paardebloem")).toHaveLength(3);
  await removeMessage(await scene.as(scene.noor), { id: row.id });
  for (const person of [scene.noor, scene.stranger, null]) expect(await search(scene, person, "paardebloem")).toEqual({ items: [], more: false });
  await db.update(discussionTable).set({ moderation: "hidden" });
  expect(await titles(scene, scene.fatima, "paardebloem")).toEqual([]);
});

test("turns its pages without showing anything twice, and answers any words", async () => {
  const scene = await makeScene(home.database);
  await makeMessages(home.database.db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: Array.from({ length: 25 }, (_, index) => `De trein nummer ${index}`) });
  const pages = [await search(scene, null, "trein", { page: 1, limit: 10 }), await search(scene, null, "trein", { page: 2, limit: 10 }), await search(scene, null, "trein", { page: 3, limit: 10 })];
  expect(pages.map((page) => [page.items.length, page.more])).toEqual([[10, true], [10, true], [5, false]]);
  expect(new Set(pages.flatMap((page) => page.items).map((item) => item.id)).size).toBe(25);
  for (const odd of ["", "   ", "\u0000", "o'brien's \\ ' '' :* & |", "\ud800", "' or 1=1 --", "((((", "de", "x".repeat(5_000), '"', "-"]) expect((await search(scene, null, odd)).items).toEqual([]);
});

test("lists what was written in last first, in pages, without what is hidden", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const at = (minute: number) => new Date(scene.house.now().getTime() - minute * 60_000);
  for (let index = 1; index <= 24; index += 1) await makeDiscussion(db, { group: scene.group, authorActor: scene.jef.actorId, title: `Gesprek ${index}`, lastMessageAt: at(index), moderation: index === 3 ? "hidden" : "visible" });
  const first = await listDiscussions(await scene.as(null), { groupId: scene.group.id, page: 1 });
  const second = await listDiscussions(await scene.as(null), { groupId: scene.group.id, page: 2 });
  expect([first.items.length, second.items.length, first.pages]).toEqual([20, 4, 2]);
  expect(first.items.map((item) => item.discussion.title).slice(0, 4)).toEqual([scene.discussion.title, "Gesprek 1", "Gesprek 2", "Gesprek 4"]);
  expect((await listDiscussions(await scene.as(null), { groupId: scene.group.id, page: 99 })).page).toBe(2);
  expect((await listEverywhere(await scene.as(scene.stranger), { page: 1, only: "mine" })).items).toEqual([]);
  expect((await listEverywhere(await scene.as(scene.noor), { page: 1, only: "others" })).items).toEqual([]);
  expect((await listEverywhere(await scene.as(scene.stranger), { page: 1 })).items).toHaveLength(20);
});

test("tells each person what is new in their own groups, and nothing about the time before they came", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const now = scene.house.now();
  await db.execute(sql`update group_membership set joined_at = ${new Date(now.getTime() - 3_600_000).toISOString()}::timestamptz`);
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["oud", "oud"], createdAt: new Date(now.getTime() - 7_200_000) });
  expect(await newForMe(await scene.as(scene.noor))).toEqual({ conversations: [], total: 0 });
  await postMessage(await scene.as(scene.jef), newMessage(scene.discussion));
  const noor = await newForMe(await scene.as(scene.noor));
  expect(noor).toMatchObject({ total: 1, conversations: [{ id: scene.discussion.id, unread: 1, group: scene.group.name, href: `/gesprekken/${scene.discussion.id}` }] });
  expect((await newForMe(await scene.as(scene.jef))).total).toBe(0);
  for (const person of [scene.stranger, null]) expect(await newForMe(await scene.as(person))).toEqual({ conversations: [], total: 0 });
});
