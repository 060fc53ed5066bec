import { sql, type SQL } from "drizzle-orm";

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
