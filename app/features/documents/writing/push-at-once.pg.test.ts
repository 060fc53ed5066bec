import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { document, documentUpdate, groupMembership } from "#db/schema/index";
import { openDatabase, type Database } from "#db/client.server";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { closeDocumentFeed, documentFeed } from "./document-feed.server";
import { closeLanes } from "../worker/lanes.server";
import { pushUpdate } from "./push-update.server";
import { forgetRights } from "../rights.server";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";

const home = useDatabase();
let first: TestHouse;
let second: TestHouse;
let otherPool: Database;
let world: World;

beforeEach(async () => {
  first = testHouse(home.database);
  otherPool = openDatabase({ home: "postgres", connectionString: home.connectionString });
  second = testHouse(otherPool);
  world = await makeWorld(first);
});
afterEach(async () => {
  for (const house of [first, second]) {
    closeDocumentFeed(house);
    await closeLanes(house);
  }
  await otherPool.close();
});

const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const mine = () => eq(groupMembership.personId, world.writer.id);

/** A gate that opens once, and tells when somebody waits before it. */
function gate() {
  let open: () => void = () => undefined;
  let reached: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const waiting = new Promise<void>((resolve) => (reached = resolve));
  return { open, waiting, pass: () => (reached(), opened) };
}

it("a push that began after a revoke, before its commit, waits for it and is refused", async () => {
  const ctx = await ctxFor(first, world.writer.id);
  const editor = await Editor.open(ctx, world.document.id);
  const hold = gate();
  const revoke = otherPool.withTx(async (db) => {
    await db.update(groupMembership).set({ mayWrite: false }).where(mine());
    await hold.pass();
    return { value: undefined };
  });
  await hold.waiting;
  const push = codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("te laat"))));
  const [early] = await Promise.all([Promise.race([push, waitsForLock()]), Promise.resolve()]);
  expect(early).toBe("waits");
  hold.open();
  await revoke;
  expect(await push).toBe("forbidden");
  expect(await first.database.db.select().from(documentUpdate)).toEqual([]);
});

it("a revoke that comes while a push commits waits for it; nothing of that person is stored afterwards", async () => {
  const ctx = await ctxFor(first, world.writer.id);
  const editor = await Editor.open(ctx, world.document.id);
  const hold = gate();
  first.database = {
    ...home.database,
    withTx: (run) =>
      home.database.withTx(async (db) => {
        const result = await run(db);
        await hold.pass();
        return result;
      }),
  };
  const push = codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("net op tijd"))));
  await hold.waiting;
  let revoked = false;
  const revoke = otherPool.db.update(groupMembership).set({ mayWrite: false }).where(mine()).then(() => (revoked = true));
  await waitsForLock();
  expect(revoked).toBe(false);
  hold.open();
  expect(await push).toBe("ok");
  await revoke;
  first.database = home.database;
  expect(await codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("en nu niet meer"))))).toBe("forbidden");
  expect(await storedText(first, world.document.id)).toContain("net op tijd");
});

/** Settles once a statement waits for a lock that another transaction holds. */
async function waitsForLock(): Promise<"waits"> {
  const client = await otherPool.connectAlone();
  try {
    for (;;) {
      const { rows } = await client.query("select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
      if ((rows[0] as { waiting: number }).waiting > 0) return "waits";
    }
  } finally {
    await client.end();
  }
}

it("two processes write in one text: numbers without a gap, and each finds within one sweep what the other stored", async () => {
  const people = [
    { house: first, ctx: await ctxFor(first, world.writer.id) },
    { house: second, ctx: await ctxFor(second, world.other.id) },
  ];
  const editors = await Promise.all(people.map(({ ctx }) => Editor.open(ctx, world.document.id)));
  for (const { house } of people) documentFeed(house).track(world.document.id, 0);
  const codes = await Promise.all(
    Array.from({ length: 40 }, (_, index) => codeOf(pushUpdate(people[index % 2]!.ctx, pushOf(world.document, editors[index % 2]!.type(`${index}.`))))),
  );
  expect(codes.filter((code) => code !== "ok")).toEqual([]);
  const rows = await first.database.db.select().from(documentUpdate).orderBy(documentUpdate.seq);
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  for (const { house } of people) {
    await documentFeed(house).sweep();
    expect(documentFeed(house).head(world.document.id)).toBe(40);
  }
  // One that leans on what the other process stored a moment ago is no gap.
  forgetRights(first);
  const late = await Editor.open(people[0]!.ctx, world.document.id);
  expect(await codeOf(pushUpdate(people[0]!.ctx, pushOf(world.document, late.type("samen"))))).toBe("ok");
  const text = await storedText(first, world.document.id);
  for (let index = 0; index < 40; index += 1) expect(text).toContain(`${index}.`);
});

it("looks a push up by itself, however long the log of its text is and whatever the database knows of it", async () => {
  const [text, rows] = [world.document.id, 3_000];
  await first.database.db.execute(sql`insert into document_update (document_id, seq, actor_id, push, update, at) select ${text}::uuid, n, ${world.writer.actorId}::uuid, gen_random_uuid(), '\\x0000'::bytea, now() from generate_series(1, ${rows}) as n`);
  await first.database.db.update(document).set({ seq: rows, snapshotSeq: rows }).where(eq(document.id, text));
  const alone = openDatabase({ home: "postgres", connectionString: home.connectionString, poolSize: 1 });
  first.database = alone;
  const ctx = await ctxFor(first, world.writer.id);
  const editor = await Editor.open(ctx, text);
  const before = await readRows(alone);
  for (let stroke = 0; stroke < 12; stroke += 1) expect(await codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("a"))))).toBe("ok");
  const after = await readRows(alone);
  first.database = home.database;
  await alone.close();
  expect(after.added - before.added).toBe(12);
  expect(after.read - before.read).toBeLessThan(rows);
});

/** Rows of logs that the one connection of this database read so far, and added. */
async function readRows({ db }: Database): Promise<{ read: number; added: number }> {
  await db.execute(sql`select pg_stat_force_next_flush()`);
  await db.execute(sql`select pg_stat_clear_snapshot()`);
  const { rows } = await db.execute(sql`select seq_tup_read + idx_tup_fetch as read, n_tup_ins as added from pg_stat_user_tables where relname = 'document_update'`);
  return { read: Number(rows[0]!["read"]), added: Number(rows[0]!["added"]) };
}
