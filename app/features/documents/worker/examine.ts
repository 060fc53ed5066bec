import * as Y from "yjs";
import { bodyField, markRules, nodeRules } from "../content-rules";
import { leansOnMissing, readUpdate } from "./read-update";

export interface ExamineLimits {
  clients: number;
  depth: number;
  nodes: number;
}

/** A document as the worker keeps it: everything committed so far, and what it let through since. */
export interface KeptDocument {
  doc: Y.Doc;
  /** Elements and texts in it. */
  nodes: number;
}

export type Verdict =
  | { ok: true; /** Clients under whose name something new is written. */ clients: number[]; /** Version of the schema that its content needs. */ version: number }
  | { ok: false; code: "forbidden_content" | "too_large"; /** The kept document now holds what was refused. */ spoiled: boolean }
  | { ok: false; code: "gap"; /** What the server has. */ stateVector: Uint8Array; spoiled: false };

const forbidden = (spoiled: boolean): Verdict => ({ ok: false, code: "forbidden_content", spoiled });

/**
 * Judges one update against the document it is meant for, and applies it there when it is good.
 * What Yjs cannot place yet (it waits for something the server never saw) is a gap: stored, it would hide text from everyone.
 */
export function examine(kept: KeptDocument, update: Uint8Array, limits: ExamineLimits): Verdict {
  const read = readUpdate(update, limits);
  if (!read) return forbidden(false);
  const { doc } = kept;
  if (leansOnMissing(doc, read)) return { ok: false, code: "gap", stateVector: Y.encodeStateVector(doc), spoiled: false };
  const before = new Map<number, number>();
  for (const { id } of read.structs) if (!before.has(id.client)) before.set(id.client, Y.getState(doc.store, id.client));
  try {
    Y.applyUpdate(doc, update);
    // Everything is there and yet it cannot be placed: its parts wait for one another.
    if (read.structs.some(({ id, length }) => Y.getState(doc.store, id.client) < id.clock + length)) return forbidden(true);
    const fresh = read.structs.filter(({ id, length }) => id.clock + length > before.get(id.client)!);
    const seen = judgePlaces(doc, fresh, limits.depth);
    if (!seen) return forbidden(true);
    kept.nodes += seen.nodes;
    // What was taken away since is only found by counting.
    if (kept.nodes > limits.nodes) kept.nodes = countNodes(doc);
    if (kept.nodes > limits.nodes) return { ok: false, code: "too_large", spoiled: true };
    return { ok: true, clients: [...new Set(fresh.map(({ id }) => id.client))], version: seen.version };
  } catch {
    // Deep nesting ends the stack while Yjs integrates; anything else that it throws on is no better.
    return forbidden(true);
  }
}

/** Looks at each new struct in its place: may this stand in that parent, and how deep is it. */
function judgePlaces(doc: Y.Doc, fresh: (Y.Item | Y.GC | Y.Skip)[], depth: number): { nodes: number; version: number } | null {
  const depths = new Map<Y.AbstractType<unknown>, number>();
  let nodes = 0;
  let version = 1;
  for (const { id } of fresh) {
    const item = Y.getItem(doc.store, id) as Y.Item | Y.GC;
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) continue;
    const parent = item.parent as Y.AbstractType<unknown>;
    const since = sinceInPlace(item, parent);
    if (since === null) return null;
    version = Math.max(version, since);
    if (!(item.content instanceof Y.ContentType)) continue;
    nodes += 1;
    if (depthOf(item.content.type, depths, depth) > depth || !isComplete(item.content.type)) return null;
  }
  return { nodes, version };
}

/** The schema version that brought what stands here, or null when it may not stand here. */
function sinceInPlace(item: Y.Item, parent: Y.AbstractType<unknown>): number | null {
  const { content, parentSub } = item;
  const name = nameOf(parent);
  if (name === "#text") {
    if (parentSub !== null) return null;
    if (content instanceof Y.ContentFormat) return markRules[content.key]?.since ?? null;
    return content instanceof Y.ContentString ? 1 : null;
  }
  const rule = name === null ? undefined : nodeRules[name];
  if (!rule) return null;
  if (parentSub !== null) {
    const fits = content instanceof Y.ContentAny && Object.hasOwn(rule.attributes, parentSub) && rule.attributes[parentSub]!(content.arr[0]);
    return fits ? rule.since : null;
  }
  if (!(content instanceof Y.ContentType)) return null;
  const child = nameOf(content.type);
  if (child === null || !rule.children.includes(child)) return null;
  return child === "#text" ? rule.since : nodeRules[child]!.since;
}

/** Whether a new element says all that it must, such as what a picture shows. */
function isComplete(type: Y.AbstractType<unknown>): boolean {
  const complete = type instanceof Y.XmlElement ? nodeRules[type.nodeName]?.complete : undefined;
  return !complete || complete((type as Y.XmlElement).getAttributes());
}

/** The name of an element, `#text` for running text, `doc` for the root; null for what has no place in a shared text. */
function nameOf(type: Y.AbstractType<unknown>): string | null {
  if (type instanceof Y.XmlText) return "#text";
  if (type instanceof Y.XmlElement) return type.nodeName;
  return type._item === null && type.doc?.share.get(bodyField) === type ? "doc" : null;
}

/** How deep a type stands; stops climbing where it is deeper than anybody may go. */
function depthOf(type: Y.AbstractType<unknown>, known: Map<Y.AbstractType<unknown>, number>, atMost: number): number {
  const climbed: Y.AbstractType<unknown>[] = [];
  let at: Y.AbstractType<unknown> | null = type;
  while (at && at._item && !known.has(at) && climbed.length <= atMost) {
    climbed.push(at);
    at = at._item.parent as Y.AbstractType<unknown>;
  }
  let depth = at && at._item ? (known.get(at) ?? atMost) : 0;
  for (const each of climbed.reverse()) known.set(each, (depth += 1));
  return known.get(type)!;
}

/** How many elements and texts a document holds. */
export function countNodes(doc: Y.Doc): number {
  let nodes = 0;
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentType) nodes += 1;
  }
  return nodes;
}
