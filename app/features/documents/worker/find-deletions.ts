import * as Y from "yjs";
import { bodyField } from "../content-rules";
import { deletionPauseMs, isLarge, largeDeletion } from "../deletions/large-deletion";
import { openDoc } from "../open-doc";
import { measureUpdates } from "./project";

/** A row of the log as its writer pushed it. */
export interface WrittenRow {
  update: Uint8Array;
  by: string;
  /** In milliseconds. */
  at: number;
  /** Keeps a version of its own of what stood before it, as bringing back an old one does. */
  apart: boolean;
}

/** Rows of one person that follow on one another and take away, such as those of a held Backspace. */
interface Run {
  from: number;
  signs: number;
  lastAt: number;
}

/**
 * The large deletions in a stretch of a log: the row with which each begins, and the state just before it. What stands again
 * at the end of the stretch, such as words that were moved or a deletion that was undone, did not go.
 */
export function findDeletions(before: Uint8Array, rows: readonly WrittenRow[], atMost: number): { row: number; state: Uint8Array }[] {
  const end = openDoc();
  Y.applyUpdate(end, before);
  const runs = findRuns(end, rows).filter(({ signs }) => signs >= largeDeletion.leastSigns);
  if (runs.length === 0) return [];
  const left = countWords(end);
  const doc = openDoc();
  Y.applyUpdate(doc, before);
  const found: { row: number; state: Uint8Array }[] = [];
  let applied = 0;
  for (const { from, signs } of runs.sort((one, other) => one.from - other.from)) {
    if (found.length === atMost) break;
    for (; applied < from; applied += 1) Y.applyUpdate(doc, rows[applied]!.update);
    const stood = countWords(doc);
    if (isLarge(Math.min(signs, signsGone(stood, left)), signsIn(stood))) found.push({ row: from, state: Y.encodeStateAsUpdate(doc) });
  }
  return found;
}

/** Applies the rows and follows for each person what they take away. */
function findRuns(doc: Y.Doc, rows: readonly WrittenRow[]): Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  let taken = 0;
  doc.on("afterTransaction", (transaction: Y.Transaction) => (taken += signsTaken(transaction)));
  rows.forEach(({ update, by, at, apart }, row) => {
    taken = 0;
    Y.applyUpdate(doc, update);
    const run = open.get(by);
    const added = measureUpdates([update])[0]!.added;
    if (apart || (taken < largeDeletion.leastSigns && added > 0 && added >= taken)) open.delete(by);
    else if (taken > 0 && run && at - run.lastAt <= deletionPauseMs) Object.assign(run, { signs: run.signs + taken, lastAt: at });
    else if (taken > 0) {
      const begun = { from: row, signs: taken, lastAt: at };
      open.set(by, begun);
      runs.push(begun);
    }
  });
  return runs;
}

/** Signs that stood before and went: an update may name what went long ago, and carry words that nobody ever saw. */
function signsTaken(transaction: Y.Transaction): number {
  let signs = 0;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct: Y.Item | Y.GC) => {
    const stood = struct.id.clock < (transaction.beforeState.get(struct.id.client) ?? 0);
    if (stood && struct instanceof Y.Item && struct.content instanceof Y.ContentString) signs += struct.length;
  });
  return signs;
}

type Words = Map<string, number>;

function countWords(doc: Y.Doc): Words {
  const words: Words = new Map();
  for (const word of textIn(doc.getXmlFragment(bodyField)).split(/\s+/u)) if (word) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

function textIn(type: Y.XmlFragment): string {
  return type
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) return (child.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === "string" ? insert : " ")).join("");
      return child instanceof Y.XmlElement ? ` ${textIn(child)} ` : " ";
    })
    .join("");
}

/** Each word counts with the space behind it. */
const signsIn = (words: Words) => [...words].reduce((sum, [word, times]) => sum + times * (word.length + 1), 0);
const signsGone = (stood: Words, left: Words) => [...stood].reduce((sum, [word, times]) => sum + Math.max(0, times - (left.get(word) ?? 0)) * (word.length + 1), 0);
