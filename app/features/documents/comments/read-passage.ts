import * as Y from "yjs";
import { bodyField } from "../content-rules";

/** A longer passage is quoted by its beginning. */
export const longestQuote = 300;

/**
 * What stands between two Yjs relative positions, a line per block: the beginning of it where it is long. Null when they
 * cannot be read, are not in running text that is there now, or have nothing between them.
 */
export function readPassage(doc: Y.Doc, start: Uint8Array, end: Uint8Array): string | null {
  const [from, to] = [placeOf(doc, start), placeOf(doc, end)];
  if (!from || !to) return null;
  const texts = textsIn(doc.getXmlFragment(bodyField));
  const [first, last] = [texts.indexOf(from.text), texts.indexOf(to.text)];
  if (first < 0 || last < first) return null;
  const quote = texts
    .slice(first, last + 1)
    .map((text) => wordsOf(text).slice(text === from.text ? from.index : 0, text === to.text ? to.index : undefined))
    .filter((words) => words !== "")
    .join("\n");
  return quote.trim() === "" ? null : shorten(quote);
}

function placeOf(doc: Y.Doc, bytes: Uint8Array): { text: Y.XmlText; index: number } | null {
  try {
    const position = Y.decodeRelativePosition(bytes);
    // A name of a root type would make that type.
    if (position.tname !== null) return null;
    const place = Y.createAbsolutePositionFromRelativePosition(position, doc);
    return place?.type instanceof Y.XmlText ? { text: place.type, index: place.index } : null;
  } catch {
    return null;
  }
}

/** Running texts that are there now, in their order. */
function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}

function wordsOf(text: Y.XmlText): string {
  let words = "";
  for (let item = text._start; item; item = item.right) if (!item.deleted && item.content instanceof Y.ContentString) words += item.content.str;
  return words;
}

function shorten(quote: string): string {
  if (quote.length <= longestQuote) return quote;
  // Never between the two halves of a sign.
  return [...quote.slice(0, longestQuote)].slice(0, -1).join("").trimEnd() + "…";
}
