import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion as discussionTable, message } from "#db/schema/index";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeGroup } from "#db/factories/make-group";
import { makeSpaceRole } from "#db/factories/make-space";
import { useDatabase } from "#db/test/use-database";
import { readableGroups } from "~/features/groups/index.server";
import { listDiscussions, listEverywhere, newForMe, postMessage, removeMessage, searchDiscussions } from "../index.server";
import { makeScene, newMessage, type Scene } from "../test/scene";

const home = useDatabase();
type More = Partial<Omit<Parameters<typeof searchDiscussions>[1], "words">>;
const search = async (scene: Scene, person: Scene["noor"] | null, words: string, more: More = {}) => searchDiscussions(await scene.as(person), { words, of: "messages", limit: 20, ...more });
const written = (pieces: { text: string; hit: boolean }[]) => pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("");
const passages = async (...given: Parameters<typeof search>) => (await search(...given)).items.map((item) => written(item.passage));
const titles = async (scene: Scene, person: Scene["noor"] | null, words: string, more: More = {}) => (await search(scene, person, words, { of: "titles", ...more })).items.map((item) => written(item.title));

test("finds words in titles and messages in whatever form, with or without accents, and marks them", async () => {
  const scene = await makeScene(home.database);
  await home.database.db.update(discussionTable).set({ title: "Samen met bussen naar de markt" });
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Ik neem de bus van 9 uur. Er is een café onderweg."));
  const both = async (words: string) => [...(await titles(scene, null, words)), ...(await passages(scene, null, words))];
  expect(await both("bussen")).toEqual(["Samen met [bussen] naar de markt", "Ik neem de [bus] van 9 uur. Er is een café onderweg."]);
  expect(await both("bus")).toHaveLength(2);
  for (const words of ["buss", "markt or koffie", "mark", '"9 uur"']) expect([words, (await both(words)).length > 0]).toEqual([words, true]);
  for (const words of ["us", "bus -uur -markt", "koffie", "sen"]) expect([words, await both(words)]).toEqual([words, []]);
  expect(await passages(scene, scene.jef, "cafe")).toEqual(["Ik neem de bus van 9 uur. Er is een [café] onderweg."]);
  expect(await titles(scene, null, '"naar de markt" -trein')).toHaveLength(1);
  const [[title], [post]] = [(await search(scene, null, "bus", { of: "titles" })).items, (await search(scene, null, "bus")).items];
  expect([title!.kind, post!.kind, post!.href]).toEqual(["discussion", "message", `/gesprekken/${scene.discussion.id}?vanaf=1#bericht-1`]);
});

test("shows what was written as text, never as markup, and none of its marks", async () => {
  const scene = await makeScene(home.database);
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, 'Kijk <b>hier</b> <script>alert("bus")</script> naar de bus'));
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "- **De tram** rijdt, zie [het plan](https://voorbeeld.be/tram) en vraag @Jef"));
  const [found] = (await search(scene, null, "bus")).items;
  // The database leaves tags out of a passage; whatever it leaves in is text.
  expect(found!.passage.map((piece) => piece.text).join("").replace(/\s+/g, " ")).toBe('Kijk hier alert("bus") naar de bus');
  expect(found!.passage.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(["bus"]);
  expect(await passages(scene, scene.jef, "rijdt")).toEqual(["- De tram [rijdt], zie het plan en vraag @Jef"]);
  expect(await passages(scene, null, "rijdt")).toEqual(["- De tram [rijdt], zie het plan en vraag @een deelnemer"]);
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
  expect(await passages(scene, scene.noor, "paardebloem")).toEqual(["[paardebloem] van mij"]);
  expect(await titles(scene, scene.noor, "paardebloem")).toEqual([]);
  expect([await titles(scene, scene.fatima, "paardebloem"), await passages(scene, scene.fatima, "paardebloem")]).toMatchObject([{ length: 1 }, { length: 2 }]);
  await removeMessage(await scene.as(scene.noor), { id: row.id });
  for (const person of [scene.noor, scene.stranger, null]) expect(await search(scene, person, "paardebloem")).toEqual({ items: [], next: null });
  await db.update(discussionTable).set({ moderation: "hidden" });
  expect([...(await titles(scene, scene.fatima, "paardebloem")), ...(await passages(scene, scene.fatima, "paardebloem"))]).toEqual([]);
});

test("who moderates finds what is hidden, marked as such, where they may read; never what was removed, nor their own", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  await makeSpaceRole(db, { spaceId: scene.space.id, personId: scene.stranger.id, role: "moderator", organisationId: scene.space.organisationId });
  const closed = await makeGroup(db, { spaceId: scene.space.id, visibility: "members", joining: "invitation" });
  const inside = await makeDiscussion(db, { group: closed, authorActor: scene.jef.actorId, title: "Klaver in de gesloten groep" });
  await makeMessages(db, { discussion: inside, authorActor: scene.jef.actorId, texts: ["klaver binnen"] });
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["klaver verborgen", "klaver weg"] });
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.stranger.actorId, texts: ["klaver eigen verborgen"] });
  await db.execute(sql`update message set state = case when text like '%verborgen' then 'hidden' else 'removed' end`);
  const found = await search(scene, scene.stranger, "klaver");
  expect(found.items.map((item) => [written(item.passage), item.hidden])).toEqual([["[klaver] verborgen", true]]);
  await db.update(discussionTable).set({ moderation: "hidden", title: "Klaver" });
  expect((await search(scene, scene.stranger, "klaver", { of: "titles" })).items.map((item) => [item.groupId, item.hidden])).toEqual([[scene.group.id, true]]);
  await db.update(discussionTable).set({ moderation: "removed" });
  for (const of of ["titles", "messages"] as const) expect((await search(scene, scene.stranger, "klaver", { of })).items).toEqual([]);
  expect((await search(scene, scene.fatima, "klaver")).items).toEqual([]);
});

