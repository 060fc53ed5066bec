import { sql, type SQL, type SQLWrapper } from "drizzle-orm";

/** A piece of a passage; `hit` is what was searched for. Plain text: whoever shows it escapes it as any other text. */
export interface Segment {
  text: string;
  hit: boolean;
}

// No text that people wrote holds these: they are taken out when it comes in.
const [start, stop] = ["\u0002", "\u0003"];

/** The passage of a text that fits the words best, in a statement; `toSegments` reads it. */
export function passageIn(text: SQLWrapper, query: SQL): SQL<string> {
  const options = `StartSel=${start}, StopSel=${stop}, MaxWords=30, MinWords=15`;
  return sql<string>`ts_headline('leerhoek_dutch', ${text}, ${query}, ${options})`;
}

/** Takes the marked passage of the database apart. */
export function toSegments(passage: string): Segment[] {
  const segments: Segment[] = [];
  for (const piece of passage.split(start)) {
    const end = piece.indexOf(stop);
    if (end > 0) segments.push({ text: piece.slice(0, end), hit: true });
    const rest = piece.slice(end + 1);
    if (rest !== "") segments.push({ text: rest, hit: false });
  }
  return segments;
}
