import { connect, createServer, type Socket } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase, sqlFailureOf, unwrapSqlError, type Database } from "./client.server";
import { connectionStringFor } from "./embedded/place-socket";
import { runUnderKills } from "./prove-driver/run-under-kills";
import { ownClient } from "./prove-driver/own-client";
import { useDatabase } from "./test/use-database";

const home = useDatabase({ keep: true });

beforeAll(async () => {
  await home.database.db.execute(sql`create schema scratch`);
  await home.database.db.execute(sql`create table scratch.account (id integer primary key, amount integer not null)`);
});
beforeEach(async () => {
  await home.database.db.execute(sql`delete from scratch.account`);
  await home.database.db.execute(sql`insert into scratch.account values (1, 0), (2, 0)`);
});
afterAll(() => home.database.db.execute(sql`drop schema scratch cascade`));

const raise = (id: number) => sql`update scratch.account set amount = amount + 1 where id = ${id}`;

test("two transactions that lock in opposite order both succeed, one of them on a second try", async () => {
  let runs = 0;
  let bothHold: () => void = () => undefined;
  const meeting = new Promise<void>((resolve) => (bothHold = resolve));
  let holding = 0;
  const cross = (first: number, second: number) =>
    home.database.withTx(async (db) => {
      runs += 1;
      await db.execute(raise(first));
      holding += 1;
      if (holding === 2) bothHold();
      await meeting;
      await db.execute(raise(second));
      return { value: 0 };
    });
  await Promise.all([cross(1, 2), cross(2, 1)]);
  expect(runs).toBe(3);
  expect((await home.database.db.execute(sql`select amount from scratch.account`)).rows).toEqual([{ amount: 2 }, { amount: 2 }]);
});

test("the server ends a slow statement and the connection stays in use", async () => {
  const database = openDatabase({ home: "postgres", connectionString: home.connectionString, poolSize: 1, callTimeout: 200 });
  try {
    const pid = async () => (await database.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]?.pid;
    const before = await pid();
    const error = await database.db.execute(sql`select pg_sleep(30)`).catch((reason: unknown) => reason);
    expect(sqlFailureOf(error)?.state).toBe("57014");
    expect(await pid()).toBe(before);
  } finally {
    await database.close();
  }
});

test("a network that swallows everything gives database_unavailable, and calls succeed once it is back", async () => {
  const proxy = await openProxy(home.connectionString);
  const database = openDatabase({ home: "postgres", connectionString: proxy.connectionString, poolSize: 2, callTimeout: 100, poolTimeout: 500 });
  try {
    await database.db.execute(sql`select 1`);
    proxy.swallow(true);
    expect(await failureOf(transfer(database))).toBe("database_unavailable");
    expect(await failureOf(database.db.execute(sql`select 1`))).toBe("database_unavailable");
    proxy.swallow(false);
    await transfer(database);
    expect((await database.db.execute(sql`select amount from scratch.account order by id`)).rows).toEqual([{ amount: 1 }, { amount: 1 }]);
  } finally {
    await database.close();
    await proxy.close();
  }
});

test("a server that cannot be reached gives database_unavailable", async () => {
  const database = openDatabase({ home: "postgres", connectionString: connectionStringFor(join(tmpdir(), "leerhoek-nowhere")) });
  expect(await failureOf(transfer(database))).toBe("database_unavailable");
  expect(await failureOf(database.db.execute(sql`select 1`))).toBe("database_unavailable");
  await database.close();
});

test("200 killed connections under 40 callers: every call answers, no group is torn, nothing acknowledged is lost, nothing escapes to the process", async () => {
  const outcome = await runUnderKills({ connectionString: home.connectionString, client: ownClient, callers: 40, kills: 200, pause: 4, patience: 10_000 });
  expect(outcome).toMatchObject({ hung: 0, uncaught: 0, torn: 0, lost: 0, recovered: true });
  expect(outcome.kills).toBeGreaterThanOrEqual(200);
  expect(outcome.failed).toBeGreaterThan(0);
  expect(outcome.done).toBeGreaterThan(outcome.failed);
}, 60_000);

const transfer = (database: Database) => database.withTx(async (db) => (await db.execute(raise(1)), await db.execute(raise(2)), { value: 0 }));

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(() => undefined, unwrapSqlError);
  return error instanceof Error && "code" in error ? error.code : error;
}

/** A socket in front of the server that can stop passing anything on. */
async function openProxy(target: string): Promise<{ connectionString: string; swallow(on: boolean): void; close(): Promise<void> }> {
  const url = new URL(target);
  const socketDir = url.searchParams.get("host");
  const dir = mkdtempSync(join(tmpdir(), "leerhoek-proxy-"));
  const sockets = new Set<Socket>();
  let swallowing = false;
  const server = createServer((near) => {
    const far = socketDir ? connect(join(socketDir, ".s.PGSQL.5432")) : connect(Number(url.port || 5432), url.hostname);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      sockets.add(from);
      from.on("data", (data) => void (swallowing || to.write(data)));
      from.on("error", () => to.destroy());
      from.on("close", () => (to.destroy(), sockets.delete(from)));
    }
  });
  await new Promise<void>((done) => server.listen(join(dir, ".s.PGSQL.5432"), done));
  const through = new URL(connectionStringFor(dir, url.pathname.slice(1), url.searchParams.get("user") ?? url.username));
  return {
    connectionString: through.href.replace("postgresql://?", "postgresql:///?"),
    swallow: (on) => void (swallowing = on),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
