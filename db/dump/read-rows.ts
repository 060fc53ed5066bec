import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { DumpTable } from "./tables";

/** Rows at a time. */
const slice = 500;
const heavySlice = 10;

/**
 * The rows of one table as JSON texts, in the order of its key, a slice at a time. The same rows give the same texts on
 * every PostgreSQL: timestamps in UTC, bytes as hex.
 */
export async function* readRows(db: Db, table: DumpTable): AsyncGenerator<string[]> {
  const columns = sql.raw(table.columns.join(", "));
  const key = sql.raw(table.key.join(", "));
  const order = sql.raw((table.selfReferring && table.columns.includes('"number"') ? ['"number"', ...table.key] : table.key).join(", "));
  const size = table.heavy ? heavySlice : slice;
  const keyed = table.selfReferring ? null : table.key;
  let after: string[] | null = null;
  for (let offset = 0; ; offset += size) {
    const where: SQL = after && keyed ? sql`where (${key}) > (${sql.join(after.map((value) => sql`${value}`), sql`, `)})` : sql``;
    const page = keyed ? sql`limit ${size}` : sql`limit ${size} offset ${offset}`;
    const keyTexts = sql.raw(table.key.map((column) => `${column}::text`).join(", "));
    const { rows }: { rows: { row: string; key: string[] }[] } = await db.execute<{ row: string; key: string[] }>(sql`
      select to_jsonb(r)::text as row, array[${keyTexts}] as key
      from (select ${columns} from ${sql.raw(table.name)} ${where} order by ${order} ${page}) r`);
    if (rows.length > 0) yield rows.map((one) => one.row);
    if (rows.length < size) return;
    after = rows.at(-1)!.key;
  }
}

/** Makes one transaction see one moment, read only, and print the same texts everywhere. */
export async function holdStill(db: Db): Promise<void> {
  await db.execute(sql`set transaction isolation level repeatable read, read only`);
  await db.execute(sql`set local timezone = 'UTC'`);
}
