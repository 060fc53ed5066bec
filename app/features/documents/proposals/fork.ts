import { Node } from "@tiptap/pm/model";
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { bodyField, type ContentNode } from "../content";
import { openDoc } from "../open-doc";
import { contentSchema } from "../schema";
import { align } from "./align-text";

// Everything that is done to the fork of a proposal; in the worker alone.

const schema = contentSchema();

/** A block that stands directly in a text. `key` is its identity in Yjs, the same in every fork: `client:clock`. */
export interface TopBlock {
  key: string;
  json: ContentNode;
  element: Y.XmlElement;
}

/** A document with these states and updates in it. */
export function openWith(...updates: Uint8Array[]): Y.Doc {
  const doc = openDoc();
  doc.getXmlFragment(bodyField);
  doc.transact(() => updates.filter(({ byteLength }) => byteLength > 0).forEach((update) => Y.applyUpdate(doc, update)));
  return doc;
}

export const keyOf = (element: Y.XmlElement) => `${element._item!.id.client}:${element._item!.id.clock}`;

/** The blocks of a text, in order. */
export function blocksIn(doc: Y.Doc): TopBlock[] {
  return doc
    .getXmlFragment(bodyField)
    .toArray()
    .filter((element) => element instanceof Y.XmlElement)
    .map((element) => ({ key: keyOf(element), json: jsonOf(element), element }));
}

/** An element as the editor writes it. */
export function jsonOf(element: Y.XmlElement): ContentNode {
  const { content = [] } = yXmlFragmentToProsemirrorJSON(element) as ContentNode;
  const attrs = element.getAttributes() as Record<string, unknown>;
  return { type: element.nodeName, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), ...(content.length > 0 ? { content: content.flat() } : {}) };
}

/** The block as the schema knows it; null where edits of several people left what no schema allows. */
export function nodeOf(json: ContentNode): Node | null {
  try {
    const node = Node.fromJSON(schema, json);
    node.check();
    return node;
  } catch {
    return null;
  }
}

/** Runs edits on a document. @returns them as one update of a client of its own; null when nothing changed. */
export function record(doc: Y.Doc, change: () => void): Uint8Array | null {
  const made: Uint8Array[] = [];
  const hear = (update: Uint8Array) => made.push(update);
  doc.on("update", hear);
  doc.transact(change);
  doc.off("update", hear);
  return made.length === 0 ? null : Y.mergeUpdates(made);
}

/** Makes an element say what another of its name says; what is the same keeps its identity. */
export function bring(doc: Y.Doc, element: Y.XmlElement, like: Y.XmlElement): void {
  const [children, wanted] = [element.toArray(), like.toArray()];
  const same = children.length === wanted.length && children.every((child, index) => shapeOf(child) === shapeOf(wanted[index]!));
  if (!same) return write(doc, element, nodeOf(jsonOf(like))!);
  const attributes = like.getAttributes() as Record<string, unknown>;
  for (const [key, value] of Object.entries(attributes)) if (JSON.stringify(element.getAttribute(key)) !== JSON.stringify(value)) element.setAttribute(key, value as string);
  for (const key of Object.keys(element.getAttributes())) if (!(key in attributes)) element.removeAttribute(key);
  children.forEach((child, index) => {
    const other = wanted[index]!;
    if (child instanceof Y.XmlText && other instanceof Y.XmlText) align(child, other);
    else if (child instanceof Y.XmlElement && other instanceof Y.XmlElement) bring(doc, child, other);
  });
}

/** Writes the content of a node into an element of its name. */
export function write(doc: Y.Doc, element: Y.XmlElement, node: Node): void {
  updateYFragment(doc, element, node, { mapping: new Map(), isOMark: new Map() });
}

const shapeOf = (child: unknown) => (child instanceof Y.XmlElement ? child.nodeName : child instanceof Y.XmlText ? "#text" : "");
