import * as Y from "yjs";
import { bodyField, type ContentNode } from "../content";
import { openDoc } from "../open-doc";

/** A part that stands by itself in a text: a paragraph, a heading, a whole list. */
export interface Block {
  /** The Yjs id of its element: it stays the same while the block does, whatever is written in it. */
  key: string;
  node: ContentNode;
}

const keyOf = (element: Y.XmlElement) => `${element._item!.id.client}:${element._item!.id.clock}`;

/** The blocks that stand in a document, by the content that its projection gave. */
export function keyBlocks(doc: Y.Doc, content: ContentNode): Block[] {
  const elements = doc.getXmlFragment(bodyField).toArray();
  const nodes = content.content ?? [];
  // Where nothing was left that may stand there, the projection made something up.
  if (elements.length !== nodes.length) return [];
  return elements.flatMap((element, index) => (element instanceof Y.XmlElement ? [{ key: keyOf(element), node: nodes[index]! }] : []));
}

/** The edit that puts the one block of `made` behind the block with this key, or at the very beginning, under a Yjs client of its own; null when that block is gone. */
export function addBlock(doc: Y.Doc, made: Uint8Array, after: string | null): { update: Uint8Array; key: string } | null {
  const [copy, other] = [openDoc(), openDoc()];
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(other, made);
  const body = copy.getXmlFragment(bodyField);
  const before = after === null ? -1 : body.toArray().findIndex((element) => element instanceof Y.XmlElement && keyOf(element) === after);
  if (after !== null && before === -1) return null;
  const state = Y.encodeStateVector(copy);
  const block = (other.getXmlFragment(bodyField).get(0) as Y.XmlElement).clone();
  copy.transact(() => body.insert(before + 1, [block]));
  return { update: Y.encodeStateAsUpdate(copy, state), key: keyOf(block) };
}
