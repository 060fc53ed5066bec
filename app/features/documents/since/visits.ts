/** How far somebody saw a text, in numbers of its log: in this visit, and in the one before it. */
export interface Visit {
  seq: number;
  /** When they were there last. */
  at: Date;
  /** Null in a first visit. */
  beforeSeq: number | null;
  beforeAt: Date | null;
}

export interface Seen {
  seq: number;
  at: Date;
}

/** Who comes back within this time is still on the same visit: what is new to them stays so until they were away for a while. */
export const visitMinutes = 30;

/** When somebody was there last: they read it, or wrote in it. */
const lastThere = (visit: Visit, wroteAt: Date | null): Date => (wroteAt && wroteAt > visit.at ? wroteAt : visit.at);

const isOver = (visit: Visit, wroteAt: Date | null, now: Date) => now.getTime() - lastThere(visit, wroteAt).getTime() >= visitMinutes * 60_000;

/** What is kept after somebody saw a text up to a number. What comes in late changes no visit. */
export function nextVisit(visit: Visit | null, seen: Seen, wroteAt: Date | null): Visit {
  if (!visit) return { ...seen, beforeSeq: null, beforeAt: null };
  const seq = Math.max(visit.seq, seen.seq);
  if (seen.at <= visit.at) return { ...visit, seq };
  if (!isOver(visit, wroteAt, seen.at)) return { ...visit, seq, at: seen.at };
  return { seq, at: seen.at, beforeSeq: visit.seq, beforeAt: lastThere(visit, wroteAt) };
}

/** From where on the text is new to somebody who opens it now; null for who never was there before this visit. */
export function seenBefore(visit: Visit | null, wroteAt: Date | null, now: Date): Seen | null {
  if (!visit) return null;
  if (isOver(visit, wroteAt, now)) return { seq: visit.seq, at: lastThere(visit, wroteAt) };
  return visit.beforeSeq !== null && visit.beforeAt ? { seq: visit.beforeSeq, at: visit.beforeAt } : null;
}
