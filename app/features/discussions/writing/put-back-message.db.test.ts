import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { discussion as discussionTable, message, messageTakenBack, messageVersion, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { allErasures } from "~/features/accounts/erasure.server";
import { collectDownload } from "~/features/accounts/index.server";
import { defineAction } from "~/platform/define-action.server";
import { ctxOfHouse } from "~/platform/test/test-house";
import { actOnDiscussion, editMessage, forgetTakenBack, messageSubject, postMessage, putBackMessage, readDiscussion, readHistory, removeMessage, searchDiscussions } from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

const home = useDatabase();
const rowOf = async (id: string) => (await home.database.db.select().from(message).where(eq(message.id, id)))[0]!;
const minutesLater = (scene: Scene, minutes: number) => scene.house.setNow(new Date(scene.house.now().getTime() + minutes * 60_000));

/** Calls what moderation and erasure call, inside an action. */
const hide = defineAction({
  name: "test.hide",
  input: z.strictObject({ id: z.string(), before: z.record(z.string(), z.unknown()).nullable() }),
  load: async () => null,
  allow: () => true,
  run: async (ctx, { input, fact }) => {
    const { apply, undo } = messageSubject.measures.hide;
    return input.before ? void (await undo(ctx, input.id, input.before, fact)) : apply(ctx, input.id, fact);
  },
});
const erase = defineAction({
  name: "test.erase-words",
  input: z.strictObject({ personId: z.string(), actorId: z.string() }),
  load: async () => null,
  allow: () => true,
  run: (ctx, { input, fact }) => allErasures().find((one) => one.feature === "discussions")!.erase(ctx, { ...input, keepWords: true, fact }),
});

async function withMessage(text = "Ik breng zonnebloemen mee"): Promise<{ scene: Scene; id: string; noor: Awaited<ReturnType<Scene["as"]>> }> {
  const scene = await makeScene(home.database);
  const noor = await scene.as(scene.noor);
  const { row } = await postMessage(noor, newMessage(scene.discussion, text));
  return { scene, id: row.id, noor };
}

test("puts a message back as it was, found again too; doing it twice does it once", async () => {
  const { scene, id, noor } = await withMessage();
  await removeMessage(noor, { id });
  expect((await searchDiscussions(noor, { words: "zonnebloemen", of: "messages", limit: 5 })).items).toEqual([]);
  expect((await readDiscussion(noor, { id: scene.discussion.id })).window.putBack).toEqual([id]);
  expect((await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id })).window.putBack).toEqual([]);
  const both = await Promise.all([putBackMessage.withFacts(noor, { id }), putBackMessage.withFacts(noor, { id })]);
  expect(both.flatMap(({ facts }) => facts.map((one) => one.type))).toEqual(["discussion.message-put-back"]);
  expect(await rowOf(id)).toMatchObject({ text: "Ik breng zonnebloemen mee", state: "visible", rev: 3, number: 1 });
  expect((await searchDiscussions(noor, { words: "zonnebloemen", of: "messages", limit: 5 })).items).toHaveLength(1);
  await removeMessage(noor, { id });
  expect(await actOnDiscussion(noor, scene.discussion.id, { intent: "put-back", message: id })).toBe(`/gesprekken/${scene.discussion.id}?vanaf=1#bericht-1`);
  expect((await rowOf(id)).state).toBe("visible");
});

test("after ten minutes it is too late, and the house forgets the words with all that was said before", async () => {
  const { scene, id } = await withMessage();
  const { db } = home.database;
  await editMessage(await scene.as(scene.noor), { id, text: "Of toch rozen", rev: 1 });
  await removeMessage(await scene.as(scene.noor), { id });
  minutesLater(scene, 9);
  expect(await forgetTakenBack(ctxOfHouse(scene.house))).toBe(0);
  minutesLater(scene, 1);
  const late = await scene.as(scene.noor);
  expect(await refusal(putBackMessage(late, { id }))).toBe("too_late");
  expect((await readDiscussion(late, { id: scene.discussion.id })).window.putBack).toEqual([]);
  expect(await db.select().from(messageVersion)).toHaveLength(1);
  expect(await forgetTakenBack(ctxOfHouse(scene.house))).toBe(1);
  expect([await db.select().from(messageTakenBack), await db.select().from(messageVersion)]).toEqual([[], []]);
  expect(await refusal(putBackMessage(late, { id }))).toBe("too_late");
});

