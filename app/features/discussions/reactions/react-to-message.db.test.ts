import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion as discussionTable, fact, message, messageReaction, space, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload } from "~/features/accounts/index.server";
import { actOnDiscussion, editMessage, postMessage, reactToMessage, readDiscussion, readReactions, removeMessage } from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

const home = useDatabase();
const rowOf = async (id: string) => (await home.database.db.select().from(message).where(eq(message.id, id)))[0]!;

/** A conversation in which Noor wrote one message. */
async function withMessage(given: Parameters<typeof makeScene>[1] = {}): Promise<{ scene: Scene; id: string }> {
  const scene = await makeScene(home.database, given);
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Ik breng soep mee"));
  return { scene, id: row.id };
}

test("gives a reaction once however often it is sent, of each kind, and takes it back once", async () => {
  const { scene, id } = await withMessage();
  const jef = await scene.as(scene.jef);
  const thanks = (on: boolean | string) => reactToMessage.withFacts(jef, { id, kind: "thanks", on });
  expect((await thanks(true)).facts.map((one) => [one.type, one.actorId])).toEqual([["discussion.reactions-changed", null], ["discussion.reacted", scene.jef.actorId]]);
  expect((await thanks("true")).facts).toEqual([]);
  await reactToMessage(jef, { id, kind: "me_too", on: true });
  await reactToMessage(await scene.as(scene.fatima), { id, kind: "thanks", on: true });
  expect(await rowOf(id)).toMatchObject({ reactions: { thanks: 2, me_too: 1 }, rev: 4 });
  expect((await thanks(false)).facts.length).toBe(2);
  expect((await thanks("false")).facts).toEqual([]);
  await reactToMessage(jef, { id, kind: "me_too", on: false });
  expect((await rowOf(id)).reactions).toEqual({ thanks: 1 });
  await reactToMessage(await scene.as(scene.fatima), { id, kind: "thanks", on: false });
  expect((await rowOf(id)).reactions).toBeNull();
});

test("two people, and one person twice, at the same moment are counted right", async () => {
  const { scene, id } = await withMessage();
  const [jef, fatima] = [await scene.as(scene.jef), await scene.as(scene.fatima)];
  const react = (ctx: typeof jef) => reactToMessage(ctx, { id, kind: "clear", on: true });
  await Promise.all([react(jef), react(fatima), react(jef)]);
  expect((await rowOf(id)).reactions).toEqual({ clear: 2 });
  expect(await home.database.db.select().from(messageReaction)).toHaveLength(2);
});

test("is refused with the reason, and nothing is kept", async () => {
  const { scene, id } = await withMessage();
  const { db } = home.database;
  const react = async (who: Scene["noor"] | null, given: Record<string, unknown> = {}) => refusal(reactToMessage(await scene.as(who), { id, kind: "thanks", on: true, ...given }));
  expect(await react(null)).toBe("sign_in");
  expect(await react(scene.stranger)).toBe("join_group");
  expect(await react(scene.noor)).toBe("not_yourself");
  expect(await react(scene.jef, { id: randomUUID() })).toBe("not_found");
  for (const given of [{ kind: "angry" }, { on: "misschien" }, { id: "x" }, { kind: ["thanks"] }, { extra: 1 }]) expect(await react(scene.jef, given)).toBe("invalid_input");
  await db.insert(standing).values({ personId: scene.jef.id, kind: "mute", scopeKind: "space", scopeId: scene.space.id });
  expect(await react(scene.jef)).toBe("muted");
  await db.delete(standing);
  await db.update(discussionTable).set({ state: "closed" });
  expect(await react(scene.jef)).toBe("closed");
  await db.update(discussionTable).set({ state: "open", moderation: "hidden" });
  expect(await react(scene.jef)).toBe("not_found");
  await db.update(discussionTable).set({ moderation: "visible" });
  await db.update(space).set({ status: "paused" });
  expect(await react(scene.jef)).toBe("paused");
  await db.update(space).set({ status: "open" });
  await db.update(message).set({ state: "hidden" });
  expect(await react(scene.jef)).toBe("closed");
  expect(await db.select().from(messageReaction)).toEqual([]);
  expect(await db.select().from(fact).where(eq(fact.type, "discussion.reacted"))).toEqual([]);
});

test("the page shows numbers to all, and what is yours to you alone; a message that was taken back shows none", async () => {
  const { scene, id } = await withMessage();
  const jef = await scene.as(scene.jef);
  await reactToMessage(jef, { id, kind: "can_help", on: true });
  const page = async (who: Scene["noor"] | null) => {
    const { window } = await readDiscussion(await scene.as(who), { id: scene.discussion.id });
    return [window.messages[0]!.reactions, window.reacted];
  };
  expect(await page(scene.jef)).toEqual([{ can_help: 1 }, { [id]: ["can_help"] }]);
  expect(await page(scene.noor)).toEqual([{ can_help: 1 }, {}]);
  expect(await page(null)).toEqual([{ can_help: 1 }, {}]);
  await removeMessage(await scene.as(scene.noor), { id });
  expect(await page(scene.noor)).toEqual([undefined, {}]);
});

test("names stand on a page of their own, for those who may see who is in the group", async () => {
  const { scene, id } = await withMessage();
  await reactToMessage(await scene.as(scene.jef), { id, kind: "thanks", on: true });
  await reactToMessage(await scene.as(scene.fatima), { id, kind: "thanks", on: true });
  const read = async (who: Scene["noor"] | null) => (await readReactions(await scene.as(who), { id })).kinds;
  expect((await read(scene.noor)).map(({ kind, count, names }) => [kind, count, [...names].sort()])).toEqual([["thanks", 2, ["Fatima", "Jef"]]]);
  expect([await refusal(read(null)), await refusal(read(scene.stranger))]).toEqual(["sign_in", "join_group"]);
  await home.database.db.update(message).set({ state: "hidden" });
  expect(await refusal(read(scene.noor))).toBe("not_found");
});

test("a reaction in between does not make an edit out of date, and it stays with the message", async () => {
  const { scene, id } = await withMessage();
  await reactToMessage(await scene.as(scene.jef), { id, kind: "thanks", on: true });
  const noor = await scene.as(scene.noor);
  await editMessage(noor, { id, text: "Ik breng taart mee", rev: 1 });
  expect(await rowOf(id)).toMatchObject({ text: "Ik breng taart mee", rev: 3, wordsRev: 3, reactions: { thanks: 1 } });
  expect(await refusal(editMessage(noor, { id, text: "Of toch soep", rev: 2 }))).toBe("stale");
  expect(await refusal(editMessage(noor, { id, text: "Of toch soep", rev: 4 }))).toBe("stale");
});

test("the plain form goes back to the message; what somebody gave is in what they take along", async () => {
  const { scene, id } = await withMessage();
  const jef = await scene.as(scene.jef);
  const address = await actOnDiscussion(jef, scene.discussion.id, { intent: "react", message: id, kind: "thanks", on: "true" });
  expect(address).toBe(`/gesprekken/${scene.discussion.id}?vanaf=1#bericht-1`);
  const parts = await collectDownload(jef);
  expect(parts.find((part) => part.key === "reactions")?.rows).toMatchObject([{ reaction: "Bedankt", address }]);
});
