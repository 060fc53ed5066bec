import { sql, type SQL } from "drizzle-orm";
import type { Ctx } from "./ctx.server";
import { cleanText } from "./written-text";

/** A `tsquery` as text, as `queryFor` makes it: one that an index can answer. */
export type SearchQuery = string & { readonly searchQuery: true };

/** At most this much of what somebody types is searched for. */
const queryCharacters = 200;

/** What somebody typed to search for, on one line, without what no text holds either. */
export function typedWords(words: string): string {
  return cleanText(words.slice(0, queryCharacters).replace(/\p{Cs}/gu, "")).replace(/\s+/g, " ");
}

/**
 * What somebody typed, as a query: quotes, `or` and a minus work as people know them from elsewhere.
 * The Dutch stemmer does not bring "bussen" and "bus", or "fietsen" and "fiets", to one stem. So each word also finds what
 * begins with it (which finds compounds too), and a stem that ends in a doubled letter or an s also finds what it is without.
 */
export function searchWords(words: string): SQL {
  const beginnings = sql`regexp_replace(websearch_to_tsquery('leerhoek_dutch', ${words})::text, ${`'((?:[^']|'')+)'`}, ${`'\\1':*`}, 'g')`;
  const withoutS = sql`regexp_replace(${beginnings}, ${`'(\\w\\w+)s':\\*`}, ${`('\\1s':* | '\\1')`}, 'g')`;
  return sql`regexp_replace(${withoutS}, ${`'(\\w+(\\w))\\2':\\*`}, ${`('\\1\\2':* | '\\1')`}, 'g')::tsquery`;
}

/**
 * The same, worked out once for several statements.
 * @returns null where there is nothing to look for: no words, words like "de" alone, or only what must not be there.
 */
export async function queryFor(ctx: Ctx, words: string): Promise<SearchQuery | null> {
  const typed = typedWords(words);
  if (typed === "") return null;
  const { rows } = await ctx.db.execute<{ query: SearchQuery; tree: string }>(sql`SELECT made.query::text AS query, querytree(made.query) AS tree FROM (SELECT ${searchWords(typed)} AS query) AS made`);
  const [made] = rows;
  return made && made.tree !== "" && made.tree !== "T" ? made.query : null;
}

/** What all must be there, each as a query of its own: 'a' & ( 'b' | 'c' ) & !'d' are three; whatever is said another way is one. */
export function requirementsOf(query: SearchQuery): SearchQuery[] {
  const parts: string[] = [""];
  let depth = 0;
  let quoted = false;
  for (const sign of query) {
    if (sign === "'") quoted = !quoted;
    else if (!quoted && sign === "(") depth += 1;
    else if (!quoted && sign === ")") depth -= 1;
    const outside = !quoted && depth === 0;
    // One of several is enough: nothing is a requirement by itself.
    if (outside && sign === "|") return [query];
    if (outside && sign === "&") parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim() as SearchQuery);
}
