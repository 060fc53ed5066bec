import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate.server";
import { useDatabase } from "./test/use-database";

const home = useDatabase();
const root = fileURLToPath(new URL("..", import.meta.url));
const base = mkdtempSync(join(tmpdir(), "leerhoek-migrate-"));
const fresh: string[] = [];

interface Step {
  tag: string;
  when: number;
  sql: string;
}
const first: Step = { tag: "0000_first", when: 1000, sql: "CREATE TABLE a (id integer);\n--> statement-breakpoint\nINSERT INTO a VALUES (1);" };
const second: Step = { tag: "0001_second", when: 3000, sql: "ALTER TABLE a ADD COLUMN text text;" };

/** A folder of migrations as drizzle-kit writes it. */
function folderOf(name: string, steps: Step[]): { migrationsFolder: string } {
  const migrationsFolder = join(base, name);
  mkdirSync(join(migrationsFolder, "meta"), { recursive: true });
  for (const { tag, sql } of steps) writeFileSync(join(migrationsFolder, `${tag}.sql`), sql);
  writeFileSync(join(migrationsFolder, "meta", "_journal.json"), JSON.stringify({ entries: steps.map(({ tag, when }) => ({ tag, when })) }));
  return { migrationsFolder };
}

async function ask<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

let target = "";
beforeEach(async () => {
  const name = `migrate_${process.pid}_${fresh.length}`;
  await ask(home.connectionString, `CREATE DATABASE ${name} TEMPLATE template0`);
  fresh.push(name);
  const url = new URL(home.connectionString.replace("postgresql:///", "postgresql://_/"));
  url.pathname = `/${name}`;
  target = url.href.replace("postgresql://_/", "postgresql:///");
});
afterAll(async () => {
  for (const name of fresh) await ask(home.connectionString, `DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(base, { recursive: true, force: true });
});

test("ten processes at once: each migration is applied once and everybody succeeds", async () => {
  const script = `import("./db/migrate.server.ts").then(({ migrate }) => migrate(process.argv[1])).then((done) => process.stdout.write(done.join() + "\\n"))`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const child = spawn(process.execPath, ["--import", "tsx", "-e", script, target], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
      let out = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
      const [code] = await once(child, "close");
      return { code: code as number, applied: out.trim() };
    }),
  );
  expect(answers.map(({ code }) => code)).toEqual(Array.from({ length: 10 }, () => 0));
  expect(answers.filter(({ applied }) => applied !== "")).toHaveLength(1);
  const tables = await ask<{ n: number }>(target, "SELECT count(*)::int AS n FROM pg_tables WHERE tablename = 'fact'");
  expect(tables).toEqual([{ n: 1 }]);
}, 60_000);

test("what is missing is applied in order, and a second time there is nothing to do", async () => {
  expect(await migrate(target, folderOf("one", [first]))).toEqual(["0000_first"]);
  expect(await migrate(target, folderOf("two", [first, second]))).toEqual(["0001_second"]);
  expect(await migrate(target, folderOf("two", [first, second]))).toEqual([]);
  expect(await ask(target, "SELECT * FROM a")).toEqual([{ id: 1, text: null }]);
});

test("a migration older than one that was applied is refused, not skipped", async () => {
  const between: Step = { tag: "0001_between", when: 2000, sql: "CREATE TABLE b (id integer);" };
  await migrate(target, folderOf("applied", [first, second]));
  await expect(migrate(target, folderOf("merged", [first, between, second]))).rejects.toMatchObject({
    code: "migration_out_of_order",
    message: expect.stringContaining("0001_between"),
  });
  await expect(migrate(target, folderOf("appended", [first, second, { ...between, tag: "0002_between" }]))).rejects.toMatchObject({ code: "migration_out_of_order" });
});

test("a migration that was changed after it was applied is refused", async () => {
  await migrate(target, folderOf("before", [first]));
  await expect(migrate(target, folderOf("after", [{ ...first, sql: "CREATE TABLE a (id bigint);" }, second]))).rejects.toMatchObject({ code: "migration_changed" });
  expect(await ask(target, "SELECT * FROM a")).toEqual([{ id: 1 }]);
});

test("a database of a newer version is refused", async () => {
  await migrate(target, folderOf("newer", [first, second]));
  await expect(migrate(target, folderOf("older", [first]))).rejects.toMatchObject({ code: "database_newer" });
  await expect(migrate(target, folderOf("other", [first, { ...second, when: 4000 }]))).rejects.toMatchObject({ code: "database_newer" });
});

test("of a migration that fails nothing is kept, what came before it is, and it can be tried again", async () => {
  const broken: Step = { ...second, sql: "CREATE TABLE b (id integer);\n--> statement-breakpoint\nSELECT 1/0;" };
  await expect(migrate(target, folderOf("broken", [first, broken]))).rejects.toThrow("0001_second failed");
  expect(await ask(target, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([{ tablename: "a" }]);
  expect(await migrate(target, folderOf("mended", [first, second]))).toEqual(["0001_second"]);
});

test("a migration that would wait for a table in use gives up after three seconds and everybody else goes on", async () => {
  await migrate(target, folderOf("in-use", [first]));
  const reader = new pg.Client({ connectionString: target });
  await reader.connect();
  await reader.query("BEGIN; SELECT * FROM a");
  const failure = await migrate(target, folderOf("blocked", [first, second])).catch((error: unknown) => error);
  expect(failure).toMatchObject({ cause: { code: "55P03" } });
  await reader.query("COMMIT");
  await reader.end();
  expect(await migrate(target, folderOf("blocked", [first, second]))).toEqual(["0001_second"]);
});
