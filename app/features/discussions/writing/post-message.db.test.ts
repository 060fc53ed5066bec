import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { discussion as discussionTable, factOutbox, fact as factTable, groupMembership, message, readingPosition, space, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { streamId } from "~/platform/streams";
import { postMessage, readDiscussion } from "../index.server";
import { makeScene, newMessage, refusal } from "../test/scene";

const home = useDatabase();
const rowsOf = (id: string) => home.database.db.select().from(message).where(eq(message.discussionId, id)).orderBy(asc(message.number));

test("posts at the end, counts, remembers that the writer has read it, and tells the group once", async () => {
  const scene = await makeScene(home.database);
  const { discussion, group, noor, jef } = scene;
  await postMessage(await scene.as(noor), newMessage(discussion, "Wie rijdt er?"));
  const { row } = await postMessage(await scene.as(jef), newMessage(discussion, "Ik, om 9 uur."));
  expect((await rowsOf(discussion.id)).map((one) => [one.number, one.text, one.authorActor])).toEqual([
    [1, "Wie rijdt er?", noor.actorId],
    [2, "Ik, om 9 uur.", jef.actorId],
  ]);
  const [counted] = await home.database.db.select().from(discussionTable).where(eq(discussionTable.id, discussion.id));
  expect(counted).toMatchObject({ messageCount: 2, lastMessageAt: scene.house.now() });
  const positions = await home.database.db.select().from(readingPosition);
  expect(positions.map((one) => [one.personId, one.seen]).sort()).toEqual([[noor.id, [[1, 1]]], [jef.id, [[2, 2]]]].sort());
  expect(scene.house.published.map((one) => [one.type, one.stream, one.n, one.objectId, one.data])).toEqual([
    ["discussion.message-posted", groupStream(group.id), 1, expect.any(String), { discussion: discussion.id, number: 1, discussionKind: "conversation", replyTo: null }],
    ["discussion.message-posted", groupStream(group.id), 2, row.id, { discussion: discussion.id, number: 2, discussionKind: "conversation", replyTo: null }],
  ]);
  // Both wait to be told to those who want to hear of everything.
  expect(await home.database.db.select().from(factOutbox)).toHaveLength(2);
});

test("tells who is answered, and who asked the question, in person and nobody else", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const { discussion, noor, jef, fatima } = scene;
  const first = await postMessage(await scene.as(jef), newMessage(discussion));
  await postMessage(await scene.as(fatima), { ...newMessage(discussion), replyTo: first.row.id });
  await postMessage(await scene.as(noor), newMessage(discussion, "Mijn eigen vraag"));
  const told = scene.house.published.filter((one) => one.type === "discussion.reply-for-you");
  expect(told.map((one) => [one.stream, one.data.because, one.data.number])).toEqual([
    [streamId("person", noor.actorId), "question", 1],
    [streamId("person", noor.actorId), "question", 2],
    [streamId("person", jef.actorId), "reply", 2],
  ]);
  // What is for somebody in person, and the messages themselves.
  expect(await home.database.db.select().from(factOutbox)).toHaveLength(3 + 3);
});

test("sending it again posts once and gives the first result; the same id for something else is refused", async () => {
  const scene = await makeScene(home.database);
  const { discussion, noor, jef } = scene;
  const sent = newMessage(discussion, "Eén keer\r\nmaar");
  const first = await postMessage.withFacts(await scene.as(noor), sent);
  const again = await postMessage.withFacts(await scene.as(noor), sent);
  expect(again.value.row).toMatchObject({ id: first.value.row.id, number: 1 });
  expect([first.facts.length, again.facts.length]).toEqual([1, 0]);
  expect(await refusal(postMessage(await scene.as(noor), { ...sent, text: "Iets anders" }))).toBe("already_done");
  expect(await refusal(postMessage(await scene.as(jef), sent))).toBe("already_done");
  expect(await rowsOf(discussion.id)).toHaveLength(1);
});

test("a retry is answered with the first result also after the conversation was closed", async () => {
  const scene = await makeScene(home.database);
  const sent = newMessage(scene.discussion);
  await postMessage(await scene.as(scene.noor), sent);
  await home.database.db.update(discussionTable).set({ state: "closed" });
  expect((await postMessage(await scene.as(scene.noor), sent)).row.number).toBe(1);
  expect(await refusal(postMessage(await scene.as(scene.noor), newMessage(scene.discussion)))).toBe("closed");
});

