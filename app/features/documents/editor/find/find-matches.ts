import type { Node } from "@tiptap/pm/model";

export interface Wanted {
  words: string;
  /** "Bus" is not "bus". */
  letterCase: boolean;
  /** "één" is not "een". */
  accents: boolean;
}

/** A place in the text, as positions of the editor. */
export interface Match {
  from: number;
  to: number;
}

/** More is not counted; a text that has so many is found by other words. */
export const matchesAtMost = 2_000;

/** A sign with the marks on it, as it is compared. */
function fold(sign: string, { letterCase, accents }: Wanted): string {
  const spaced = /^\s$/u.test(sign) ? " " : sign;
  const marked = accents ? spaced.normalize("NFC") : spaced.normalize("NFD").replace(/\p{M}/gu, "");
  return letterCase ? marked : marked.toLowerCase();
}

/** A line as it is compared, and for each unit of it where its sign begins in the line: -1 inside a sign. */
interface Folded {
  words: string;
  begins: number[];
}

function folded(line: string, wanted: Wanted): Folded {
  let words = "";
  const begins: number[] = [];
  let at = 0;
  for (const sign of line.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const one = fold(sign, wanted);
    for (let unit = 0; unit < one.length; unit += 1) begins.push(unit === 0 ? at : -1);
    words += one;
    at += sign.length;
  }
  begins.push(line.length);
  return { words, begins };
}

/** Looks for words in one line, never in the middle of a sign; places do not overlap. Offsets in the line. */
export function matchesInLine(line: string, wanted: Wanted): Match[] {
  const needle = folded(wanted.words, wanted).words;
  if (needle === "") return [];
  const { words, begins } = folded(line, wanted);
  const found: Match[] = [];
  for (let at = words.indexOf(needle); at >= 0; ) {
    const [from, to] = [begins[at]!, begins[at + needle.length]!];
    const whole = from >= 0 && to >= 0;
    if (whole) found.push({ from, to });
    at = words.indexOf(needle, at + (whole ? needle.length : 1));
  }
  return found;
}

/** Looks for the same words in each state of a text. Lines that stayed as they were are not read again. */
export class Finder {
  private readonly lines = new WeakMap<Node, Match[]>();
  private last: { doc: Node; matches: Match[] } | null = null;
  constructor(readonly wanted: Wanted) {}

  /** All places in their order, at most `matchesAtMost`. A match stands in one line; people, breaks and pictures are no words. */
  in(doc: Node): Match[] {
    if (this.last?.doc === doc) return this.last.matches;
    const matches: Match[] = [];
    doc.descendants((node, at) => {
      if (matches.length >= matchesAtMost) return false;
      if (!node.isTextblock) return true;
      for (const { from, to } of this.inLine(node)) if (matches.length < matchesAtMost) matches.push({ from: at + 1 + from, to: at + 1 + to });
      return false;
    });
    this.last = { doc, matches };
    return matches;
  }

  private inLine(node: Node): Match[] {
    let found = this.lines.get(node);
    if (!found) this.lines.set(node, (found = matchesInLine(node.textBetween(0, node.content.size, undefined, "\ufffc"), this.wanted)));
    return found;
  }
}

/** The first place from `at` on, or the last before it; round the ends of the text. */
export function nextMatch(matches: readonly Match[], at: number, direction: 1 | -1): Match | null {
  if (matches.length === 0) return null;
  if (direction === 1) return matches.find(({ from }) => from >= at) ?? matches[0]!;
  return [...matches].reverse().find(({ to }) => to <= at) ?? matches[matches.length - 1]!;
}
