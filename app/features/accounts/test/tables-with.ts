import { sql } from "drizzle-orm";
import type { House } from "~/platform/ctx.server";

/** Every table whose rows, read as text, contain one of the words. */
export async function tablesWith(house: House, words: string[]): Promise<string[]> {
  const tables = await house.database.db.execute<{ name: string }>(
    sql`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const hits = await house.database.db.execute(
      sql`select 1 from ${sql.raw(name)} as t where ${sql.join(words.map((word) => sql`strpos(lower(t::text), lower(${word})) > 0`), sql` or `)} limit 1`,
    );
    if (hits.rows.length > 0) found.push(name);
  }
  return found.sort();
}
