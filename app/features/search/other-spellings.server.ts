import { sql } from "drizzle-orm";
import type { Ctx } from "~/platform/ctx.server";
import { wordLike } from "./gather-words.server";

/** So many other ways to write what was typed are tried. */
const most = 3;

/** Of a word this short one wrong letter leaves too little to be told by its likeness; it is so short that every slip can be tried. */
const short = 4;

/** What somebody may have meant who made one slip: a wrong letter, one too few, or two the wrong way round. As patterns. */
function oneSlip(word: string): string[] {
  const letters = [...word];
  const wrong = letters.map((_, at) => letters.with(at, "_").join(""));
  const missing = [...letters, ""].map((_, at) => [...letters.slice(0, at), "_", ...letters.slice(at)].join(""));
  const swapped = letters.slice(1).map((_, at) => [...letters.slice(0, at), letters[at + 1]!, letters[at]!, ...letters.slice(at + 2)].join(""));
  return [...wrong, ...missing, ...swapped];
}

/**
 * The same words, with those that nobody here uses replaced by what people do write and that is most like it; the most likely
 * first. Says nothing about where a word was written: show one only when the searcher's own search finds something with it.
 */
export async function otherSpellings(ctx: Ctx, words: string): Promise<string[]> {
  const typed = [...new Set(words.toLowerCase().match(wordLike))].slice(0, 6);
  if (typed.length === 0) return [];
  const given = typed.map((word) => ({ typed: word, slips: word.length === short ? oneSlip(word) : [] }));
  const { rows } = await ctx.db.execute<{ typed: string; word: string }>(sql`
    SELECT asked.typed, alike.word FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS asked(typed text, slips text[])
    CROSS JOIN LATERAL (
      SELECT word, similarity(word, asked.typed) AS likeness, seen FROM (
        SELECT word, seen FROM search_word WHERE word % asked.typed
        UNION SELECT word, seen FROM search_word WHERE cardinality(asked.slips) > 0 AND word LIKE any(asked.slips)
      ) AS found ORDER BY 2 DESC, seen DESC, word LIMIT ${most}
    ) AS alike
    WHERE NOT EXISTS (SELECT FROM search_word WHERE word = asked.typed)
    ORDER BY alike.likeness DESC, alike.seen DESC`);
  const alike = new Map<string, string[]>();
  for (const row of rows) alike.set(row.typed, [...(alike.get(row.typed) ?? []), row.word]);
  if (alike.size === 0) return [];
  const spellings = Array.from({ length: most }, (_, nth) =>
    words.replace(wordLike, (word) => {
      const others = alike.get(word.toLowerCase());
      return others ? others[Math.min(nth, others.length - 1)]! : word;
    }),
  );
  return [...new Set(spellings)];
}
