import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion as discussionTable, groupMembership, message, space, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { closeDiscussion, editMessage, listDiscussions, markRead, postMessage, readDiscussion, readMessageForm, removeMessage, startDiscussion } from "../index.server";
import { makeScene, newMessage, refusal } from "../test/scene";

const home = useDatabase();
const rowOf = async (id: string) => (await home.database.db.select().from(message).where(eq(message.id, id)))[0]!;

test("starting a conversation writes its first message; a question may do without one; an announcement wakes those who tell", async () => {
  const scene = await makeScene(home.database);
  const ctx = await scene.as(scene.noor);
  const groupId = scene.group.id;
  const talk = await startDiscussion(ctx, { id: randomUUID(), groupId, kind: "conversation", title: "  Samen\nnaar de markt ", text: "Wie gaat mee?" });
  const asked = await startDiscussion(ctx, { id: randomUUID(), groupId, kind: "question", title: "Hoe lees ik een dienstregeling?" });
  const told = await startDiscussion(await scene.as(scene.fatima), { id: randomUUID(), groupId, kind: "announcement", title: "De bus rijdt niet", text: "Zaterdag 3 mei." });
  const rows = await home.database.db.select().from(discussionTable);
  expect(rows.filter((row) => row.id !== scene.discussion.id).map((row) => [row.id, row.title, row.questionState, row.messageCount]).sort()).toEqual(
    [
      [talk.id, "Samen naar de markt", null, 1],
      [asked.id, "Hoe lees ik een dienstregeling?", "asked", 0],
      [told.id, "De bus rijdt niet", null, 1],
    ].sort(),
  );
  expect(scene.house.published.map((one) => one.type)).toEqual(["discussion.started", "discussion.message-posted", "question.asked", "discussion.announced", "discussion.message-posted"]);
});

test("starting twice with one id starts once; other words or another person are refused", async () => {
  const scene = await makeScene(home.database);
  const [noor, jef] = [await scene.as(scene.noor), await scene.as(scene.jef)];
  const given = { id: randomUUID(), groupId: scene.group.id, kind: "conversation", title: "Samen koken", text: "Wie?" };
  const both = await Promise.all([startDiscussion.withFacts(noor, given), startDiscussion.withFacts(noor, given)]);
  expect(both.map(({ value }) => value.id)).toEqual([given.id, given.id]);
  expect(both.flatMap(({ facts }) => facts).length).toBe(2);
  expect(await refusal(startDiscussion(jef, given))).toBe("already_done");
  expect(await refusal(startDiscussion(noor, { ...given, title: "Iets anders" }))).toBe("already_done");
});

test("starting is refused with the reason, and to what is missing with the field", async () => {
  const scene = await makeScene(home.database);
  const given = () => ({ id: randomUUID(), groupId: scene.group.id, kind: "conversation", title: "Samen koken", text: "Wie?" });
  expect(await refusal(startDiscussion(await scene.as(null), given()))).toBe("sign_in");
  expect(await refusal(startDiscussion(await scene.as(scene.stranger), given()))).toBe("join_group");
  expect(await refusal(startDiscussion(await scene.as(scene.noor), { ...given(), kind: "announcement" }))).toBe("forbidden");
  expect(await refusal(startDiscussion(await scene.as(scene.noor), { ...given(), groupId: randomUUID() }))).toBe("not_found");
  await expect(startDiscussion(await scene.as(scene.noor), { ...given(), text: " " })).rejects.toMatchObject({ detail: { fields: { text: "required" } } });
  await expect(startDiscussion(await scene.as(scene.noor), { ...given(), title: "x" })).rejects.toMatchObject({ detail: { fields: { title: "too_short" } } });
});

