import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { actor, discussion as discussionTable, message, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, describeErasure } from "~/features/accounts/index.server";
import { allErasures } from "~/features/accounts/erasure.server";
import { groupStream } from "~/features/groups/index.server";
import { defineAction } from "~/platform/define-action.server";
import { z } from "zod";
import { closeDiscussion, discussionSubject, messageSubject, postMessage, readDiscussion, removeMessage, searchDiscussions, startDiscussion, supportQuestion } from "./index.server";
import { makeScene, newMessage, type Scene } from "./test/scene";

const home = useDatabase();

/** What erasing an account does for this feature, and then to the person. */
const erase = defineAction({
  name: "test.erase",
  input: z.strictObject({ personId: z.string(), actorId: z.string(), keepWords: z.boolean() }),
  load: async () => null,
  allow: () => true,
  run: async (ctx, { input, fact }) => {
    await allErasures().find((one) => one.feature === "discussions")!.erase(ctx, { ...input, fact });
    await ctx.db.delete(actor).where(eq(actor.personId, input.personId));
    await ctx.db.delete(person).where(eq(person.id, input.personId));
  },
});

async function wroteSomething(): Promise<Scene> {
  const scene = await makeScene(home.database, { kind: "question" });
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Ik zoek een zonnebloem"));
  await postMessage(await scene.as(scene.jef), newMessage(scene.discussion, "Bij mij thuis"));
  await supportQuestion(await scene.as(scene.jef), { discussion: scene.discussion.id, want: true });
  return scene;
}

test("says beforehand what would go and what would stay", async () => {
  const scene = await wroteSomething();
  const { lines } = await describeErasure(await scene.as(scene.jef));
  expect(lines.filter((line) => /Berichten|Gesprekken|leren/.test(line.what))).toEqual([
    { what: "Berichten die je schreef", count: 1, fate: "choice" },
    { what: "Keer dat je zei: dat wil ik ook leren", count: 1, fate: "stays" },
  ]);
});

test("what is kept stays without a name; every group where it showed is told", async () => {
  const scene = await wroteSomething();
  await erase(await scene.as(scene.fatima), { personId: scene.noor.id, actorId: scene.noor.actorId, keepWords: true });
  const page = await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id });
  expect([page.discussion.author, page.window.messages[0]!.author]).toEqual(Array(2).fill({ id: null, name: null, staff: null, former: true }));
  expect([page.discussion.title, page.window.messages[0]!.text]).toEqual(["Hoe plan ik een rit met de buurtbus?", "Ik zoek een zonnebloem"]);
  const told = scene.house.published.filter((one) => one.type === "discussion.author-gone");
  expect(told.map((one) => [one.stream, one.actorId, one.data])).toEqual([[groupStream(scene.group.id), null, { tookWords: false }]]);
});

test("what is taken along is nowhere any more, not in the search and not in a title", async () => {
  const scene = await wroteSomething();
  await erase(await scene.as(scene.fatima), { personId: scene.noor.id, actorId: scene.noor.actorId, keepWords: false });
  const page = await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id });
  expect([page.discussion.title, page.window.messages.map((one) => [one.gone, one.text])]).toEqual(["", [["removed", ""], [undefined, "Bij mij thuis"]]]);
  expect((await searchDiscussions(await scene.as(scene.fatima), { words: "zonnebloem", of: "messages", limit: 5 })).items).toEqual([]);
  for (const table of [sql`message`, sql`discussion`, sql`fact`]) {
    const left = await home.database.db.execute(sql`select t::text as row from ${table} t where t::text ~* 'zonnebl|buurtbus'`);
    expect(left.rows).toEqual([]);
  }
});

