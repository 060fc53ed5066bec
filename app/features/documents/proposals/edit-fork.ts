import * as Y from "yjs";
import { bodyField, contentOfText, plainTextOf, type ContentNode } from "../content";
import { countNodes, examine, type ExamineLimits, type Verdict } from "../worker/examine";
import { rewrite } from "./align-text";
import { jsonOf, keyOf, nodeOf, openWith, record, write } from "./fork";
import type { Fork } from "./weigh-proposal";

/** A paragraph, heading or title in a text, as a plain form shows it. */
export interface TextPiece {
  key: string;
  /** Of a heading 2 to 4, else 0. */
  level: number;
  text: string;
  /** It holds something that a plain form cannot keep, such as a name. */
  fixed: boolean;
}

/** What to do with one piece: new words for it (none takes it away), or a paragraph behind its block. */
export interface PieceEdit {
  key: string;
  how: "replace" | "after";
  text: string;
}

/** A fork's changes; the verdict is null when the edit made none. */
export interface EditedFork {
  update: Uint8Array;
  verdict: Verdict | null;
}

const textblocks = new Set(["paragraph", "heading", "detailsSummary"]);

/** The pieces of a fork, in order. */
export function piecesOf({ base, update }: Fork): TextPiece[] {
  return pieces(openWith(base, update)).map((element) => {
    const level = element.getAttribute("level") as unknown;
    return { key: keyOf(element), level: element.nodeName === "heading" && typeof level === "number" ? level : 0, text: plainTextOf(jsonOf(element)), fixed: isFixed(element) };
  });
}

/**
 * Changes one piece of a fork, and judges the change as a push is.
 * @returns the fork's changes with this one; null when that piece is not there, or holds what a form cannot keep.
 */
export function editPiece({ base, update }: Fork, { key, how, text }: PieceEdit, limits: ExamineLimits): EditedFork | null {
  const doc = openWith(base, update);
  const element = pieces(doc).find((one) => keyOf(one) === key);
  if (!element || (how === "replace" && text !== "" && isFixed(element))) return null;
  const nodes = countNodes(doc);
  const made = record(doc, () => {
    if (how === "after") addBehind(doc, element, text);
    else if (text === "") takeAway(element);
    else replace(doc, element, text);
  });
  if (!made) return { update, verdict: null };
  const verdict = examine({ doc: openWith(base, update), nodes }, made, limits);
  return { update: update.byteLength > 0 ? Y.mergeUpdates([update, made]) : made, verdict };
}

/** A fork's changes with what an editor made of it, judged as a push is. */
export function changeFork({ base, update }: Fork, made: Uint8Array, limits: ExamineLimits): { update: Uint8Array; verdict: Verdict } {
  const doc = openWith(base, update);
  const verdict = examine({ doc, nodes: countNodes(doc) }, made, limits);
  return { update: verdict.ok && update.byteLength > 0 ? Y.mergeUpdates([update, made]) : made, verdict };
}

function pieces(parent: Y.Doc | Y.XmlElement): Y.XmlElement[] {
  const children = (parent instanceof Y.Doc ? parent.getXmlFragment(bodyField) : parent).toArray();
  return children.flatMap((child) => (child instanceof Y.XmlElement ? (textblocks.has(child.nodeName) ? [child] : pieces(child)) : []));
}

const isFixed = (element: Y.XmlElement) => element.toArray().some((child) => child instanceof Y.XmlElement && child.nodeName !== "hardBreak");

function replace(doc: Y.Doc, element: Y.XmlElement, text: string): void {
  const lines = text.split("\n");
  const children = element.toArray();
  const texts = children.filter((child) => child instanceof Y.XmlText);
  // As many lines as there were, each in its own running text: only the words that differ are touched.
  const isPlain = children.length === 2 * lines.length - 1 && children.every((child, index) => child instanceof Y.XmlText === (index % 2 === 0));
  if (isPlain) return texts.forEach((child, index) => rewrite(child, lines[index]!));
  const before = jsonOf(element);
  const node = nodeOf({ ...before, content: lines.flatMap((line, index): ContentNode[] => [...(index > 0 ? [{ type: "hardBreak" }] : []), ...(line ? [{ type: "text", text: line }] : [])]) });
  if (node) write(doc, element, node);
}

function addBehind(doc: Y.Doc, element: Y.XmlElement, text: string): void {
  let top: Y.XmlElement = element;
  while (top.parent instanceof Y.XmlElement) top = top.parent;
  const body = doc.getXmlFragment(bodyField);
  let at = body.toArray().indexOf(top);
  for (const paragraph of contentOfText(text).content ?? []) {
    const made = new Y.XmlElement("paragraph");
    body.insert((at += 1), [made]);
    write(doc, made, nodeOf(paragraph)!);
  }
}

/** With what would be left empty around it. */
function takeAway(element: Y.XmlElement): void {
  let gone: Y.XmlElement = element;
  while (gone.parent instanceof Y.XmlElement && gone.parent.length === 1) gone = gone.parent;
  const parent = gone.parent as Y.XmlFragment;
  const at = parent.toArray().indexOf(gone);
  // The words of a part that opens must stay something; a text never is without a block.
  if (gone.nodeName === "detailsSummary" || (!(parent instanceof Y.XmlElement) && parent.length === 1)) return gone.toArray().length > 0 ? gone.delete(0, gone.length) : undefined;
  parent.delete(at, 1);
}
