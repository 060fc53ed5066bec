import { sql } from "drizzle-orm";
import type { Ctx } from "~/platform/ctx.server";
import { wordLike } from "./gather-words.server";

/** So many other ways to write what was typed are tried. */
const most = 3;

/**
 * The same words, with those that nobody here uses replaced by what people do write and that is most like it; the most likely
 * first. Says nothing about where a word was written: show one only when the searcher's own search finds something with it.
 */
export async function otherSpellings(ctx: Ctx, words: string): Promise<string[]> {
  const typed = [...new Set(words.toLowerCase().match(wordLike))].slice(0, 6);
  if (typed.length === 0) return [];
  const { rows } = await ctx.db.execute<{ typed: string; word: string }>(sql`
    SELECT asked.typed, alike.word FROM jsonb_array_elements_text(${JSON.stringify(typed)}::jsonb) AS asked(typed)
    CROSS JOIN LATERAL (
      SELECT word, similarity(word, asked.typed) AS likeness, seen FROM search_word WHERE word % asked.typed ORDER BY 2 DESC, seen DESC, word LIMIT ${most}
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