test("everything somebody wrote is in their download, also what was hidden, and nothing of others", async () => {
  const scene = await wroteSomething();
  await home.database.db.update(message).set({ state: "hidden" }).where(eq(message.number, 1));
  scene.house.setNow(new Date(scene.house.now().getTime() + 60_000));
  await startDiscussion(await scene.as(scene.noor), { id: crypto.randomUUID(), groupId: scene.group.id, kind: "conversation", title: "Nog iets", text: "Tweede" });
  const parts = await collectDownload(await scene.as(scene.noor));
  const rows = (key: string) => parts.find((part) => part.key === key)!.rows;
  expect(rows("messages").map((row) => [row.text, row.state])).toEqual([["Ik zoek een zonnebloem", "verborgen door de moderator"], ["Tweede", "ja"]]);
  expect(rows("conversations").map((row) => row.title)).toEqual(["Hoe plan ik een rit met de buurtbus?", "Nog iets"]);
  expect(rows("messages_read")).toMatchObject([{ read: "1" }, { read: "1" }]);
  expect(rows("learning_questions_joined")).toEqual([]);
  const jefs = await collectDownload(await scene.as(scene.jef));
  expect(jefs.find((part) => part.key === "learning_questions_joined")!.rows).toMatchObject([{ address: `/gesprekken/${scene.discussion.id}` }]);
  expect(JSON.stringify(jefs)).not.toContain("zonnebloem");
});

test("a summary goes with the words of who wrote it, and stays without a name otherwise", async () => {
  for (const keepWords of [true, false]) {
    const scene = await wroteSomething();
    await closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: false, summary: "Alles is gezegd." });
    const parts = await collectDownload(await scene.as(scene.fatima));
    expect(parts.find((part) => part.key === "summaries")!.rows).toMatchObject([{ text: "Alles is gezegd." }]);
    await erase(await scene.as(scene.noor), { personId: scene.fatima.id, actorId: scene.fatima.actorId, keepWords });
    const { discussion } = await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id });
    expect([discussion.summary, discussion.closedBy?.name]).toEqual([keepWords ? "Alles is gezegd." : "", null]);
  }
});

/** Calls what moderation calls, inside an action. */
const decide = defineAction({
  name: "test.decide",
  input: z.strictObject({ undo: z.boolean(), id: z.string(), before: z.record(z.string(), z.unknown()) }),
  load: async () => null,
  allow: () => true,
  run: async (ctx, { input, fact }) => (input.undo ? void (await messageSubject.measures.hide.undo(ctx, input.id, input.before, fact)) : messageSubject.measures.hide.apply(ctx, input.id, fact)),
});

test("moderation sees a message with its name and what stands around it, and gives back nothing that its author took", async () => {
  const scene = await wroteSomething();
  const house = await scene.as(scene.fatima);
  const [row] = await home.database.db.select().from(message).where(eq(message.number, 1));
  expect(await messageSubject.see(await scene.as(null), row!.id)).toMatchObject({ shownName: "een deelnemer", text: "Ik zoek een zonnebloem" });
  expect(await messageSubject.find(house, row!.id)).toMatchObject({ shownName: "Noor", authorActor: scene.noor.actorId, spaceId: scene.space.id, groupId: scene.group.id, state: "visible" });
  expect((await messageSubject.surroundings(house, row!.id)).map((one) => [one.shownName, one.it])).toEqual([["Noor", true], ["Jef", false]]);
  expect(await messageSubject.find(house, scene.discussion.id)).toBeNull();
  expect(await discussionSubject.find(house, scene.discussion.id)).toMatchObject({ text: "Hoe plan ik een rit met de buurtbus?\n\nIk zoek een zonnebloem", state: "visible" });
  const before = await decide(house, { undo: false, id: row!.id, before: {} });
  await removeMessage(await scene.as(scene.noor), { id: row!.id });
  await decide(house, { undo: true, id: row!.id, before: before as Record<string, unknown> });
  const [after] = await home.database.db.select().from(message).where(eq(message.id, row!.id));
  expect([after!.state, after!.text]).toEqual(["removed", ""]);
  expect(await home.database.db.select().from(discussionTable)).toHaveLength(1);
});