test("is refused with the reason to everybody else, and to who may no longer write", async () => {
  const { scene, id, noor } = await withMessage();
  await removeMessage(noor, { id });
  const asked = async (who: Scene["noor"] | null) => refusal(putBackMessage(await scene.as(who), { id }));
  expect([await asked(null), await asked(scene.stranger), await asked(scene.jef), await asked(scene.fatima)]).toEqual(["sign_in", "join_group", "forbidden", "forbidden"]);
  expect(await refusal(putBackMessage(noor, { id: randomUUID() }))).toBe("not_found");
  await home.database.db.insert(standing).values({ personId: scene.noor.id, kind: "mute", scopeKind: "space", scopeId: scene.space.id });
  expect(await asked(scene.noor)).toBe("muted");
  await home.database.db.delete(standing);
  await home.database.db.update(discussionTable).set({ moderation: "hidden" });
  expect(await asked(scene.noor)).toBe("not_found");
});

test("what moderation hides while it is away comes back hidden; what moderation gives back comes back", async () => {
  const { scene, id, noor } = await withMessage();
  const fatima = await scene.as(scene.fatima);
  await removeMessage(noor, { id });
  expect(await hide(fatima, { id, before: null })).toEqual({ state: "visible" });
  expect((await rowOf(id)).state).toBe("removed");
  await putBackMessage(noor, { id });
  expect(await rowOf(id)).toMatchObject({ state: "hidden", text: "Ik breng zonnebloemen mee" });
  await removeMessage(noor, { id });
  await hide(fatima, { id, before: { state: "visible" } });
  await putBackMessage(noor, { id });
  expect((await rowOf(id)).state).toBe("visible");
});

test("staff see what a message said and when, with the names of now; others do not, and not what moderation hid", async () => {
  const { scene, id } = await withMessage("Dag @Jef, om 9 uur");
  const began = scene.house.now();
  minutesLater(scene, 5);
  await editMessage(await scene.as(scene.noor), { id, text: "Dag @Jef, om 10 uur", rev: 1 });
  minutesLater(scene, 5);
  await editMessage(await scene.as(scene.noor), { id, text: "Toch niet", rev: 2 });
  const { versions } = await readHistory(await scene.as(scene.fatima), { id });
  const at = (minutes: number) => new Date(began.getTime() + minutes * 60_000).toISOString();
  expect(versions.map(({ at: when, message: { text } }) => [when, text])).toEqual([[at(10), "Toch niet"], [at(5), "Dag @Jef, om 10 uur"], [at(0), "Dag @Jef, om 9 uur"]]);
  expect((await readDiscussion(await scene.as(null), { id: scene.discussion.id })).window.messages[0]!.edited).toBe(at(10));
  const asked = async (who: Scene["noor"] | null) => refusal(readHistory(await scene.as(who), { id }));
  expect([await asked(null), await asked(scene.noor), await asked(scene.jef)]).toEqual(["sign_in", "forbidden", "forbidden"]);
  await home.database.db.update(message).set({ state: "hidden" });
  expect(await asked(scene.fatima)).toBe("not_found");
});

test("erasing forgets earlier words of theirs even where the last are kept, and their name in earlier words of others", async () => {
  const { scene, id } = await withMessage("Dag @Jef");
  const { db } = home.database;
  await editMessage(await scene.as(scene.noor), { id, text: "Dag allemaal", rev: 1 });
  const jefs = await postMessage(await scene.as(scene.jef), newMessage(scene.discussion, "Mijn eerste woorden"));
  await editMessage(await scene.as(scene.jef), { id: jefs.row.id, text: "Mijn laatste woorden", rev: 1 });
  const taken = await postMessage(await scene.as(scene.jef), newMessage(scene.discussion, "Vergeet dit"));
  await removeMessage(await scene.as(scene.jef), { id: taken.row.id });
  const parts = await collectDownload(await scene.as(scene.jef));
  expect(parts.find((part) => part.key === "message_versions")!.rows).toMatchObject([{ text: "Mijn eerste woorden" }]);
  await erase(await scene.as(scene.fatima), { personId: scene.jef.id, actorId: scene.jef.actorId });
  expect(await db.select({ text: messageVersion.text }).from(messageVersion)).toEqual([{ text: "Dag @…" }]);
  expect(await db.select().from(messageTakenBack)).toEqual([]);
  expect((await rowOf(jefs.row.id)).text).toBe("Mijn laatste woorden");
});