test("keeps to the names, kinds, time and groups asked for; a name that the reader may not see finds nothing", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const other = await makeGroup(db, { spaceId: scene.space.id });
  const there = await makeDiscussion(db, { group: other, authorActor: scene.noor.actorId, kind: "question", title: "Hoe groeit een tulp?" });
  await makeMessages(db, { discussion: there, authorActor: scene.noor.actorId, texts: ["tulp van noor"], createdAt: new Date(scene.house.now().getTime() - 40 * 86_400_000) });
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["tulp van jef"], createdAt: scene.house.now() });
  expect(await passages(scene, scene.noor, "tulp", { author: "jéf" })).toEqual(["[tulp] van jef"]);
  expect(await passages(scene, scene.noor, "tulp", { author: "Niemand%" })).toEqual([]);
  expect(await passages(scene, null, "tulp", { author: "Jef" })).toEqual([]);
  expect(await passages(scene, scene.noor, "tulp", { since: new Date(scene.house.now().getTime() - 86_400_000) })).toEqual(["[tulp] van jef"]);
  expect(await titles(scene, scene.noor, "tulp", { kinds: ["conversation"] })).toEqual([]);
  expect(await titles(scene, scene.noor, "tulp", { kinds: ["question"], author: "Noor" })).toEqual(["Hoe groeit een [tulp]?"]);
  const groups = await readableGroups(await scene.as(scene.noor));
  expect(await passages(scene, scene.noor, "tulp", { groups: new Map([[other.id, groups.get(other.id)!]]) })).toEqual(["[tulp] van noor"]);
});

test("turns its pages without showing anything twice, also when something is written in between, and answers any words", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  // Twelve of one moment, and the others a minute apart.
  for (let index = 0; index < 25; index += 1) await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: [`De trein nummer ${index}`], createdAt: new Date(scene.house.now().getTime() - Math.max(0, index - 12) * 60_000) });
  const all = await search(scene, null, "trein", { limit: 100 });
  const seen: string[] = [];
  for (let page = await search(scene, null, "trein", { limit: 10 }); ; page = await search(scene, null, "trein", { limit: 10, after: page.next! })) {
    seen.push(...page.items.map((item) => item.id));
    await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["Weer een trein"], createdAt: new Date(scene.house.now().getTime() + 60_000) });
    if (!page.next) break;
  }
  expect(seen).toEqual(all.items.map((item) => item.id));
  expect(seen).toHaveLength(25);
  for (const odd of ["", "   ", "\u0000", "o'brien's \\ ' '' :* & |", "\ud800", "' or 1=1 --", "((((", "de", "-bus", "x".repeat(5_000), '"', "-"]) for (const of of ["titles", "messages"] as const) expect((await search(scene, null, odd, { of })).items).toEqual([]);
});

test("words that only old messages have are found in the order of time, beside words that all have and without those that may not be there", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const insert = (from: number, to: number, text: string) => db.execute(sql`
    INSERT INTO message (id, discussion_id, group_id, number, author_actor, text, created_at)
    SELECT gen_random_uuid(), ${scene.discussion.id}, ${scene.group.id}, n, ${scene.jef.actorId}, ${text} || ' ' || n, ${scene.house.now().toISOString()}::timestamptz - (40000 - n) * interval '1 minute'
    FROM generate_series(${from}::int, ${to}::int) AS n`);
  // More new ones than are read one by one; a few thousand at a time, as a busy machine has it in time.
  await insert(1, 400, "wagen rustig");
  await insert(401, 500, "wagen rustig rood");
  await insert(501, 2_600, "rustig weer");
  await insert(2_601, 4_700, "rustig weer");
  const found = await search(scene, null, "wagen", { limit: 2 });
  expect(found.items.map((item) => written(item.passage))).toEqual(["[wagen] rustig rood 500", "[wagen] rustig rood 499"]);
  expect((await search(scene, null, "wagen", { limit: 1, after: found.next! })).items.map((item) => written(item.passage))).toEqual(["[wagen] rustig rood 498"]);
  expect(await passages(scene, null, "rustig wagen -rood", { limit: 2 })).toEqual(["[wagen] [rustig] 400", "[wagen] [rustig] 399"]);
  expect(await passages(scene, null, "wagen weer")).toEqual([]);
  // Most of the newest that have the word were taken away: those before them are found.
  await db.execute(sql`UPDATE message SET state = 'removed' WHERE discussion_id = ${scene.discussion.id} AND number BETWEEN 301 AND 499`);
  expect(await passages(scene, null, "wagen", { limit: 2 })).toEqual(["[wagen] rustig rood 500", "[wagen] rustig 300"]);
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
