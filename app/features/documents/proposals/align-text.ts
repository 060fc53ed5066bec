import { diffArrays } from "diff";
import * as Y from "yjs";

/** With more changes than this the words have so little in common that all of them are written anew. */
const mostEdits = 2_000;

type Marks = Record<string, unknown>;
type Run = { insert: string; attributes?: Marks };

/** The words of a running text. */
export function wordsOf(text: Y.XmlText): string {
  return runsOf(text).map(({ insert }) => insert).join("");
}

const runsOf = (text: Y.XmlText) => (text.toDelta() as Run[]).filter(({ insert }) => typeof insert === "string");

/**
 * Changes the words of a running text, and only those: what stays keeps its identity, so that what others type beside it
 * merges, and remarks and carets stay where they are. Words for others take their marks, new ones those of what stands before them.
 */
export function rewrite(text: Y.XmlText, to: string): void {
  const marks = marksIn(text);
  const [gone, came] = [tokensOf(wordsOf(text)), tokensOf(to)];
  const parts = diffArrays(gone, came, { maxEditLength: mostEdits }) ?? [
    { value: gone, removed: true, added: false },
    { value: came, removed: false, added: true },
  ];
  let [at, before] = [0, 0];
  let replaced: Marks | undefined;
  for (const { value, added, removed } of parts) {
    const words = value.join("");
    if (removed) {
      text.delete(at, words.length);
      replaced = marks[before];
    } else {
      if (added) text.insert(at, words, replaced);
      replaced = undefined;
      at += words.length;
    }
    if (!added) before += words.length;
  }
}

/** The marks of each sign; one and the same object for signs that have the same in a row. */
function marksIn(text: Y.XmlText): Marks[] {
  return runsOf(text).flatMap(({ insert, attributes = {} }) => Array.from({ length: insert.length }, () => attributes));
}

/** Makes one running text say and look the same as another. */
export function align(text: Y.XmlText, like: Y.XmlText): void {
  rewrite(text, wordsOf(like));
  const now = marksIn(text);
  let at = 0;
  for (const { insert, attributes = {} } of runsOf(like)) {
    for (let from = 0; from < insert.length; ) {
      const before = now[at + from]!;
      let to = from + 1;
      while (to < insert.length && now[at + to] === before) to += 1;
      const changes = changesOf(before, attributes);
      if (changes) text.format(at + from, to - from, changes);
      from = to;
    }
    at += insert.length;
  }
}

/** What makes marks into others; null when they are the same. */
function changesOf(before: Marks, after: Marks): Marks | null {
  const changes: Marks = {};
  for (const key of Object.keys(before)) if (!(key in after)) changes[key] = null;
  for (const [key, value] of Object.entries(after)) if (JSON.stringify(before[key]) !== JSON.stringify(value)) changes[key] = value;
  return Object.keys(changes).length > 0 ? changes : null;
}

/** Words, white space and single signs, never half of one. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}
