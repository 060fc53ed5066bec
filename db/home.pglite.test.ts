import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openDatabase } from "./client.server";
import { unwrapSqlError } from "./database-error";
import { connectionStringFor } from "./embedded/place-socket";
import { homeFromEnv, openEmbedded, type EmbeddedDatabase } from "./home.server";

let base = "";
/** A closed folder to copy, because making one takes many times longer than opening one. */
const pristine = () => join(base, "pristine");
let dir = "";
/** The home most tests share, because opening one takes a second. */
let shared: EmbeddedDatabase;
const notices: string[] = [];
const open: EmbeddedDatabase[] = [];
const children: ChildProcess[] = [];

async function openFolder(folder: string): Promise<EmbeddedDatabase> {
  const database = await openEmbedded({ dir: folder }, { callTimeout: 1_000 });
  open.push(database);
  return database;
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "leerhoek-home-"));
  dir = join(base, "data");
  // What a start leaves behind that was cut off while making the folder.
  mkdirSync(join(dir, "postgres.new", "base"), { recursive: true });
  writeFileSync(join(dir, "postgres.new", "PG_VERSION"), "18\n");
  await (await openEmbedded({ dir })).close();
  cpSync(dir, pristine(), { recursive: true, filter: (path) => !path.endsWith(".s.PGSQL.5432") });
  shared = await openEmbedded({ dir }, { callTimeout: 1_000, onError: (error) => notices.push(error.message) });
  await shared.db.execute(sql`create table line (id integer generated always as identity primary key, text text not null)`);
}, 60_000);
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all(open.splice(0).map((database) => database.close()));
});
afterAll(async () => {
  await shared.close();
  rmSync(base, { recursive: true, force: true });
});

const add = (database: EmbeddedDatabase, text: string) =>
  database.withTx(async (db) => (await db.execute(sql`insert into line (text) values (${text})`), { value: text }));
const texts = async (database: EmbeddedDatabase) =>
  (await database.db.execute<{ text: string }>(sql`select text from line order by id`)).rows.map(({ text }) => text);
const codeOf = (work: Promise<unknown>) =>
  work.then(() => "no error", (error: unknown) => {
    const inner = unwrapSqlError(error);
    return inner instanceof Error && "code" in inner ? inner.code : String(error);
  });

test("every commit is synced to disk", async () => {
  const before = await shared.syncs();
  for (let n = 0; n < 25; n += 1) await add(shared, `regel ${n}`);
  expect((await shared.syncs()) - before).toBeGreaterThanOrEqual(25);
});

test("a second process is refused, with the name of the holder, and the first goes on", async () => {
  await expect(openEmbedded({ dir })).rejects.toMatchObject({ code: "folder_locked", message: expect.stringContaining(`process ${process.pid}`) });
  await add(shared, "nog altijd");
  expect(await texts(shared)).toContain("nog altijd");
});

test("a folder that cannot be written is refused in one sentence", async () => {
  const file = join(base, "file");
  writeFileSync(file, "");
  await expect(homeFromEnv({ DATA_DIR: join(file, "data") })).rejects.toMatchObject({ code: "folder_unwritable", message: expect.stringContaining(file) });
});

test("a database that does not open in time is given up in one sentence, and leaves nothing in the way of the next start", async () => {
  const folder = join(base, "slow");
  cpSync(pristine(), folder, { recursive: true });
  await expect(openEmbedded({ dir: folder, opensWithin: 1 })).rejects.toMatchObject({ code: "embedded_failed", message: expect.stringMatching(/^The embedded database in \S+ did not open within 1 seconds; [^\n]+\.$/) });
  expect((await (await openFolder(folder)).db.execute(sql`select 1 as n`)).rows).toEqual([{ n: 1 }]);
}, 60_000);

