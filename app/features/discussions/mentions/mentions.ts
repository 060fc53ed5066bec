import type { Names } from "~/platform/marked-text/parse-marks";
import type { Author } from "../views";

/** Somebody named in a text: from which place, over how many UTF-16 units; `who` null: the whole group. */
export interface Mention {
  at: number;
  length: number;
  who: Author | null;
}

/** Names for `MarkedText`. */
export function namesIn(text: string, mentions: readonly Mention[] | undefined, nameOf: (author: Author) => string): Names | undefined {
  return mentions && new Map(mentions.map(({ at, length, who }) => [at, { length, text: who ? `@${nameOf(who)}` : text.slice(at, at + length) }]));
}
