import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeDiscussion } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makeSpace } from "#db/factories/make-space";
import { discussion as discussionTable, message } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import { editMessage, markRead, moveMessage, pinMessage, placeOfMessage, postMessage, reactToMessage, readDiscussion, readHistory, readMoveMessageForm, removeMessage, searchDiscussions } from "../index.server";
import { follow, openPage, shown } from "../test/live-page";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

const home = useDatabase();

/** Jef wrote the first message of three, Noor answers it in the second; another conversation of another group has one. */
async function withTalk(from: Partial<Parameters<typeof makeGroup>[1]> = {}, to: Partial<Parameters<typeof makeGroup>[1]> = {}) {
  const scene = await makeScene(home.database, { group: from as Parameters<typeof makeGroup>[1] });
  const { db } = home.database;
  const group = await makeGroup(db, { ...to, spaceId: scene.space.id, name: "De kelder" });
  await makeGroupMembership(db, { group, personId: scene.noor.id, shownName: "Noor" });
  const other = await makeDiscussion(db, { group, authorActor: scene.noor.actorId, createdAt: scene.house.now(), lastMessageAt: scene.house.now() });
  await postMessage(await scene.as(scene.noor), newMessage(other, "Hier gaat het over bloemen"));
  const { row: first } = await postMessage(await scene.as(scene.jef), newMessage(scene.discussion, "Een zonnebloem"));
  const { row: answer } = await postMessage(await scene.as(scene.noor), { ...newMessage(scene.discussion, "Mooi"), replyTo: first.id });
  await postMessage(await scene.as(scene.jef), newMessage(scene.discussion, "Iets anders"));
  const move = async (given: Record<string, unknown> = {}, who: Scene["noor"] | null = scene.fatima) => moveMessage.withFacts(await scene.as(who), { id: first.id, to: other.id, ...given });
  return { scene, group, other, first, answer, move };
}

const messagesOf = async (ctx: Ctx, id: string) => (await readDiscussion(ctx, { id, from: 1 })).window.messages;
const inShort = async (ctx: Ctx, id: string) => (await messagesOf(ctx, id)).map((one) => [one.number, one.movedTo ? "→" : one.text, one.replyTo?.excerpt ?? null]);

test("goes to the end of the other conversation with all that belongs to it, and leaves a reference", async () => {
  const { scene, other, first, move } = await withTalk();
  const noor = await scene.as(scene.noor);
  await reactToMessage(noor, { id: first.id, kind: "thanks", on: true });
  await editMessage(await scene.as(scene.jef), { id: first.id, text: "Een grote zonnebloem", rev: 2 });
  await pinMessage(await scene.as(scene.fatima), { id: first.id, on: true });
  const { facts } = await move();
  expect(await inShort(noor, scene.discussion.id)).toEqual([[1, "→", null], [2, "Mooi", ""], [3, "Iets anders", null]]);
  expect(await inShort(noor, other.id)).toEqual([[1, "Hier gaat het over bloemen", null], [2, "Een grote zonnebloem", null]]);
  const [, there] = await messagesOf(noor, other.id);
  expect([there!.id, there!.moved, there!.reactions, there!.author.name]).toEqual([first.id, true, { thanks: 1 }, "Jef"]);
  expect((await readHistory(await scene.as(scene.fatima), { id: first.id })).versions.map(({ message: one }) => one.text)).toEqual(["Een grote zonnebloem", "Een zonnebloem"]);
  expect((await readDiscussion(noor, { id: scene.discussion.id })).pinned).toEqual([]);
  expect(await placeOfMessage(noor, { id: first.id })).toBe(`/gesprekken/${other.id}?vanaf=1#bericht-2`);
  const left = (await messagesOf(noor, scene.discussion.id))[0]!;
  expect([left.movedTo, left.gone, left.author.former]).toEqual([first.id, "removed", true]);
  const { group } = scene;
  expect(facts.map((one) => [one.type, one.stream, one.objectId, one.data])).toEqual([
    ["discussion.message-moved-away", groupStream(group.id), left.id, { discussion: scene.discussion.id, number: 1 }],
    ["discussion.message-moved-here", groupStream(other.groupId), first.id, { discussion: other.id, number: 2 }],
    ["discussion.moved-for-you", streamId("person", scene.jef.actorId), first.id, { discussion: scene.discussion.id, number: 1 }],
    ["discussion.pins-changed", groupStream(group.id), scene.discussion.id, { number: 1, pinned: false }],
  ]);
});

test("sent twice, one after the other or at once, it goes once", async () => {
  const { scene, other, move } = await withTalk();
  const both = await Promise.all([move(), move()]);
  const again = await move();
  expect([...both, again].map(({ value }) => [value.row.discussionId, value.row.number])).toEqual([[other.id, 2], [other.id, 2], [other.id, 2]]);
  expect([...both, again].flatMap(({ facts }) => facts).filter(({ type }) => type === "discussion.message-moved-here")).toHaveLength(1);
  expect(await inShort(await scene.as(scene.noor), other.id)).toHaveLength(2);
});

