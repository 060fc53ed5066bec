import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";

/** A table as a dump sees it: names quoted for SQL, columns that the database does not make by itself. */
export interface DumpTable {
  name: string;
  columns: string[];
  key: string[];
  /** Rows of such a table may be megabytes; they travel a few at a time. */
  heavy: boolean;
  /** The table refers to itself; such rows come in the order in which they were made. */
  selfReferring: boolean;
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** All tables of the application, each after those that it refers to. */
export async function listTables(db: Db): Promise<DumpTable[]> {
  const columns = await db.execute<{ table: string; column: string; type: string }>(sql`
    select c.table_name as "table", c.column_name as "column", c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' order by c.table_name, c.ordinal_position`);
  const keys = await db.execute<{ table: string; column: string }>(sql`
    select r.relname as "table", a.attname as "column" from pg_index i join pg_class r on r.oid = i.indrelid
    join pg_namespace n on n.oid = r.relnamespace and n.nspname = 'public'
    cross join lateral unnest(i.indkey) with ordinality as k(attnum, position) join pg_attribute a on a.attrelid = r.oid and a.attnum = k.attnum
    where i.indisprimary order by r.relname, k.position`);
  const references = await db.execute<{ from: string; to: string }>(sql`
    select f.relname as "from", t.relname as "to" from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
    join pg_namespace n on n.oid = f.relnamespace and n.nspname = 'public' where c.contype = 'f'`);
  const names = [...new Set(columns.rows.map((row) => row.table))];
  const tables = names.map((table) => ({
    table,
    name: quote(table),
    columns: columns.rows.filter((row) => row.table === table).map((row) => quote(row.column)),
    key: keys.rows.filter((row) => row.table === table).map((row) => quote(row.column)),
    heavy: columns.rows.some((row) => row.table === table && row.type === "bytea"),
    selfReferring: references.rows.some((row) => row.from === table && row.to === table),
  }));
  const ordered: typeof tables = [];
  const place = (one: (typeof tables)[number], path: string[]) => {
    if (ordered.includes(one) || path.includes(one.table)) return;
    for (const { from, to } of references.rows) if (from === one.table && to !== from) place(tables.find((other) => other.table === to)!, [...path, one.table]);
    ordered.push(one);
  };
  for (const one of tables) place(one, []);
  return ordered;
}
