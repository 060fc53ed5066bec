import type { Names } from "~/platform/marked-text/parse-marks";
import type { Author } from "../views";

/** Somebody named in a text: from which place, over how many UTF-16 units; `who` null: the whole group. */
export interface Mention {
  at: number;
  length: number;
  who: Author | null;
}

/** Somebody who can be spoken to here, for who types "@". */
export interface SuggestedName {
  id: string;
  name: string;
  /** What to write after the "@", so that this very person is meant. */
  say: string;
  /** Function and organisation, for those who run the leerplek. */
  staff: string | null;
}

/** Names for `MarkedText`. */
export function namesIn(text: string, mentions: readonly Mention[] | undefined, nameOf: (author: Author) => string): Names | undefined {
  return mentions && new Map(mentions.map(({ at, length, who }) => [at, { length, text: who ? `@${nameOf(who)}` : text.slice(at, at + length) }]));
}
