import { sql } from "drizzle-orm";
import type { Ctx } from "./ctx.server";
import type { SearchQuery } from "./search-words";

/** A piece of a passage; `hit` is what was searched for. Plain text: whoever shows it escapes it as any other text. */
export interface Segment {
  text: string;
  hit: boolean;
}

export interface Passage {
  segments: Segment[];
  /** The words stand in this very text. */
  fits: boolean;
}

// No text that people wrote holds these: they are taken out when it comes in.
const [start, stop] = ["\u0002", "\u0003"];
/** Marking takes time in proportion to the text; further than this nobody looks for a passage. */
const lookedThrough = 20_000;

/**
 * The passage of each text that fits the words best, in the order given. The texts are given as the reader sees them, without
 * marks and with the names of now, so that a passage never shows more than the page itself.
 */
export async function passagesOf(ctx: Ctx, texts: readonly string[], query: SearchQuery): Promise<Passage[]> {
  if (texts.length === 0) return [];
  const options = `StartSel=${start}, StopSel=${stop}, MaxWords=30, MinWords=15`;
  const given = JSON.stringify(texts.map((text) => text.slice(0, lookedThrough).replace(/[\ud800-\udbff]$/, "")));
  const { rows } = await ctx.db.execute<{ passage: string; fits: boolean }>(sql`
    SELECT ts_headline('leerhoek_dutch', given.text, asked.query, ${options}) AS passage, to_tsvector('leerhoek_dutch', given.text) @@ asked.query AS fits
    FROM jsonb_array_elements_text(${given}::jsonb) WITH ORDINALITY AS given(text, place), (SELECT ${query}::tsquery AS query) AS asked
    ORDER BY given.place`);
  return rows.map((row) => ({ segments: toSegments(row.passage), fits: row.fits }));
}

/** Takes the marked passage of the database apart. */
function toSegments(passage: string): Segment[] {
  const segments: Segment[] = [];
  for (const piece of passage.split(start)) {
    const end = piece.indexOf(stop);
    if (end > 0) segments.push({ text: piece.slice(0, end), hit: true });
    const rest = piece.slice(end + 1);
    if (rest !== "") segments.push({ text: rest, hit: false });
  }
  return segments;
}