test("edits one's own message, says so, and does nothing when the words are the same", async () => {
  const scene = await makeScene(home.database);
  const ctx = await scene.as(scene.noor);
  const { row } = await postMessage(ctx, newMessage(scene.discussion, "Om 9 uur"));
  const edited = await editMessage.withFacts(ctx, { id: row.id, text: "Om 10 uur", rev: 1 });
  const again = await editMessage.withFacts(ctx, { id: row.id, text: "Om 10 uur", rev: 1 });
  expect([edited.facts.map((one) => one.type), again.facts]).toEqual([["discussion.message-edited"], []]);
  expect(await rowOf(row.id)).toMatchObject({ text: "Om 10 uur", rev: 2, editedAt: scene.house.now() });
  expect(await refusal(editMessage(ctx, { id: row.id, text: "Om 11 uur", rev: 1 }))).toBe("stale");
  expect(await refusal(editMessage(await scene.as(scene.fatima), { id: row.id, text: "Nee", rev: 2 }))).toBe("forbidden");
  expect(await refusal(editMessage(await scene.as(null), { id: row.id, text: "Nee", rev: 2 }))).toBe("sign_in");
  expect(await refusal(editMessage(ctx, { id: randomUUID(), text: "Nee", rev: 2 }))).toBe("not_found");
  await home.database.db.update(discussionTable).set({ state: "closed" });
  expect(await refusal(editMessage(ctx, { id: row.id, text: "Nee", rev: 2 }))).toBe("closed");
});

test("taking a message back empties it for good and keeps its place; it works when muted, closed and paused, twice over", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const ctx = await scene.as(scene.noor);
  const { row } = await postMessage(ctx, newMessage(scene.discussion, "Mijn telefoonnummer"));
  await postMessage(await scene.as(scene.jef), { ...newMessage(scene.discussion, "Dank je"), replyTo: row.id });
  await db.insert(standing).values({ personId: scene.noor.id, kind: "mute", scopeKind: "space", scopeId: scene.space.id });
  await db.update(discussionTable).set({ state: "closed" });
  await db.update(space).set({ status: "paused" });
  const removed = await removeMessage.withFacts(ctx, { id: row.id });
  const again = await removeMessage.withFacts(ctx, { id: row.id });
  expect([removed.facts.length, again.facts.length]).toEqual([1, 0]);
  expect(await rowOf(row.id)).toMatchObject({ text: "", state: "removed", number: 1 });
  const found = await db.execute(sql`select count(*)::int as n from message where search::text like '%telefoon%'`);
  expect(found.rows).toEqual([{ n: 0 }]);
  const page = await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id });
  expect(page.window.messages.map((one) => [one.number, one.gone ?? null, one.text, one.author.name])).toEqual([[1, "removed", "", null], [2, null, "Dank je", "Jef"]]);
  expect(page.window.messages[1]!.replyTo).toMatchObject({ gone: "removed", excerpt: "" });
  expect(await refusal(removeMessage(await scene.as(scene.jef), { id: row.id }))).toBe("forbidden");
  expect(await refusal(readMessageForm(ctx, { id: row.id }))).toBe("not_found");
});

test("closes and opens again for those who run things, without a fact when nothing changes", async () => {
  const scene = await makeScene(home.database);
  const ctx = await scene.as(scene.fatima);
  const close = (open: boolean | string) => closeDiscussion.withFacts(ctx, { discussion: scene.discussion.id, open });
  expect((await close("false")).facts.map((one) => one.type)).toEqual(["discussion.closed"]);
  expect((await close(false)).facts).toEqual([]);
  expect((await close(true)).facts.map((one) => one.type)).toEqual(["discussion.reopened"]);
  expect(await refusal(closeDiscussion(await scene.as(scene.noor), { discussion: scene.discussion.id, open: false }))).toBe("forbidden");
  await home.database.db.update(discussionTable).set({ state: "locked" });
  expect(await refusal(close(true))).toBe("ask_moderator");
});

test("remembers what somebody read, never back and never past the end; the list says what is new", async () => {
  const scene = await makeScene(home.database);
  const [noor, jef] = [await scene.as(scene.noor), await scene.as(scene.jef)];
  await home.database.db.update(groupMembership).set({ joinedAt: new Date(scene.house.now().getTime() - 1_000) });
  for (let count = 0; count < 5; count += 1) await postMessage(jef, newMessage(scene.discussion));
  const unread = async () => (await listDiscussions(noor, { groupId: scene.group.id, page: 1 })).items[0]!.unread;
  const read = (ranges: [number, number][]) => markRead(noor, { discussion: scene.discussion.id, ranges });
  expect(await unread()).toBe(5);
  await read([[1, 1], [3, 3]]);
  expect(await unread()).toBe(3);
  await read([[1, 2]]);
  expect(await unread()).toBe(2);
  await read([[1, 99]]);
  expect(await unread()).toBe(0);
  expect(await refusal(markRead(await scene.as(null), { discussion: scene.discussion.id, ranges: [[1, 1]] }))).toBe("sign_in");
});
