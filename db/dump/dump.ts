import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database, Db } from "#db/client.server";
import { holdStill, readRows } from "./read-rows";
import { listTables } from "./tables";

/** The first line of a backup. */
export interface DumpHead {
  kind: "leerhoek-backup";
  format: 1;
  madeAt: string;
  /** Hashes of the migrations that were applied, in order. */
  migrations: string[];
}

/** Per table: how many rows, and a hash over their texts in order. */
export type TableSums = Record<string, { rows: number; sha256: string }>;

/** What follows the head: rows of a table, a piece of a file, and at the end the sums. */
export type DumpLine = { table: string; rows: string[] } | { file: string; base64: string } | { tables: TableSums; files: number; lines: number };

/**
 * Writes every row of every table, as of one moment, through `write`. On the embedded home everybody else waits meanwhile;
 * on PostgreSQL nobody does.
 * @returns the sums, to compare with another home.
 */
export async function dumpTables(database: Database, write: (line: { table: string; rows: string[] }) => Promise<void>): Promise<TableSums> {
  const { value } = await database.withTx(async (db) => {
    await holdStill(db);
    const sums: TableSums = {};
    for (const table of await listTables(db)) {
      const hash = createHash("sha256");
      let rows = 0;
      for await (const texts of readRows(db, table)) {
        for (const text of texts) hash.update(text).update("\n");
        rows += texts.length;
        await write({ table: table.name, rows: texts });
      }
      sums[table.name] = { rows, sha256: hash.digest("hex") };
    }
    return { value: sums };
  });
  return value;
}

/** Hashes of the migrations that this database has. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ hash: string }>(sql`select hash from drizzle.__drizzle_migrations order by id`);
  return rows.map((row) => row.hash);
}