test("answers go along when asked, and still answer it; moved back, everything answers it again", async () => {
  const { scene, other, first, answer, move } = await withTalk();
  const noor = await scene.as(scene.noor);
  await move({ replies: true });
  expect(await inShort(noor, other.id)).toEqual([[1, "Hier gaat het over bloemen", null], [2, "Een zonnebloem", null], [3, "Mooi", "Een zonnebloem"]]);
  expect(await inShort(noor, scene.discussion.id)).toEqual([[1, "→", null], [2, "→", null], [3, "Iets anders", null]]);
  // One after the other now: the answer follows on its own what went before it.
  await moveMessage(await scene.as(scene.fatima), { id: first.id, to: scene.discussion.id });
  expect((await inShort(noor, other.id))[2]).toEqual([3, "Mooi", ""]);
  await moveMessage(await scene.as(scene.fatima), { id: answer.id, to: scene.discussion.id });
  expect(await inShort(noor, scene.discussion.id)).toEqual([[1, "→", null], [2, "→", null], [3, "Iets anders", null], [4, "Een zonnebloem", null], [5, "Mooi", "Een zonnebloem"]]);
});

test("who answered what came back, answers it there again", async () => {
  const { scene, first, move } = await withTalk();
  await move();
  await moveMessage(await scene.as(scene.fatima), { id: first.id, to: scene.discussion.id });
  expect((await inShort(await scene.as(scene.noor), scene.discussion.id)).slice(1)).toEqual([[2, "Mooi", "Een zonnebloem"], [3, "Iets anders", null], [4, "Een zonnebloem", null]]);
});

test("an open page of either conversation is told, drops the words at once and is then as a fresh one", async () => {
  const { scene, group, other, first, move } = await withTalk({ visibility: "members", joining: "request" }, { visibility: "members", joining: "request" });
  const [noor, jef] = [await scene.as(scene.noor), await scene.as(scene.jef)];
  const [here, there] = [await openPage(jef, scene.discussion.id), await openPage(noor, other.id)];
  await move();
  const after = await follow(jef, scene.group.id, here);
  expect([after.state.stale, JSON.stringify(shown(after).messages).includes("zonnebloem")]).toEqual([true, false]);
  expect(shown(after).messages.map((one) => [one.number, one.movedTo])).toEqual([[1, first.id], [2, undefined], [3, undefined]]);
  const fresh = await follow(jef, scene.group.id, await openPage(jef, scene.discussion.id));
  expect(shown(fresh).messages[0]).toEqual(shown(after).messages[0]);
  const came = await follow(noor, group.id, there);
  expect([came.state.stale, shown(came).messages]).toEqual([true, shown(await openPage(noor, other.id)).messages]);
});

test("begins a conversation when asked, once", async () => {
  const { scene, group, first, move } = await withTalk();
  const to = randomUUID();
  const given = { to, title: "Over bloemen", group: group.id };
  await Promise.all([move(given), move(given)]);
  await move(given);
  const page = await readDiscussion(await scene.as(scene.noor), { id: to });
  expect([page.discussion.title, page.place.group.id, page.window.messages.map((one) => one.id)]).toEqual(["Over bloemen", group.id, [first.id]]);
  const begun = await home.database.db.select().from(discussionTable).where(eq(discussionTable.title, "Over bloemen"));
  expect(begun.map((one) => [one.id, one.messageCount, one.authorActor])).toEqual([[to, 1, scene.fatima.actorId]]);
});

test("never goes to more people than it was written for; within the group it always may", async () => {
  const closed = { visibility: "members", joining: "request" } as const;
  const { scene, first, move } = await withTalk(closed, closed);
  const { db } = home.database;
  const talkIn = async (given: Partial<Parameters<typeof makeGroup>[1]>, member?: Scene["noor"]) => {
    const group = await makeGroup(db, { ...given, spaceId: scene.space.id });
    if (member) await makeGroupMembership(db, { group, personId: member.id, shownName: "Iemand" });
    return makeDiscussion(db, { group, authorActor: scene.noor.actorId });
  };
  const wider = [await talkIn({}), await talkIn({ ...closed, joining: "open" }), await talkIn(closed, scene.stranger)];
  for (const { id } of wider) expect(await refusal(move({ to: id }))).toBe("wider_audience");
  expect(await refusal(move({ to: randomUUID(), title: "Voor iedereen", group: wider[0]!.groupId }))).toBe("wider_audience");
  const form = await readMoveMessageForm(await scene.as(scene.fatima), { id: first.id });
  expect(form.groups.map((one) => one.name)).toEqual([scene.group.name, "De kelder"]);
  const beside = await makeDiscussion(db, { group: scene.group, authorActor: scene.noor.actorId });
  expect(await refusal(move({ to: beside.id }))).toBe("accepted");
});

