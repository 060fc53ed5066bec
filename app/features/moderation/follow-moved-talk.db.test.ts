import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeDiscussion } from "#db/factories/make-discussion";
import { makeGroup } from "#db/factories/make-group";
import { makeCase } from "#db/factories/make-report";
import { moderationCase } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { moveDiscussion, moveMessage, postMessage } from "~/features/discussions/index.server";
import { makeScene, newMessage } from "~/features/discussions/test/scene";
import { handleFacts } from "~/platform/fact-handlers.server";
import "./index.server";

const home = useDatabase();

test("cases about a conversation that was moved, and about its messages, go along to its new group", async () => {
  const { db } = home.database;
  const scene = await makeScene(home.database);
  const other = await makeGroup(db, { spaceId: scene.space.id });
  const { row } = await postMessage(await scene.as(scene.jef), newMessage(scene.discussion));
  const about = (subjectKind: "discussion" | "message", subjectId: string) => makeCase(db, { spaceId: scene.space.id, groupId: scene.group.id, subjectKind, subjectId, authorActor: scene.jef.actorId, ownerPersonId: scene.fatima.id });
  const [whole, one, elsewhere] = [await about("discussion", scene.discussion.id), await about("message", row.id), await about("message", randomUUID())];
  await moveDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, to: other.id });
  while ((await handleFacts(scene.house)) > 0);
  const groups = new Map((await db.select().from(moderationCase)).map((each) => [each.id, each.groupId]));
  expect([groups.get(whole.id), groups.get(one.id), groups.get(elsewhere.id)]).toEqual([other.id, other.id, scene.group.id]);
});

test("a case about a message that was moved alone goes along, and no other", async () => {
  const { db } = home.database;
  const scene = await makeScene(home.database);
  const group = await makeGroup(db, { spaceId: scene.space.id });
  const to = await makeDiscussion(db, { group, authorActor: scene.noor.actorId });
  const [moved, stays] = [(await postMessage(await scene.as(scene.jef), newMessage(scene.discussion))).row, (await postMessage(await scene.as(scene.jef), newMessage(scene.discussion))).row];
  const about = (subjectId: string) => makeCase(db, { spaceId: scene.space.id, groupId: scene.group.id, subjectKind: "message", subjectId, authorActor: scene.jef.actorId, ownerPersonId: scene.fatima.id });
  const cases = [await about(moved.id), await about(stays.id)];
  await moveMessage(await scene.as(scene.fatima), { id: moved.id, to: to.id });
  while ((await handleFacts(scene.house)) > 0);
  const groups = new Map((await db.select().from(moderationCase)).map((each) => [each.id, each.groupId]));
  expect(cases.map(({ id }) => groups.get(id))).toEqual([group.id, scene.group.id]);
});
