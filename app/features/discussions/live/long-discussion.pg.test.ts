import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "#db/test/use-database";
import type { Ctx } from "~/platform/ctx.server";
import { accessDiscussion, listDiscussions, markRead, readDiscussion } from "../index.server";
import { readWindow } from "../read-discussion.server";
import { makeScene } from "../test/scene";
import { windowSize } from "../views";

const home = useDatabase();
const many = 100_000;
/** A page is fifty messages, and finding where to begin takes some twenty rows more. */
const few = 2 * (windowSize + 20);

/** A conversation of a hundred thousand messages, an hour apart, the last of them just now. */
async function makeLong() {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  // In parts: one statement of that many would be called off.
  for (let last = many / 20; last <= many; last += many / 20) await db.execute(sql`
    INSERT INTO message (id, discussion_id, group_id, number, author_actor, text, created_at)
    SELECT gen_random_uuid(), ${scene.discussion.id}, ${scene.group.id}, n, ${scene.jef.actorId}, 'x', ${scene.house.now().toISOString()}::timestamptz - make_interval(hours => ${many} - n)
    FROM generate_series(${last - many / 20 + 1}::int, ${last}::int) AS n`);
  await db.execute(sql`UPDATE discussion SET message_count = ${many}, last_message_at = ${scene.house.now().toISOString()}::timestamptz`);
  await db.execute(sql`ANALYZE`);
  return scene;
}

/** How many rows of messages a piece of work fetched by an index (PostgreSQL may count one in the index and in the table), and how often it read through all of them. */
async function rowsFetched(ctx: Ctx, work: (ctx: Ctx) => Promise<unknown>): Promise<{ rows: number; readThrough: number }> {
  const { value } = await home.database.withTx(async (db) => {
    // What the connection did before and has not reported yet is counted too.
    const counted = async () => (await db.execute<{ rows: number; scans: number }>(sql`SELECT idx_tup_fetch::int AS rows, seq_scan::int AS scans FROM pg_stat_xact_user_tables WHERE relid = 'message'::regclass`)).rows[0]!;
    const before = await counted();
    await work({ ...ctx, db });
    const after = await counted();
    return { value: { rows: after.rows - before.rows, readThrough: after.scans - before.scans } };
  });
  return value;
}

test("a conversation of a hundred thousand messages costs no more to open than a short one, wherever it is opened", { timeout: 300_000 }, async () => {
  const scene = await makeLong();
  const id = scene.discussion.id;
  const asNoor = await scene.as(scene.noor);
  // Halving finds what was there before she came, among all that is new.
  await home.database.db.execute(sql`update group_membership set joined_at = ${scene.house.now().toISOString()}::timestamptz - interval '70000 hours'`);
  const open = (from?: number) => rowsFetched(asNoor, (ctx) => readDiscussion(ctx, { id, from }));
  for (const from of [undefined, 1, many / 2, many]) {
    const looked = await open(from);
    expect(looked.readThrough).toBe(0);
    expect(looked.rows).toBeGreaterThan(0);
    expect(looked.rows).toBeLessThanOrEqual(few);
  }
  const page = await readDiscussion(asNoor, { id });
  expect(page.me).toMatchObject({ seen: [[1, 30_000]], firstNew: 30_001 });
  expect([page.window.from, page.window.messages.length, page.window.newer]).toEqual([29_997, windowSize, 30_047]);

  await markRead(asNoor, { discussion: id, ranges: [[30_001, 60_000]] });
  expect((await open()).rows).toBeLessThanOrEqual(few);
  const listed = await rowsFetched(asNoor, async (ctx) => expect((await listDiscussions(ctx, { groupId: scene.group.id, page: 1 })).items[0]).toMatchObject({ messages: many, unread: 40_000 }));
  expect(listed.rows).toBeLessThanOrEqual(2);
  const part = await rowsFetched(asNoor, async (ctx) => expect((await readWindow(ctx, await accessDiscussion(ctx, id), 77_000, 20)).messages).toHaveLength(20));
  expect(part.rows).toBeLessThanOrEqual(2 * 20);
});
