import * as Y from "yjs";
import { compareTexts, type ComparedBlock, type Comparison, type Piece } from "../compare/compare-texts";
import { bodyField, type ContentNode } from "../content";
import { beginsSection } from "../gate/judge-text";
import { openDoc } from "../open-doc";
import { showDoc } from "../worker/project";

/** A part of a text, from a heading up to the next one, in which something changed. */
export interface ChangedPart {
  /** The words of its heading; empty for what stands before the first. */
  title: string;
  /** Its heading was not there before. */
  isNew: boolean;
  /** Which part of the text of now, as `sectionId` counts; 0 before the first heading, null when the part is gone. */
  section: number | null;
  /** What stands in it, without its heading unless words of that changed. */
  blocks: ComparedBlock[];
  /** Words. */
  added: number;
  removed: number;
  /** Yjs clients that wrote words here that stand there now and did not then. */
  clients: number[];
}

/** What came and went since an old state. */
export interface Since {
  parts: ChangedPart[];
  added: number;
  removed: number;
  /** Whether the text has headings at all. */
  headings: boolean;
}

/** What changed in a text since an old state, by its parts. Who took words away nobody can tell: a deletion carries no name. */
export function compareSince(before: readonly Uint8Array[], after: Uint8Array): Since {
  const [old, now] = [open(before), open([after])];
  const { content, shown } = showDoc(now);
  const comparison = compareTexts(showDoc(old).content, content);
  const wrote = clientsIn(shown, content, Y.decodeStateVector(Y.encodeStateVector(old)));
  const parts = partsOf(comparison).map((part) => ({ ...part, clients: part.section === null ? [] : [...(wrote.get(part.section) ?? [])] }));
  return { parts, added: comparison.added, removed: comparison.removed, headings: (content.content ?? []).some(beginsSection) };
}

/** Parts a comparison at the headings of the text, and leaves out those in which nothing changed. */
export function partsOf({ blocks }: Pick<Comparison, "blocks">): Omit<ChangedPart, "clients">[] {
  let number = 0;
  const parts: Pick<ChangedPart, "title" | "isNew" | "section" | "blocks">[] = [{ title: "", isNew: false, section: 0, blocks: [] }];
  const headings = new Map<unknown, ComparedBlock>();
  for (const block of blocks) {
    if (block.section) {
      const gone = block.pieces.every(({ change }) => change === "removed");
      const isNew = block.pieces.every(({ change }) => change === "added");
      const part = { title: titleOf(block.pieces, gone), isNew, section: gone ? null : (number += 1), blocks: isSame(block) || isNew || gone ? [] : [block] };
      parts.push(part);
      headings.set(part, block);
    } else parts[parts.length - 1]!.blocks.push(block);
  }
  // The words of a heading count, also where it only stands above the part.
  const of = (part: (typeof parts)[number]) => (part.isNew || part.section === null ? [headings.get(part)!, ...part.blocks] : part.blocks);
  return parts.filter((part) => !of(part).every(isSame)).map((part) => ({ ...part, added: count(of(part), "added"), removed: count(of(part), "removed") }));
}

const isSame = ({ pieces }: ComparedBlock) => pieces.every(({ change }) => change === undefined);

const titleOf = (pieces: readonly Piece[], gone: boolean) =>
  pieces
    .filter(({ change }) => gone || change !== "removed")
    .map(({ text }) => text)
    .join("")
    .trim();

function count(blocks: readonly ComparedBlock[], change: Piece["change"]): number {
  const words = blocks.flatMap(({ pieces }) => pieces).filter((piece) => piece.change === change);
  return words.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0), 0);
}

function open(updates: readonly Uint8Array[]): Y.Doc {
  const doc = openDoc();
  doc.getXmlFragment(bodyField);
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  return doc;
}

/** By part of the text: the clients whose words stand there, other than those that were known. */
function clientsIn(shown: Y.Doc, content: ContentNode, known: Map<number, number>): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  let section = 0;
  // One piece for each block: the content was drawn from this very document.
  shown
    .getXmlFragment(bodyField)
    .toArray()
    .forEach((piece, index) => {
      const node = content.content?.[index];
      if (node && beginsSection(node)) section += 1;
      const clients = found.get(section) ?? new Set<number>();
      found.set(section, clients);
      gatherClients(piece, known, clients);
    });
  return found;
}

function gatherClients(top: unknown, known: Map<number, number>, clients: Set<number>): void {
  const todo = [top];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next instanceof Y.XmlElement) todo.push(...next.toArray());
    if (!(next instanceof Y.XmlText)) continue;
    for (let item = next._start; item; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentString && item.id.clock + item.length > (known.get(item.id.client) ?? 0)) clients.add(item.id.client);
    }
  }
}
