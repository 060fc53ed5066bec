import { sql, type SQL } from "drizzle-orm";
import type { Database, Db } from "#db/client.server";
import { dumpTables, type TableSums } from "./dump";
import { listTables, type DumpTable } from "./tables";

/** What arrived is not what was sent: nothing was changed. */
export class DumpError extends Error {}

/**
 * Puts the rows of a dump in the place of everything that is there, in one transaction, and compares every table with what
 * was sent before it counts.
 * @throws DumpError naming the tables that differ.
 */
export async function loadTables(database: Database, lines: AsyncIterable<{ table: string; rows: string[] }>, expected: () => TableSums): Promise<void> {
  await database.withTx(async (db) => {
    await db.execute(sql`set local timezone = 'UTC'`);
    const tables = await listTables(db);
    const known = new Map(tables.map((table) => [table.name, table]));
    const names = sql.raw(tables.map((table) => table.name).join(", "));
    // What may only be appended to must be emptied here: by its owner, inside this transaction.
    const guarded = await guardedTables(db);
    for (const table of guarded) await db.execute(sql`alter table ${table} disable trigger user`);
    await db.execute(sql`truncate ${names} restart identity cascade`);
    const counts: Record<string, number> = {};
    for await (const { table: name, rows } of lines) {
      const table = known.get(name);
      if (!table) throw new DumpError(`This backup has a table ${name} that this version does not know.`);
      await insertRows(db, table, rows);
      counts[name] = (counts[name] ?? 0) + rows.length;
    }
    await restartNumbers(db);
    for (const table of guarded) await db.execute(sql`alter table ${table} enable trigger user`);
    const wrong = Object.entries(expected()).filter(([name, sum]) => (counts[name] ?? 0) !== sum.rows);
    if (wrong.length > 0) throw new DumpError(`Rows are missing from ${wrong.map(([name]) => name).join(", ")}. Nothing was changed.`);
    return { value: undefined };
  });
  const differing = compareSums(expected(), await dumpTables(database, async () => undefined));
  if (differing.length > 0) throw new DumpError(`After loading, these tables differ from the backup: ${differing.join(", ")}.`);
}

/** Tables that are not the same in two homes. */
export function compareSums(one: TableSums, other: TableSums): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => one[name]?.sha256 !== other[name]?.sha256 || one[name]?.rows !== other[name]?.rows);
}

async function insertRows(db: Db, table: DumpTable, rows: string[]): Promise<void> {
  const columns = sql.raw(table.columns.join(", "));
  await db.execute(sql`
    insert into ${sql.raw(table.name)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${sql.raw(table.name)}, ${`[${rows.join(",")}]`}::jsonb)`);
}

/** Numbers that the database gives go on after the highest that came in. */
async function restartNumbers(db: Db): Promise<void> {
  const { rows } = await db.execute<{ table: string; column: string; sequence: string }>(sql`
    select quote_ident(table_name) as "table", quote_ident(column_name) as "column", pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
    from information_schema.columns where table_schema = 'public' and (is_identity = 'YES' or column_default like 'nextval(%')`);
  for (const { table, column, sequence } of rows) {
    await db.execute(sql`select setval(${sequence}::regclass, coalesce(max(${sql.raw(column)}), 1), count(*) > 0) from ${sql.raw(table)}`);
  }
}

/** Tables on which a trigger of ours stands, quoted. */
async function guardedTables(db: Db): Promise<SQL[]> {
  const { rows } = await db.execute<{ table: string }>(sql`
    select distinct quote_ident(r.relname) as "table" from pg_trigger t join pg_class r on r.oid = t.tgrelid
    join pg_namespace n on n.oid = r.relnamespace and n.nspname = 'public' where not t.tgisinternal`);
  return rows.map((row) => sql.raw(row.table));
}
