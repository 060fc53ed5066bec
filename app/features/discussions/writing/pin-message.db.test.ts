import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion as discussionTable, message, space } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { actOnDiscussion, closeDiscussion, pinMessage, postMessage, readDiscussion, removeMessage } from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

const home = useDatabase();
const rowOf = async (scene: Scene) => (await home.database.db.select().from(discussionTable).where(eq(discussionTable.id, scene.discussion.id)))[0]!;

/** A conversation in which Noor wrote four messages. */
async function withMessages() {
  const scene = await makeScene(home.database);
  const noor = await scene.as(scene.noor);
  const ids: string[] = [];
  for (const text of ["Een", "Twee", "Drie", "Vier"]) ids.push((await postMessage(noor, newMessage(scene.discussion, text))).row.id);
  const fatima = await scene.as(scene.fatima);
  return { scene, noor, fatima, ids: ids as [string, string, string, string], top: async () => (await readDiscussion(noor, { id: scene.discussion.id, from: 4 })).pinned.map((one) => one.excerpt || one.gone) };
}

test("stands at the top of every page, in the order in which it was put there; doing it twice does it once", async () => {
  const { scene, fatima, ids, top } = await withMessages();
  const pin = (id: string, on: boolean | string = true) => pinMessage.withFacts(fatima, { id, on });
  expect((await pin(ids[2])).facts.map((one) => [one.type, one.data])).toEqual([["discussion.pins-changed", { number: 3, pinned: true }]]);
  const both = await Promise.all([pin(ids[0]), pin(ids[0], "true")]);
  expect(both.flatMap(({ facts }) => facts)).toHaveLength(1);
  expect(await top()).toEqual(["Drie", "Een"]);
  expect((await pin(ids[2], false)).facts).toHaveLength(1);
  expect((await pin(ids[2], "false")).facts).toEqual([]);
  expect(await top()).toEqual(["Een"]);
  expect(await actOnDiscussion(fatima, scene.discussion.id, { intent: "pin", message: ids[0], on: "false" })).toBe(`/gesprekken/${scene.discussion.id}?vanaf=1#bericht-1`);
  expect((await rowOf(scene)).pinned).toBeNull();
});

test("three at most, also when two do it at once; what was taken away takes no place and shows nothing", async () => {
  const { scene, noor, fatima, ids, top } = await withMessages();
  const pin = (id: string) => refusal(pinMessage(fatima, { id, on: true }));
  expect([await pin(ids[0]), await pin(ids[1])]).toEqual(["accepted", "accepted"]);
  expect((await Promise.all([pin(ids[2]), pin(ids[3])])).sort()).toEqual(["accepted", "enough_pinned"]);
  await removeMessage(noor, { id: ids[0] });
  expect((await top())[0]).toBe("removed");
  const { pinned } = await rowOf(scene);
  expect(await pin(ids.slice(2).find((id) => !pinned!.includes(id))!)).toBe("accepted");
  expect(await top()).not.toContain("removed");
  expect(await pin(ids[0])).toBe("closed");
});

test("is refused with the reason", async () => {
  const { scene, ids, fatima } = await withMessages();
  const asked = async (who: Scene["noor"] | null) => refusal(pinMessage(await scene.as(who), { id: ids[0], on: true }));
  expect([await asked(null), await asked(scene.noor), await asked(scene.stranger)]).toEqual(["sign_in", "forbidden", "forbidden"]);
  expect(await refusal(pinMessage(fatima, { id: randomUUID(), on: true }))).toBe("not_found");
  await home.database.db.update(message).set({ state: "hidden" });
  expect(await asked(scene.fatima)).toBe("closed");
  await home.database.db.update(discussionTable).set({ state: "locked" });
  expect(await asked(scene.fatima)).toBe("ask_moderator");
  await home.database.db.update(space).set({ status: "paused" });
  await home.database.db.update(discussionTable).set({ state: "open" });
  expect(await asked(scene.fatima)).toBe("paused");
});

test("a conversation is closed with what came of it, shown with who wrote it; other words of a second one are not lost unseen", async () => {
  const { scene, fatima } = await withMessages();
  const close = (summary: string, open = false) => closeDiscussion.withFacts(fatima, { discussion: scene.discussion.id, open, summary });
  await close("We rijden samen.");
  expect((await close("We rijden samen.")).facts).toEqual([]);
  expect((await close("")).facts).toEqual([]);
  expect(await refusal(close("Iets anders"))).toBe("already_done");
  const page = async () => (await readDiscussion(await scene.as(null), { id: scene.discussion.id })).discussion;
  expect(await page()).toMatchObject({ state: "closed", summary: "We rijden samen.", closedBy: { name: "Fatima" } });
  await close("", true);
  expect(await page()).toMatchObject({ state: "open", summary: "", closedBy: null });
  expect((await readDiscussion(fatima, { id: scene.discussion.id })).lastSummary).toBe("We rijden samen.");
  await expect(close("x".repeat(2_001))).rejects.toMatchObject({ detail: { fields: { summary: "too_long" } } });
});
