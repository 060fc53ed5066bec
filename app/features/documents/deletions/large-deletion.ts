/** A deletion is large from so many signs on, or from this part of the text when that is at least so many. */
export const largeDeletion = { signs: 500, share: 1 / 3, leastSigns: 100 };

/** Who takes words away and pauses for longer than this begins another deletion, in milliseconds. */
export const deletionPauseMs = 60_000;

/** In one round of folding, and in one text within a day, no more versions are kept for this. */
export const deletionsAtMost = { round: 5, day: 20 };

export function isLarge(gone: number, stood: number): boolean {
  return gone >= largeDeletion.signs || (gone >= largeDeletion.leastSigns && gone >= stood * largeDeletion.share);
}
