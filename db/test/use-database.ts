import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, inject, type TestContext } from "vitest";
import { openDatabase, type Database } from "../client.server";
import { borrow, type Lent } from "./broker";

/** The database of this test file; everything in it is there from `beforeAll` on. */
export interface TestHome {
  readonly database: Database;
  readonly isPostgres: boolean;
  /** For a second, independent connection; on the embedded home use it only for reading, after the first has nothing under way. */
  readonly connectionString: string;
}

/**
 * Gives the test file a migrated, empty database on the home its project tests (embedded or PostgreSQL).
 * Every table is emptied before the file and before each test; with `keep` only before the file.
 * When this machine has no working PostgreSQL, the file's tests on it are skipped with the reason.
 */
export function useDatabase(options: { keep?: boolean } = {}): TestHome {
  let database: Database | undefined;
  let lent: Lent | undefined;

  beforeAll(async () => {
    lent = await borrow(inject("databaseBroker"), process.env["VITEST_POOL_ID"] ?? "1");
    if ("broken" in lent) throw new Error(`The test database could not be made: ${lent.broken}`);
    if ("missing" in lent) return console.warn(`SKIPPED: ${lent.missing}`);
    database = openDatabase({ home: lent.home, connectionString: lent.connectionString });
    await emptyAll(database);
  });
  beforeEach(async (context: TestContext) => {
    if (lent && "missing" in lent) context.skip(lent.missing);
    if (database && !options.keep) await emptyAll(database);
  });
  afterAll(() => database?.close());

  return {
    get database() {
      if (!database) throw new Error("The test database is there from beforeAll on.");
      return database;
    },
    get isPostgres() {
      return lent !== undefined && "home" in lent && lent.home === "postgres";
    },
    get connectionString() {
      if (!lent || !("home" in lent)) throw new Error("The test database is there from beforeAll on.");
      return lent.connectionString;
    },
  };
}

/**
 * Empties every table and sets every counter back. In one session setting, which the database forgets with the transaction, it leaves out the
 * foreign keys and the triggers that keep facts from being removed; deleting a few rows is many times quicker than truncating some seventy tables.
 */
export async function emptyAll({ withTx }: Database): Promise<void> {
  await withTx(async (db) => {
    const tables = await db.execute<{ name: string }>(
      sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    if (tables.rows.length === 0) return { value: undefined };
    const occupied = await db.execute<{ name: string }>(
      sql.raw(tables.rows.map(({ name }) => `(select '${name.replaceAll("'", "''")}' as name from ${name} limit 1)`).join(" union all ")),
    );
    const deletions = occupied.rows.map(({ name }) => `DELETE FROM ${name}`);
    const steps = [
      "SET LOCAL session_replication_role = replica",
      ...deletions,
      "PERFORM setval(format('%I.%I', schemaname, sequencename), start_value, false) FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL",
    ];
    return { value: undefined, last: sql.raw(`DO $$ BEGIN ${steps.join("; ")}; END $$`) };
  });
}
