import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { discussion as discussionTable, person } from "#db/schema/index";
import { makeDiscussion } from "#db/factories/make-discussion";
import { makeGroup } from "#db/factories/make-group";
import { useDatabase } from "#db/test/use-database";
import { eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { closeDiscussion, searchDiscussions, similarQuestions } from "../index.server";
import { makeScene, type Scene } from "../test/scene";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));

const written = (pieces: { text: string; hit: boolean }[]) => pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("");
const search = async (who: Scene["noor"] | null, words: string, more: { author?: string } = {}) =>
  (await searchDiscussions(await scene.as(who), { words, of: "titles", limit: 10, ...more })).items.map((one) => [written(one.title), written(one.passage)]);
const close = async (summary: string) => closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: false, summary });
const open = async () => closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: true });

test("a finished conversation is found by the words of its summary, with these marked, for as long as it is finished", async () => {
  await home.database.db.update(discussionTable).set({ title: "De bus" });
  await close("We huren **samen** een bakfiets.");
  expect(await search(null, "bakfiets")).toEqual([["De bus", "We huren samen een [bakfiets]."]]);
  // Words of which one stands in the title and one in the summary.
  expect(await search(null, "bus bakfiets")).toEqual([["De [bus]", "We huren samen een [bakfiets]."]]);
  expect(await search(null, "bus")).toEqual([["De [bus]", ""]]);
  await open();
  expect(await search(scene.fatima, "bakfiets")).toEqual([]);
  await close("");
  expect(await search(scene.fatima, "bakfiets")).toEqual([]);
  await open();
  await close("Toch een bakfiets.");
  await home.database.db.update(discussionTable).set({ state: "locked" });
  expect(await search(scene.fatima, "bakfiets")).toEqual([]);
});

test("through the gate of the conversation: neither where one may not read, nor hidden", async () => {
  await close("We huren een bakfiets.");
  const closed = await makeGroup(home.database.db, { spaceId: scene.space.id, visibility: "members", joining: "invitation" });
  await home.database.db.update(discussionTable).set({ groupId: closed.id });
  for (const who of [null, scene.stranger, scene.jef]) expect(await search(who, "bakfiets")).toEqual([]);
  expect(await search(scene.fatima, "bakfiets")).toHaveLength(1);
  await home.database.db.update(discussionTable).set({ moderation: "hidden", groupId: scene.group.id });
  for (const who of [null, scene.jef, scene.noor]) expect(await search(who, "bakfiets")).toEqual([]);
});

test("is of who wrote it, and gone when they took their words along", async () => {
  const { db } = home.database;
  await db.update(discussionTable).set({ title: "De bus" });
  await close("We huren een bakfiets.");
  expect([await search(scene.jef, "bakfiets", { author: "Fatima" }), await search(scene.jef, "bus", { author: "Noor" })]).toEqual([
    [["De bus", "We huren een [bakfiets]."]],
    [["De [bus]", ""]],
  ]);
  expect([await search(scene.jef, "bakfiets", { author: "Noor" }), await search(scene.jef, "bus", { author: "Fatima" })]).toEqual([[], []]);
  await db.execute(sql`update discussion set title = ''`);
  expect(await search(scene.jef, "bakfiets")).toEqual([["Gesprek zonder titel", "We huren een [bakfiets]."]]);
  await db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, scene.fatima.id));
  await eraseAccount(await scene.as(scene.fatima), { currentPassword: goodPassword, words: "remove" });
  expect(await search(scene.jef, "bakfiets")).toEqual([]);
});

test("what came of a question says nothing of which questions are alike", async () => {
  const { db } = home.database;
  await makeDiscussion(db, { group: scene.group, authorActor: scene.noor.actorId, kind: "question", title: "Hoe deel ik een auto?" });
  await db.execute(sql`update discussion set state = 'closed', summary = 'Met de bakfiets' where kind = 'question'`);
  const alike = async (title: string) => (await similarQuestions(await scene.as(scene.jef), { title })).map((one) => one.discussion.title);
  expect([await alike("Waar leen ik een bakfiets?"), await alike("Wie heeft een auto?")]).toEqual([[], ["Hoe deel ik een auto?"]]);
});
