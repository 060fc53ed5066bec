import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server";

/** What every table holds, in short: the same before and after when nothing was stored. */
export async function everything({ db }: Database): Promise<string> {
  const tables = (await db.execute<{ name: string }>(sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)).rows;
  const each = tables.map(({ name }) => sql`select ${name}::text as name, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as held from ${sql.identifier(name)} t`);
  const { rows } = await db.execute<{ name: string; held: string }>(sql.join(each, sql` union all `));
  return rows.map(({ name, held }) => `${name} ${held}`).sort().join(", ");
}
