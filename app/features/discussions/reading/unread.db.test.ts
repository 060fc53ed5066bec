import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeGroup } from "#db/factories/make-group";
import { readingPosition } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { makeCtx } from "~/platform/ctx.server";
import { listDiscussions, markAllRead, markRead, newForMe, postMessage, readDiscussion } from "../index.server";
import { makeScene, newMessage, refusal } from "../test/scene";
import { sinceWhen } from "./since.server";

const home = useDatabase();
const hour = 3_600_000;

/** Noor and Jef came at noon of the eighteenth; before it stood twenty messages, after it come sixty, one an hour. */
async function makeLong() {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const joined = new Date("2025-11-18T11:00:00Z");
  await db.execute(sql`update group_membership set joined_at = ${joined.toISOString()}::timestamptz`);
  const texts = (count: number) => Array.from({ length: count }, (_, index) => `Bericht ${index}`);
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: texts(20), createdAt: new Date(joined.getTime() - hour) });
  for (let later = 1; later <= 60; later += 1) await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["x"], createdAt: new Date(joined.getTime() + later * 0.5 * hour) });
  return { ...scene, page: async (person: Parameters<typeof scene.as>[0], from?: number) => readDiscussion(await scene.as(person), { id: scene.discussion.id, from }) };
}
type Long = Awaited<ReturnType<typeof makeLong>>;
const inList = async ({ as, group, noor }: Long) => (await listDiscussions(await as(noor), { groupId: group.id, page: 1 })).items.map(({ unread, since }) => [unread, since?.day]);

test("who comes to a conversation for the first time is taken to the first message since they joined; others have missed nothing", async () => {
  const scene = await makeLong();
  const page = await scene.page(scene.noor);
  expect(page.me).toMatchObject({ seen: [[1, 20]], firstNew: 21, newSince: { day: "earlier", at: "2025-11-18T11:30:00.000Z" } });
  expect(page.window).toMatchObject({ from: 17, total: 80 });
  expect(await inList(scene)).toEqual([[60, "earlier"]]);
  expect((await scene.page(scene.stranger)).me).toMatchObject({ seen: [[1, 80]], firstNew: null, newSince: null });
  await markRead(await scene.as(scene.stranger), { discussion: scene.discussion.id, ranges: [[71, 76]] });
  expect((await scene.page(scene.stranger)).me).toMatchObject({ seen: [[1, 76]], firstNew: 77 });
  expect((await scene.page(null)).me).toBeNull();
});

test("what was skipped stays new: the page opens there, the list counts it, and nothing else", async () => {
  const scene = await makeLong();
  await markRead(await scene.as(scene.noor), { discussion: scene.discussion.id, ranges: [[21, 60], [65, 80]] });
  const page = await scene.page(scene.noor);
  expect(page.me).toMatchObject({ seen: [[1, 60], [65, 80]], firstNew: 61 });
  expect(page.window.from).toBe(31);
  expect(await inList(scene)).toEqual([[4, "yesterday"]]);
  expect(await newForMe(await scene.as(scene.noor))).toMatchObject({ total: 4, conversations: [{ unread: 4, since: { day: "yesterday" } }] });
  await markRead(await scene.as(scene.noor), { discussion: scene.discussion.id, ranges: [[61, 64]] });
  expect((await scene.page(scene.noor)).me).toMatchObject({ seen: [[1, 80]], firstNew: null, newSince: null });
  expect(await inList(scene)).toEqual([[0, undefined]]);
});

test("somebody who writes before reading has seen their own message, and what was there before they came", async () => {
  const scene = await makeLong();
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion));
  expect((await scene.page(scene.noor)).me).toMatchObject({ seen: [[1, 20], [81, 81]], firstNew: 21 });
});

test("everything is taken for read in one's own groups or in one of them, once, and nobody else's", async () => {
  const scene = await makeLong();
  const { db } = home.database;
  const elsewhere = await makeGroup(db, { spaceId: scene.space.id });
  const theirs = await makeDiscussion(db, { group: elsewhere, authorActor: scene.jef.actorId });
  await makeMessages(db, { discussion: theirs, authorActor: scene.jef.actorId, texts: ["x"] });
  const asNoor = await scene.as(scene.noor);
  expect(await markAllRead(asNoor, { groupId: elsewhere.id })).toBe(0);
  expect(await refusal(markAllRead(asNoor, { groupId: randomUUID() }))).toBe("not_found");
  expect(await Promise.all([markAllRead(asNoor, { groupId: scene.group.id }), markAllRead(asNoor, {})])).toContain(1);
  expect(await markAllRead(asNoor, {})).toBe(0);
  expect((await db.select().from(readingPosition)).map((row) => [row.personId, row.discussionId, row.seen])).toEqual([[scene.noor.id, scene.discussion.id, [[1, 80]]]]);
  expect((await newForMe(await scene.as(scene.jef))).total).toBe(60);
  expect(await refusal(markAllRead(await scene.as(null), {}))).toBe("sign_in");
  for (const odd of [{ groupId: "x" }, { groupId: [scene.group.id] }, { other: 1 }, null, []]) expect(await refusal(markAllRead(asNoor, odd))).toBe("invalid_input");
});

test("a day is that of the region's clock, also around midnight and when the clock is moved", async () => {
  const { house } = await makeScene(home.database);
  const day = (now: string, since: string) => sinceWhen(makeCtx({ ...house, now: () => new Date(now) }, {}), { since })?.day;
  expect(day("2025-11-20T10:00:00Z", "2025-11-19T23:30:00Z")).toBe("today");
  expect(day("2025-11-20T10:00:00Z", "2025-11-19T22:30:00Z")).toBe("yesterday");
  expect(day("2025-11-20T10:00:00Z", "2025-11-18T22:30:00Z")).toBe("earlier");
  expect(day("2025-10-26T23:30:00Z", "2025-10-25T22:30:00Z")).toBe("yesterday");
  expect(day("2025-03-30T21:30:00Z", "2025-03-29T23:30:00Z")).toBe("today");
});
