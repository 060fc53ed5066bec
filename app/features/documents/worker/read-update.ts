import * as Y from "yjs";
import { bodyField, fitsAttributes, isWritable, markRules, nodeRules } from "../content-rules";

/** An update taken apart: bare structs, before anything is applied. */
export interface ReadUpdate {
  structs: (Y.Item | Y.GC | Y.Skip)[];
  /** Stretches that it deletes, by Yjs client. */
  deletes: Map<number, { clock: number; len: number }[]>;
}

/** No editor makes so many structs in one push; each costs time on every replica. */
const structsAtMost = 30_000;
/** Beyond this a clock only serves to break the arithmetic of other replicas. */
const clockAtMost = 2 ** 31;

/** Reads as Yjs does, and knows where it came to: Yjs does not look at what stands behind an update. */
class Reading extends Y.UpdateDecoderV1 {
  static at: { readonly pos: number } = { pos: 0 };
  constructor(decoder: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
    super(decoder);
    Reading.at = decoder;
  }
}

/**
 * Takes an update apart and checks everything that can be seen without the document: sizes, kinds of content, names,
 * values of attributes. Structs that the same update deletes again are checked too, for its bytes are stored as they came.
 * @returns null for what is malformed, too much or not on the list.
 */
export function readUpdate(update: Uint8Array, limits: { clients: number }): ReadUpdate | null {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdateV2(update, Reading);
  } catch {
    return null;
  }
  // In the other format of Yjs an update reads as an empty one with more behind it: nothing of it would be stored.
  if (Reading.at.pos !== update.byteLength) return null;
  const structs = decoded.structs as ReadUpdate["structs"];
  if (structs.length > structsAtMost) return null;
  const clients = new Set<number>();
  for (const struct of structs) {
    clients.add(struct.id.client);
    if (clients.size > limits.clients || !isSaneClock(struct)) return null;
    if (struct instanceof Y.Item && !isAllowed(struct)) return null;
  }
  return { structs, deletes: decoded.ds.clients };
}

/**
 * Whether an update leans on something that neither the document nor the update itself holds. Found before anything is
 * applied, because Yjs would apply what it can and keep the rest waiting.
 */
export function leansOnMissing(doc: Y.Doc, { structs, deletes }: ReadUpdate): boolean {
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  for (const struct of structs) {
    const { client, clock } = struct.id;
    // What it skips, or what comes after a hole, cannot be placed.
    if (struct instanceof Y.Skip || clock > endOf(client)) return true;
    ends.set(client, Math.max(endOf(client), clock + struct.length));
  }
  const isThere = (id: unknown) => !(id instanceof Y.ID) || id.clock < endOf(id.client);
  for (const struct of structs) {
    if (struct instanceof Y.Item && !(isThere(struct.origin) && isThere(struct.rightOrigin) && isThere(struct.parent))) return true;
  }
  for (const [client, ranges] of deletes) if (ranges.some(({ clock, len }) => clock + len > endOf(client))) return true;
  return false;
}

function isSaneClock({ id, length }: { id: Y.ID; length: number }): boolean {
  return Number.isSafeInteger(id.client) && id.client >= 0 && length > 0 && id.clock + length <= clockAtMost;
}

function isAllowed(item: Y.Item): boolean {
  // An update names its root type as a string; the declared type only knows integrated parents.
  const parent = item.parent as unknown;
  if (typeof parent === "string" && (parent !== bodyField || item.parentSub !== null)) return false;
  const { content } = item;
  if (content instanceof Y.ContentString) return item.parentSub === null && isWritable(content.str);
  if (content instanceof Y.ContentDeleted) return item.parentSub === null;
  if (content instanceof Y.ContentFormat) return item.parentSub === null && isAllowedMark(content.key, content.value);
  if (content instanceof Y.ContentType) return item.parentSub === null && isAllowedType(content.type);
  // Attributes of an element: whether its element may have them is only known once it is in its place.
  return content instanceof Y.ContentAny && content.arr.length === 1;
}

function isAllowedMark(key: string, value: unknown): boolean {
  const rule = markRules[key];
  if (!rule) return false;
  if (value === null) return true;
  return typeof value === "object" && Object.keys(rule.attributes).every((name) => name in value) && fitsAttributes(rule.attributes, value);
}

function isAllowedType(type: Y.AbstractType<unknown>): boolean {
  // A hook and a fragment are kin of the element, so the exact class counts.
  if (type.constructor === Y.XmlText) return true;
  return type instanceof Y.XmlElement && type.constructor === Y.XmlElement && type.nodeName !== "doc" && type.nodeName in nodeRules;
}