test("one that takes a connection and never answers is told to be stuck, and who asked is refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "leerhoek-silent-"));
  const silent = createServer((socket) => void socket.resume()).listen(join(folder, ".s.PGSQL.5432"));
  await once(silent, "listening");
  let stuck = 0;
  const database = openDatabase({ connectionString: connectionStringFor(folder), home: "embedded", poolTimeout: 200, onStuck: () => void (stuck += 1) });
  expect(await codeOf(database.db.execute(sql`select 1`))).toBe("database_unavailable");
  expect(stuck).toBe(1);
  await database.close();
  await new Promise((resolve) => silent.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

test("a statement that takes too long is ended, the event loop stays free, and the next call is served with every row there", async () => {
  await add(shared, "voor de trage vraag");
  let longest = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const pid = shared.pid();
  const code = await codeOf(shared.db.execute(sql`select count(*) from generate_series(1, 2000000000)`));
  clearInterval(pulse);
  expect(code).toBe("database_unavailable");
  expect(longest).toBeLessThan(500);
  expect(await texts(shared)).toContain("voor de trage vraag");
  expect(shared.pid()).not.toBe(pid);
});

test("a slow statement in a transaction is undone, and callers who wait meanwhile are served", async () => {
  const slow = codeOf(
    shared.withTx(async (db) => {
      await db.execute(sql`insert into line (text) values ('half')`);
      await db.execute(sql`select count(*) from generate_series(1, 2000000000)`);
      return { value: 0 };
    }),
  );
  const waiting = [add(shared, "wachter een"), add(shared, "wachter twee")];
  expect(await slow).toBe("database_unavailable");
  await Promise.all(waiting);
  const kept = await texts(shared);
  expect(kept).not.toContain("half");
  expect(kept).toEqual(expect.arrayContaining(["wachter een", "wachter twee"]));
});

test("the database process killed in the middle of writing: every acknowledged row is there, and only failed calls are lost", async () => {
  for (let round = 0; round < 2; round += 1) {
    const acknowledged: string[] = [];
    let failures = 0;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; n < 60; n += 1) {
        await add(shared, `ronde ${round} ${writer} ${n}`).then(({ value }) => acknowledged.push(value), () => (failures += 1));
        if (acknowledged.length === 40) process.kill(shared.pid(), "SIGKILL");
      }
    });
    await Promise.all(writers);
    const kept = new Set(await texts(shared));
    expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);
    expect(failures).toBeGreaterThan(0);
    expect(failures).toBeLessThan(20);
    expect(acknowledged.length + failures).toBe(240);
  }
  expect(notices.join()).toContain("started again");
}, 60_000);

test("the whole platform killed, with a statement under way: it starts again at once, with what it had acknowledged", async () => {
  const folder = join(base, "killed");
  cpSync(pristine(), folder, { recursive: true });
  const holder = spawn(process.execPath, ["--import", "tsx", fileURLToPath(new URL("./test/hold-folder.ts", import.meta.url)), folder], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(holder);
  await once(holder.stdout, "data");
  holder.kill("SIGKILL");
  const database = await openFolder(folder);
  expect(await texts(database)).toEqual(["vastgehouden"]);
  await add(database, "verder");
}, 60_000);

test("a start that was cut off while making the folder left nothing in the way", () => {
  expect(readdirSync(dir)).toEqual(expect.arrayContaining(["postgres", ".s.PGSQL.5432"]));
  expect(readdirSync(dir)).not.toContain("postgres.new");
});

test("a folder whose path is too long for a socket works too, also after a restart, and leaves no temporary folder", async () => {
  const folder = join(base, "l".repeat(60), "o".repeat(60));
  cpSync(pristine(), folder, { recursive: true });
  const database = await openFolder(folder);
  const socketDir = new URL(database.connectionString).searchParams.get("host") ?? "";
  expect(socketDir.startsWith(tmpdir())).toBe(true);
  await database.db.execute(sql`create table kept (a integer)`);
  process.kill(database.pid(), "SIGKILL");
  await codeOf(database.db.execute(sql`select 1`));
  expect((await database.db.execute(sql`select count(*)::int as n from kept`)).rows).toEqual([{ n: 0 }]);
  await database.close();
  open.splice(0);
  expect(existsSync(socketDir)).toBe(false);
}, 60_000);

test("after closing, calls are refused and the folder is free", async () => {
  const folder = join(base, "killed");
  const database = await openFolder(folder);
  await database.close();
  open.splice(0);
  expect(await codeOf(add(database, "te laat"))).toBe("database_unavailable");
  expect(await texts(await openFolder(folder))).toEqual(["vastgehouden", "verder"]);
});
