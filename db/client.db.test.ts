import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase, sqlFailureOf, unwrapSqlError } from "./client.server";
import { useDatabase } from "./test/use-database";

const home = useDatabase({ keep: true });

beforeAll(async () => {
  await home.database.db.execute(sql`create schema scratch`);
  await home.database.db.execute(sql`create table scratch.line (id integer primary key, text text not null)`);
});
beforeEach(() => home.database.db.execute(sql`delete from scratch.line`));
afterAll(() => home.database.db.execute(sql`drop schema scratch cascade`));

const texts = async () => (await home.database.db.execute<{ text: string }>(sql`select text from scratch.line order by id`)).rows.map(({ text }) => text);
const add = (id: number, text: string) => sql`insert into scratch.line values (${id}, ${text})`;
const caught = (work: Promise<unknown>) => work.then(() => expect.fail("expected an error"), (error: unknown) => unwrapSqlError(error));

test("a transaction answers with its value and with the rows of its last statement, which sees the rest", async () => {
  const answer = await home.database.withTx(async (db) => {
    await db.execute(add(1, "één"));
    return { value: "done", last: sql`insert into scratch.line values (2, ${"twee's \\ $1"}) returning id, (select count(*)::int from scratch.line) as seen` };
  });
  expect(answer).toEqual({ value: "done", rows: [{ id: 2, seen: 1 }] });
  expect(await texts()).toEqual(["één", "twee's \\ $1"]);
});

test("an error undoes everything and is the server's own, without the parameters of the statement", async () => {
  const error = await caught(
    home.database.withTx(async (db) => {
      await db.execute(add(1, "geheim"));
      await db.execute(add(1, "geheim"));
      return { value: 0 };
    }),
  );
  expect(sqlFailureOf(error)).toEqual({ state: "23505", constraint: "line_pkey" });
  expect(String(error)).not.toContain("geheim");
  expect(await texts()).toEqual([]);
});

test("an error in the last statement undoes everything", async () => {
  const error = await caught(home.database.withTx(async (db) => (await db.execute(add(1, "één")), { value: 0, last: sql`select 1 / ${0}::int` })));
  expect(sqlFailureOf(error)?.state).toBe("22012");
  expect(await texts()).toEqual([]);
});

test("a transaction in which a failed statement was ignored is not reported as committed", async () => {
  const error = await caught(
    home.database.withTx(async (db) => {
      await db.execute(add(1, "één"));
      await db.execute(sql`select 1/0`).catch(() => undefined);
      return { value: 0 };
    }),
  );
  expect(error).toMatchObject({ message: expect.stringContaining("rolled back") });
  expect(await texts()).toEqual([]);
});

test("an error that the work itself throws comes out as it is", async () => {
  const refusal = new Error("forbidden");
  expect(await caught(home.database.withTx(async (db) => (await db.execute(add(1, "één")), Promise.reject(refusal))))).toBe(refusal);
  expect(await texts()).toEqual([]);
});

test("statements sent without waiting for each other all run, in order, before the commit", async () => {
  await home.database.withTx(async (db) => {
    await Promise.all([db.execute(add(1, "één")), db.execute(sql`update scratch.line set text = text || '!'`), db.execute(add(2, "twee"))]);
    return { value: 0 };
  });
  expect(await texts()).toEqual(["één!", "twee"]);
});

test("the outer database and a nested transaction are refused at once inside a transaction", async () => {
  const { database } = home;
  const inside = (use: () => Promise<unknown>) => caught(database.withTx(async () => (await use(), { value: 0 })));
  expect(await inside(() => database.db.execute(sql`select 1`))).toMatchObject({ code: "outer_query" });
  expect(await inside(async () => database.db.execute(sql`select 1`))).toMatchObject({ code: "outer_query" });
  expect(await inside(() => database.withTx(() => Promise.resolve({ value: 0 })))).toMatchObject({ code: "outer_query" });
  expect(await caught(database.withTx((db) => db.transaction(() => Promise.resolve({ value: 0 }))))).toMatchObject({ code: "outer_query" });
  expect(await caught(database.db.transaction(() => Promise.resolve(0)))).toMatchObject({ code: "outer_query" });
});

test("a transaction's database is of no use after its end, and work that outlives it may use the outer one", async () => {
  const { database } = home;
  let later: Promise<unknown> = Promise.resolve();
  let start: () => void = () => undefined;
  const { value } = await database.withTx(async (db) => {
    later = new Promise<void>((resolve) => (start = resolve)).then(() => database.db.execute(sql`select 1`));
    return { value: db };
  });
  start();
  await expect(later).resolves.toMatchObject({ rowCount: 1 });
  expect(await caught(Promise.resolve(value.execute(sql`select 1`)))).toMatchObject({ code: "outer_query" });
});

test("work that keeps failing to serialise runs four times and then fails", async () => {
  let runs = 0;
  const error = await caught(
    home.database.withTx(async (db) => {
      runs += 1;
      await db.execute(sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
      return { value: 0 };
    }),
  );
  expect([runs, sqlFailureOf(error)?.state]).toEqual([4, "40001"]);
});

test("an error other than a deadlock or serialisation failure is never retried", async () => {
  let runs = 0;
  await caught(home.database.withTx(async (db) => ((runs += 1), await db.execute(sql`select 1/0`), { value: 0 })));
  expect(runs).toBe(1);
});

test("a caller who gets no connection in time is told that the database is busy", async () => {
  const small = openDatabase({ home: home.database.home, connectionString: home.connectionString, poolSize: 1, poolTimeout: 100 });
  try {
    await small.withTx(async (db) => {
      await db.execute(sql`select 1`);
      // Outside this transaction's chain of calls, as another visitor would be.
      const other = await new Promise<unknown>((resolve) => visitors.push(() => resolve(caught(small.withTx(() => Promise.resolve({ value: 0 }))))));
      expect(other).toMatchObject({ code: "database_busy" });
      return { value: 0 };
    });
    expect(await small.withTx(() => Promise.resolve({ value: "served" }))).toEqual({ value: "served", rows: [] });
  } finally {
    await small.close();
  }
});

const visitors: (() => void)[] = [];
beforeEach(() => {
  visitors.length = 0;
  const door = setInterval(() => visitors.shift()?.(), 5);
  return () => clearInterval(door);
});

test("a failed statement outside a transaction leaves the connection in use", async () => {
  const { database } = home;
  await database.db.execute(sql`set statement_timeout = '59s'`);
  const setting = async () => (await database.db.execute(sql`show statement_timeout`)).rows;
  const single = await setting();
  expect(sqlFailureOf(await caught(Promise.resolve(database.db.execute(sql`select 1/0`))))?.state).toBe("22012");
  expect(await setting()).toEqual(single);
  await database.db.execute(sql`reset statement_timeout`);
});

test("large values come back whole from twenty callers at once", async () => {
  const large = "ë".repeat(200_000);
  await Promise.all(Array.from({ length: 20 }, (_, id) => home.database.withTx(async (db) => (await db.execute(add(id, `${id}${large}`)), { value: id }))));
  const all = await texts();
  expect(all.map((text) => text.length)).toEqual(Array.from({ length: 20 }, (_, id) => 200_000 + String(id).length));
});
