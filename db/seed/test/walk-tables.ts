import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";

/** Every table of the application, quoted for a statement. */
async function tables(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  return rows.map(({ name }) => name);
}

/** What every table holds, as the number of its rows and a hash of them; settings of the installation apart. */
export async function stateOfTables(db: Db): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const name of await tables(db)) {
    if (name === "installation_setting") continue;
    const { rows } = await db.execute<{ n: number; hash: string | null }>(sql.raw(`SELECT count(*)::int AS n, md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${name} AS t`));
    state[name] = `${rows[0]!.n} ${rows[0]!.hash}`;
  }
  return state;
}

/** Tables in which one of these words stands anywhere, with the word; none means that nothing of it is left. */
export async function findTraces(db: Db, words: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tables(db)) {
    const { rows } = await db.execute<{ word: string }>(
      sql`SELECT DISTINCT w.word FROM ${sql.raw(name)} AS t, unnest(${sql.param(words)}::text[]) AS w(word) WHERE strpos(lower(t::text), lower(w.word)) > 0`,
    );
    found.push(...rows.map(({ word }) => `${name}: ${word}`));
  }
  return found;
}

/** Streams whose head is not the number of their facts, or whose numbers have a hole. */
export async function brokenStreams(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    SELECT coalesce(s.id, f.stream) AS id
    FROM stream s FULL JOIN (SELECT stream, count(*) AS facts, max(n) AS last FROM fact WHERE stream IS NOT NULL GROUP BY stream) f ON f.stream = s.id
    WHERE s.head IS DISTINCT FROM f.facts OR f.last IS DISTINCT FROM f.facts`);
  return rows.map(({ id }) => id);
}
