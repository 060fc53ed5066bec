import { beforeEach, expect, test } from "vitest";
import { makeDiscussion } from "#db/factories/make-discussion";
import { useDatabase } from "#db/test/use-database";
import { closeDiscussion, editMessage, markRead, pinMessage, postMessage, putBackMessage, reactToMessage, removeMessage, supportQuestion } from "~/features/discussions/index.server";
import { makeScene, newMessage, refusal, type Scene } from "~/features/discussions/test/scene";
import { groupStream } from "~/features/groups/index.server";
import { headOf } from "./catch-up";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database, { kind: "question" })));

const ask = async (known: { since?: number; about?: string } = {}, who: Scene["noor"] | null = null) => headOf(await scene.as(who), groupStream(scene.group.id), known);
const head = async () => (await ask()).head;

test("offers a reader without an account words that came, and nothing for what is quiet", async () => {
  const { discussion } = scene;
  const { row } = await postMessage(await scene.as(scene.jef), newMessage(discussion));
  const since = await head();
  await reactToMessage(await scene.as(scene.noor), { id: row.id, kind: "thanks", on: true });
  await pinMessage(await scene.as(scene.fatima), { id: row.id, on: true });
  await supportQuestion(await scene.as(scene.jef), { discussion: discussion.id, want: true });
  await markRead(await scene.as(scene.noor), { discussion: discussion.id, ranges: [[1, 1]] });
  await editMessage(await scene.as(scene.jef), { id: row.id, text: "Dag iedereen", rev: 1 });
  await removeMessage(await scene.as(scene.jef), { id: row.id });
  const quiet = await ask({ since, about: discussion.id });
  expect(quiet).toEqual({ head: await head(), news: false });
  expect(quiet.head).toBeGreaterThan(since);
  await putBackMessage(await scene.as(scene.jef), { id: row.id });
  expect(await ask({ since: quiet.head, about: discussion.id })).toEqual({ head: await head(), news: true });
  const back = await head();
  await closeDiscussion(await scene.as(scene.fatima), { discussion: discussion.id, open: false });
  await closeDiscussion(await scene.as(scene.fatima), { discussion: discussion.id, open: true });
  expect((await ask({ since: back, about: discussion.id })).news).toBe(false);
  await postMessage(await scene.as(scene.noor), newMessage(discussion));
  expect((await ask({ since: back, about: discussion.id })).news).toBe(true);
});

test("of another conversation of the group nothing is offered here", async () => {
  const other = await makeDiscussion(home.database.db, { group: scene.group, authorActor: scene.jef.actorId });
  const since = await head();
  await postMessage(await scene.as(scene.jef), newMessage(other));
  expect([await ask({ since, about: scene.discussion.id }), await ask({ since, about: other.id }), await ask({ since })].map(({ news }) => news)).toEqual([false, true, true]);
});

test("says nothing to who may not follow, nor of what is further than it is", async () => {
  await postMessage(await scene.as(scene.jef), newMessage(scene.discussion));
  expect(await ask({ since: 1_000_000 })).toEqual({ head: await head(), news: false });
  expect(await ask()).toEqual({ head: await head() });
  const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } as never });
  for (const who of [null, closed.stranger]) expect(await refusal(headOf(await closed.as(who), groupStream(closed.group.id), { since: 0, about: closed.discussion.id }))).not.toBe("accepted");
});
