import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makeSpace } from "#db/factories/make-space";
import { discussion as discussionTable, group as groupTable, message } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { loadEntities } from "~/platform/entities.server";
import { listDiscussions, markRead, moveDiscussion, postMessage, reactToMessage, readDiscussion, readMoveForm, searchDiscussions } from "../index.server";
import type { Ctx } from "~/platform/ctx.server";
import { follow, openPage } from "../test/live-page";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

const home = useDatabase();

const found = async (ctx: Ctx) => (await searchDiscussions(ctx, { words: "zonnebloem", of: "messages", limit: 10 })).items;

/** A conversation with two messages, and another group of the same leerplek in which Noor is alone. */
async function withGroups(from: Partial<Parameters<typeof makeGroup>[1]> = {}, to: Partial<Parameters<typeof makeGroup>[1]> = {}) {
  const scene = await makeScene(home.database, { group: from as Parameters<typeof makeGroup>[1] });
  const other = await makeGroup(home.database.db, { ...to, spaceId: scene.space.id, name: "De kelder" });
  await makeGroupMembership(home.database.db, { group: other, personId: scene.noor.id, shownName: "Noor" });
  const first = await postMessage(await scene.as(scene.jef), newMessage(scene.discussion, "Een zonnebloem"));
  await postMessage(await scene.as(scene.noor), { ...newMessage(scene.discussion, "Mooi"), replyTo: first.row.id });
  const move = async (who: Scene["noor"] | null = scene.fatima, id = other.id) => moveDiscussion.withFacts(await scene.as(who), { discussion: scene.discussion.id, to: id });
  return { scene, other, first: first.row, move };
}

test("goes with its messages, once, and is told on the streams of both groups; the old one does not say where to", async () => {
  const { scene, other, move } = await withGroups();
  const both = await Promise.all([move(), move()]);
  expect(both.flatMap(({ facts }) => facts.map((one) => [one.type, one.stream, one.data])).sort()).toEqual([
    ["discussion.moved-away", groupStream(scene.group.id), {}],
    ["discussion.moved-here", groupStream(other.id), { discussion: scene.discussion.id }],
  ]);
  const rows = await home.database.db.select({ groupId: message.groupId, number: message.number }).from(message);
  expect(rows.map((row) => row.groupId)).toEqual([other.id, other.id]);
  const page = await readDiscussion(await scene.as(scene.noor), { id: scene.discussion.id });
  expect([page.place.group.id, page.window.messages.map((one) => [one.number, one.text, one.replyTo?.excerpt])]).toEqual([other.id, [[1, "Een zonnebloem", undefined], [2, "Mooi", "Een zonnebloem"]]]);
  const listed = async (groupId: string) => (await listDiscussions(await scene.as(scene.noor), { groupId, page: 1 })).items.length;
  expect([await listed(scene.group.id), await listed(other.id)]).toEqual([0, 1]);
});

test("a page that was open is cleared, and nothing that is written afterwards travels along the old stream", async () => {
  const { scene, other, first, move } = await withGroups({}, { visibility: "members" });
  const jef = await scene.as(scene.jef);
  const open = await openPage(jef, scene.discussion.id);
  await move();
  const after = await follow(jef, scene.group.id, open);
  expect(after.state.discussion.gone).toBe("moved");
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Een geheim"));
  const late = await follow(jef, scene.group.id, { n: 0, state: open.state });
  expect(JSON.stringify([...late.state.messages.values()])).not.toContain("geheim");
  const old = await loadEntities(jef, groupStream(scene.group.id), [{ kind: "message", id: first.id }, { kind: "discussion", id: scene.discussion.id }]);
  expect(old.map((one) => [one.kind, one.gone, one["text"]])).toEqual([["message", "moved", undefined], ["discussion", "moved", undefined]]);
  const [here] = await loadEntities(await scene.as(scene.noor), groupStream(other.id), [{ kind: "discussion", id: scene.discussion.id }]);
  expect([here!.gone, here!["group"]]).toEqual([undefined, other.id]);
});

test("whoever is not in the new group reads, finds, reacts to and writes nothing of it any more; what was read stays read", async () => {
  const { scene, first, move } = await withGroups({}, { visibility: "members" });
  const noor = await scene.as(scene.noor);
  await markRead(noor, { discussion: scene.discussion.id, ranges: [[1, 2]] });
  await move();
  const jef = await scene.as(scene.jef);
  expect(await refusal(readDiscussion(jef, { id: scene.discussion.id }))).toBe("join_group");
  expect(await refusal(readDiscussion(await scene.as(null), { id: scene.discussion.id }))).toBe("sign_in");
  expect(await refusal(postMessage(jef, newMessage(scene.discussion)))).toBe("join_group");
  expect(await refusal(reactToMessage(jef, { id: first.id, kind: "thanks", on: true }))).toBe("join_group");
  expect(await found(jef)).toEqual([]);
  expect(await found(noor)).toHaveLength(1);
  expect((await readDiscussion(noor, { id: scene.discussion.id })).me!.firstNew).toBeNull();
});

test("never goes to more people than it was written for", async () => {
  const { db } = home.database;
  const closed = { visibility: "members", joining: "request" } as const;
  const { scene, other, move } = await withGroups(closed, closed);
  const stranger = await makeGroup(db, { ...closed, spaceId: scene.space.id });
  await makeGroupMembership(db, { group: stranger, personId: scene.stranger.id, shownName: "Vreemd" });
  const easier = await makeGroup(db, { visibility: "members", joining: "open", spaceId: scene.space.id });
  const everyone = await makeGroup(db, { spaceId: scene.space.id });
  const form = await readMoveForm(await scene.as(scene.fatima), { id: scene.discussion.id });
  expect(form.groups.map((one) => one.id)).toEqual([other.id]);
  for (const { id } of [stranger, easier, everyone]) expect(await refusal(move(scene.fatima, id))).toBe("wider_audience");
  expect((await db.select().from(discussionTable).where(eq(discussionTable.id, scene.discussion.id)))[0]!.groupId).toBe(scene.group.id);
  expect(await refusal(move())).toBe("accepted");
});

test("is refused with the reason", async () => {
  const { db } = home.database;
  const { scene, other, move } = await withGroups();
  expect([await refusal(move(null)), await refusal(move(scene.noor)), await refusal(move(scene.stranger))]).toEqual(["sign_in", "forbidden", "forbidden"]);
  expect(await refusal(move(scene.fatima, randomUUID()))).toBe("not_found");
  const elsewhere = await makeGroup(db, { spaceId: (await makeSpace(db)).id });
  expect(await refusal(move(scene.fatima, elsewhere.id))).toBe("not_found");
  expect(await refusal(readMoveForm(await scene.as(scene.noor), { id: scene.discussion.id }))).toBe("forbidden");
  await db.update(groupTable).set({ archivedAt: scene.house.now() }).where(eq(groupTable.id, other.id));
  expect(await refusal(move())).toBe("closed");
  await db.update(groupTable).set({ archivedAt: null });
  await db.update(discussionTable).set({ moderation: "hidden" });
  expect(await refusal(move())).toBe("not_found");
});