test("with three in ten answers lost and sent again, every message is there exactly once and the numbers have no hole", async () => {
  const scene = await makeScene(home.database);
  const { discussion } = scene;
  scene.house.limiter.consume = async () => undefined;
  const contexts = [await scene.as(scene.noor), await scene.as(scene.jef), await scene.as(scene.fatima)];
  // A fixed series, so that a failure can be seen again.
  let seed = 42;
  const chance = () => ((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31);
  const sent = Array.from({ length: 60 }, (_, index) => ({ ctx: contexts[index % 3]!, ...newMessage(discussion, `Bericht ${index}`) }));
  const answers = new Map<string, Set<number>>();
  const send = async ({ ctx, ...given }: (typeof sent)[number]) => {
    for (let lost = true; lost; ) {
      const { row } = await postMessage(ctx, given);
      answers.set(given.id, (answers.get(given.id) ?? new Set()).add(row.number));
      lost = chance() < 0.3;
    }
  };
  for (let start = 0; start < sent.length; start += 6) await Promise.all(sent.slice(start, start + 6).map(send));
  const rows = await rowsOf(discussion.id);
  expect(rows.map((one) => one.number)).toEqual(sent.map((_, index) => index + 1));
  expect(new Set(rows.map((one) => one.text)).size).toBe(60);
  for (const row of rows) expect([...answers.get(row.id)!]).toEqual([row.number]);
  const facts = await home.database.db.select().from(factTable).where(eq(factTable.stream, groupStream(scene.group.id)));
  expect(facts).toHaveLength(60);
});

test("two who send at once both get a place, and one id sent twice at once gets one", async () => {
  const scene = await makeScene(home.database);
  const { discussion, noor, jef } = scene;
  const same = newMessage(discussion, "Dubbel getikt");
  const [asNoor, asJef] = [await scene.as(noor), await scene.as(jef)];
  const done = await Promise.all([postMessage(asNoor, same), postMessage(asJef, newMessage(discussion)), postMessage(asNoor, same)]);
  expect(done[0].row.number).toBe(done[2].row.number);
  expect((await rowsOf(discussion.id)).map((one) => one.number)).toEqual([1, 2]);
});

test("refuses who may not write, each with the reason that says what to do", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const { discussion, group, noor, jef, stranger } = scene;
  const post = async (person: typeof noor | null) => refusal(postMessage(await scene.as(person), newMessage(discussion)));
  expect(await post(null)).toBe("sign_in");
  expect(await post(stranger)).toBe("join_group");
  await db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, jef.id));
  expect(await post(jef)).toBe("forbidden");
  await db.insert(standing).values({ personId: noor.id, kind: "mute", scopeKind: "group", scopeId: group.id });
  expect(await post(noor)).toBe("muted");
  await db.update(standing).set({ kind: "suspension" });
  expect(await post(noor)).toBe("suspended");
  await db.delete(standing);
  for (const status of ["paused", "closed"] as const) {
    await db.update(space).set({ status });
    expect(await post(noor)).toBe(status);
  }
  await db.update(space).set({ status: "open" });
  await db.update(discussionTable).set({ state: "locked" });
  expect(await post(noor)).toBe("closed");
  await db.update(discussionTable).set({ state: "open", moderation: "hidden" });
  expect(await post(noor)).toBe("not_found");
  expect(await rowsOf(discussion.id)).toEqual([]);
});

test("a group that does not show itself answers like a conversation that is not there", async () => {
  const hidden = await makeScene(home.database, { group: { visibility: "members", joining: "invitation" } });
  const asked = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  const absent = { id: randomUUID() };
  const as = async (scene: typeof hidden, discussion: { id: string }) => refusal(postMessage(await scene.as(scene.stranger), newMessage(discussion)));
  expect(await as(hidden, hidden.discussion)).toBe("not_found");
  expect(await as(hidden, absent)).toBe("not_found");
  expect(await as(asked, asked.discussion)).toBe("join_group");
  await expect(readDiscussion(await asked.as(asked.stranger), { id: asked.discussion.id })).rejects.toMatchObject({ detail: { values: { group: asked.group.id } } });
});

test("an answer must be to a message of the same conversation", async () => {
  const scene = await makeScene(home.database);
  const other = await makeScene(home.database, { house: scene.house });
  const elsewhere = await postMessage(await other.as(other.noor), newMessage(other.discussion));
  const ctx = await scene.as(scene.noor);
  for (const replyTo of [elsewhere.row.id, randomUUID()]) expect(await refusal(postMessage(ctx, { ...newMessage(scene.discussion), replyTo }))).toBe("not_found");
});

test("thirty messages a minute are a lot, more is refused with how long to wait", async () => {
  const scene = await makeScene(home.database);
  const ctx = await scene.as(scene.noor);
  for (let sent = 0; sent < 30; sent += 1) await postMessage(ctx, newMessage(scene.discussion));
  await expect(postMessage(ctx, newMessage(scene.discussion))).rejects.toMatchObject({ code: "too_many", detail: { retryAfterSeconds: expect.any(Number) } });
});

test("whatever is sent, the answer is a message or a code", async () => {
  const scene = await makeScene(home.database);
  scene.house.limiter.consume = async () => undefined;
  const ctx = await scene.as(scene.noor);
  const odd = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.anything(), fc.constant("a\u0000b"), fc.constant("\ud800"), fc.constant("x".repeat(10_001)));
  await fc.assert(
    fc.asyncProperty(odd, odd, async (text, extra) => {
      const code = await refusal(postMessage(ctx, { ...newMessage(scene.discussion), text, ...(extra ? { replyTo: extra } : {}) }));
      expect(["accepted", "invalid_input"]).toContain(code);
      expect(await refusal(postMessage(ctx, { ...newMessage(scene.discussion), [`${typeof extra}`]: extra }))).toBe("invalid_input");
    }),
    { numRuns: 40 },
  );
  for (const row of await home.database.db.select().from(message).where(and(eq(message.discussionId, scene.discussion.id)))) {
    expect(row.text).not.toBe("");
    expect(row.text.length).toBeLessThanOrEqual(10_000);
  }
});
