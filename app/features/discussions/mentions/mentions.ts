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

/** Puts other words where somebody is named; null leaves what was written. The places move along with the text. */
export function rename<M extends { at: number; length: number }>(text: string, mentions: readonly M[], wordsFor: (mention: M) => string | null): { text: string; mentions: M[] } {
  let renamed = "";
  let done = 0;
  const moved: M[] = [];
  for (const mention of [...mentions].sort((a, b) => a.at - b.at)) {
    const end = mention.at + mention.length;
    if (mention.at < done || end > text.length) continue;
    renamed += text.slice(done, mention.at);
    const words = wordsFor(mention) ?? text.slice(mention.at, end);
    moved.push({ ...mention, at: renamed.length, length: words.length });
    renamed += words;
    done = end;
  }
  return { text: renamed + text.slice(done), mentions: moved };
}

/** Names for `MarkedText`. */
export function namesIn(text: string, mentions: readonly Mention[] | undefined, nameOf: (author: Author) => string): Names | undefined {
  return mentions && new Map(mentions.map(({ at, length, who }) => [at, { length, text: who ? `@${nameOf(who)}` : text.slice(at, at + length) }]));
}
