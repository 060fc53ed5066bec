import { sql } from "drizzle-orm";
import { textsOfTalk } from "~/features/discussions/index.server";
import type { Ctx } from "~/platform/ctx.server";

/** So many titles and messages, the newest, are looked through. */
const lookedThrough = 200_000;
/** So many words are kept: those that were seen most. */
const kept = 50_000;
/** Shorter words are as like to each other as to their mistakes. */
export const wordLike = /[\p{L}\p{M}]{4,30}/gu;

/**
 * Gathers the words that people here use, by which a typing mistake is recognised, in place of those gathered before. Beside
 * the writing of messages, which so never waits for it. A word comes in when two people wrote it, so that none is of one person alone:
 * what somebody took back or erased is not kept here, and the word of one closed group cannot be guessed at.
 * @returns how many words there are
 */
export async function gatherWords(ctx: Ctx): Promise<number> {
  const seen = new Map<string, { by: string; others: boolean; times: number }>();
  for await (const texts of textsOfTalk(ctx, lookedThrough)) {
    for (const { text, authorActor } of texts) {
      for (const word of new Set(text.toLowerCase().match(wordLike))) {
        const known = seen.get(word);
        if (!known) seen.set(word, { by: authorActor, others: false, times: 1 });
        else {
          known.times += 1;
          known.others ||= known.by !== authorActor;
        }
      }
    }
  }
  const words = [...seen].filter(([, { others }]) => others).sort(([, a], [, b]) => b.times - a.times).slice(0, kept);
  await ctx.db.execute(sql`
    WITH given AS (SELECT word, seen FROM jsonb_to_recordset(${JSON.stringify(words.map(([word, { times }]) => ({ word, seen: times })))}::jsonb) AS given(word text, seen int)),
      gone AS (DELETE FROM search_word WHERE NOT EXISTS (SELECT FROM given WHERE given.word = search_word.word))
    INSERT INTO search_word (word, seen) SELECT word, seen FROM given ORDER BY word
    ON CONFLICT (word) DO UPDATE SET seen = excluded.seen WHERE search_word.seen <> excluded.seen`);
  return words.length;
}
