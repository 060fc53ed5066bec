import { Node } from "@tiptap/pm/model";
import { updateYFragment, yXmlFragmentToProsemirrorJSON, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { bodyField, plainTextOf, type ContentNode } from "../content";
import { openDoc } from "../open-doc";
import { contentSchema } from "../schema";
import { keyBlocks, type Block } from "./blocks";
import { countNodes } from "./examine";
import { findTasks } from "./find-tasks";
import type { Projection } from "./orders";

const schema = contentSchema();

/** The content of a document as the editor shows it, and the document in which exactly that stands. */
export function showDoc(doc: Y.Doc, snapshot = Y.encodeStateAsUpdate(doc)): { content: ContentNode; shown: Y.Doc } {
  const { root, shown } = rootOf(doc, snapshot);
  return { content: root.toJSON() as ContentNode, shown };
}

/** A document as it is kept once folded. */
export function projectDoc(doc: Y.Doc): Projection {
  const snapshot = Y.encodeStateAsUpdate(doc);
  const { content, shown } = showDoc(doc, snapshot);
  return { snapshot, vector: Y.encodeStateVector(doc), content, text: plainTextOf(content), nodes: countNodes(doc), tasks: findTasks(shown) };
}

/** The blocks of the document as the editor shows them, each with its key. */
export function blocksOfDoc(doc: Y.Doc): Block[] {
  const { root, shown } = rootOf(doc, Y.encodeStateAsUpdate(doc));
  return keyBlocks(shown, root.toJSON() as ContentNode);
}

/**
 * The root node, and the document that it was made from. Concurrent edits can leave what no schema allows, such as an empty list; the editor takes such elements
 * out, and so does this, but in a copy: only people change the text.
 */
function rootOf(doc: Y.Doc, snapshot: Uint8Array): { root: Node; shown: Y.Doc } {
  try {
    const json = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(bodyField)) as ContentNode;
    const root = Node.fromJSON(schema, json);
    root.check();
    return { root, shown: doc };
  } catch {
    const copy = openDoc();
    Y.applyUpdate(copy, snapshot);
    const root = yXmlFragmentToProseMirrorRootNode(copy.getXmlFragment(bodyField), schema);
    return { root: root.childCount > 0 ? root : schema.topNodeType.createAndFill()!, shown: copy };
  }
}

/** A new document with this content. @throws when the content does not fit the schema. */
export function seedDoc(content: ContentNode): Projection {
  const root = Node.fromJSON(schema, content);
  root.check();
  const doc = openDoc();
  doc.transact(() => updateYFragment(doc, doc.getXmlFragment(bodyField), root, { mapping: new Map(), isOMark: new Map() }));
  return projectDoc(doc);
}

/**
 * The edit that brings a document to the content of an old state, as one update of a client of its own. What did not
 * change keeps its identity, so people who are typing lose nothing.
 */
export function restoreDoc(doc: Y.Doc, oldState: Uint8Array): { update: Uint8Array; state: Uint8Array } | null {
  const old = openDoc();
  Y.applyUpdate(old, oldState);
  const target = rootOf(old, oldState).root;
  const state = Y.encodeStateAsUpdate(doc);
  const copy = openDoc();
  Y.applyUpdate(copy, state);
  let update: Uint8Array | null = null;
  copy.on("update", (made: Uint8Array) => (update = update ? Y.mergeUpdates([update, made]) : made));
  copy.transact(() => updateYFragment(copy, copy.getXmlFragment(bodyField), target, { mapping: new Map(), isOMark: new Map() }));
  return update ? { update, state } : null;
}

/** Characters that each update adds and removes, for the summary of a session; structure counts as nothing. */
export function measureUpdates(updates: Uint8Array[]): { added: number; removed: number }[] {
  return updates.map((update) => {
    const { structs, ds } = Y.decodeUpdate(update);
    let added = 0;
    for (const struct of structs) if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) added += struct.length;
    let removed = 0;
    for (const ranges of ds.clients.values()) for (const range of ranges) removed += range.len;
    return { added, removed };
  });
}