test("who may not read the new place neither finds nor reads it any more; links to it say so", async () => {
  const { scene, first, move } = await withTalk({}, { visibility: "members" });
  await move();
  const [jef, noor] = [await scene.as(scene.jef), await scene.as(scene.noor)];
  const found = async (ctx: Ctx) => (await searchDiscussions(ctx, { words: "zonnebloem", of: "messages", limit: 10 })).items.length;
  expect([await found(jef), await found(noor)]).toEqual([0, 1]);
  expect([await refusal(placeOfMessage(jef, { id: first.id })), await refusal(placeOfMessage(await scene.as(null), { id: first.id }))]).toEqual(["join_group", "sign_in"]);
  for (const ctx of [jef, await scene.as(null)]) expect(JSON.stringify(await readDiscussion(ctx, { id: scene.discussion.id }))).not.toContain("zonnebloem");
  expect(await refusal(reactToMessage(jef, { id: first.id, kind: "thanks", on: true }))).toBe("join_group");
});

test("nothing is lost of what was on its way: an answer to it is posted, a repeat of it is known", async () => {
  const { scene, other, first, move } = await withTalk();
  await move();
  const { row } = await postMessage(await scene.as(scene.noor), { ...newMessage(scene.discussion, "Wat een bloem"), replyTo: first.id });
  expect([row.number, row.replyToId]).toEqual([4, null]);
  const repeated = await postMessage.withFacts(await scene.as(scene.jef), { id: first.id, discussion: scene.discussion.id, text: "Een zonnebloem" });
  expect([repeated.value.row.discussionId, repeated.facts]).toEqual([other.id, []]);
  expect(await refusal(postMessage(await scene.as(scene.noor), { ...newMessage(scene.discussion), replyTo: randomUUID() }))).toBe("not_found");
});

test("what was read stays read; at the new place it is new", async () => {
  const { scene, other, move } = await withTalk();
  const noor = await scene.as(scene.noor);
  await markRead(noor, { discussion: scene.discussion.id, ranges: [[1, 3]] });
  await move();
  expect([(await readDiscussion(noor, { id: scene.discussion.id })).me!.firstNew, (await readDiscussion(noor, { id: other.id })).me!.firstNew]).toEqual([null, 2]);
});

test("is refused with the reason, and the reference is no message", async () => {
  const { scene, other, first, answer, move } = await withTalk();
  const { db } = home.database;
  expect([await refusal(move({}, null)), await refusal(move({}, scene.noor)), await refusal(move({}, scene.stranger))]).toEqual(["sign_in", "forbidden", "forbidden"]);
  expect([await refusal(move({ id: randomUUID() })), await refusal(move({ to: randomUUID() })), await refusal(move({ to: randomUUID(), title: "Zonder groep" }))]).toEqual(["not_found", "invalid_input", "invalid_input"]);
  const elsewhere = await makeDiscussion(db, { group: await makeGroup(db, { spaceId: (await makeSpace(db)).id }), authorActor: scene.noor.actorId });
  expect(["not_found", "forbidden"]).toContain(await refusal(move({ to: elsewhere.id })));
  await db.update(discussionTable).set({ state: "closed" }).where(eq(discussionTable.id, other.id));
  expect(await refusal(move())).toBe("closed");
  await db.update(discussionTable).set({ state: "open" }).where(eq(discussionTable.id, other.id));
  await removeMessage(await scene.as(scene.noor), { id: answer.id });
  expect([await refusal(move({ id: answer.id })), await refusal(readMoveMessageForm(await scene.as(scene.fatima), { id: answer.id }))]).toEqual(["closed", "not_found"]);
  await move();
  const [left] = await db.select().from(message).where(eq(message.discussionId, scene.discussion.id)).orderBy(asc(message.number));
  expect(await refusal(reactToMessage(await scene.as(scene.noor), { id: left!.id, kind: "thanks", on: true }))).toBe("closed");
  expect(await refusal(pinMessage(await scene.as(scene.fatima), { id: left!.id, on: true }))).toBe("closed");
  expect(await refusal(move({ id: left!.id }))).toBe("closed");
  expect(await refusal(postMessage(await scene.as(scene.jef), { ...newMessage(scene.discussion, "Op wat wegging"), replyTo: left!.id }))).toBe("accepted");
  expect((await inShort(await scene.as(scene.jef), scene.discussion.id)).at(-1)).toEqual([4, "Op wat wegging", null]);
  expect(first.id).not.toBe(left!.id);
});
