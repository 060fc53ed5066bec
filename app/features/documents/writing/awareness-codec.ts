import { bodyField } from "../content-rules";

/** One line of an update of the awareness protocol: whose, the how manieth, and what is shown; null says that they left. */
export interface AwarenessEntry {
  client: number;
  clock: number;
  state: unknown;
}

/** More lines than any editor sends at once. */
const entriesAtMost = 16;

/**
 * Reads an update of y-protocols without applying it.
 * @returns null for what is malformed or too much.
 */
export function readAwareness(bytes: Uint8Array): AwarenessEntry[] | null {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let factor = 1; factor < 2 ** 53; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new Error("not a number");
  };
  try {
    const entries: AwarenessEntry[] = [];
    const count = number();
    if (count > entriesAtMost) return null;
    for (let index = 0; index < count; index += 1) {
      const [client, clock, length] = [number(), number(), number()];
      if (!Number.isSafeInteger(client) || !Number.isSafeInteger(clock) || at + length > bytes.length) return null;
      entries.push({ client, clock, state: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(at, at + length))) as unknown });
      at += length;
    }
    return at === bytes.length ? entries : null;
  } catch {
    return null;
  }
}

/** Writes an update as y-protocols reads it. */
export function writeAwareness(entries: AwarenessEntry[]): Uint8Array {
  const bytes: number[] = [];
  const number = (value: number) => {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  number(entries.length);
  for (const { client, clock, state } of entries) {
    const text = new TextEncoder().encode(JSON.stringify(state));
    number(client);
    number(clock);
    number(text.length);
    bytes.push(...text);
  }
  return Uint8Array.from(bytes);
}

/** A place in a text, relative to what stands around it, as Yjs writes it to JSON. */
interface Place {
  type?: { client: number; clock: number } | null;
  tname?: string;
  item?: { client: number; clock: number } | null;
  assoc?: number;
}

/** The caret or selection of somebody's state, and nothing else of it; null when there is none or it is not one. */
export function cursorOf(state: unknown): { anchor: Place; head: Place } | null {
  if (!isObject(state) || !isObject(state["cursor"])) return null;
  const [anchor, head] = [placeOf(state["cursor"]["anchor"]), placeOf(state["cursor"]["head"])];
  return anchor && head ? { anchor, head } : null;
}

function placeOf(value: unknown): Place | null {
  if (!isObject(value)) return null;
  const place: Place = {};
  for (const key of ["type", "item"] as const) {
    const id = value[key];
    if (id === undefined || id === null) continue;
    if (!isObject(id) || !Number.isSafeInteger(id["client"]) || !Number.isSafeInteger(id["clock"])) return null;
    place[key] = { client: id["client"] as number, clock: id["clock"] as number };
  }
  const { tname, assoc } = value;
  // Another name would make another root in the text of whoever hears of it.
  if (tname === bodyField) place.tname = tname;
  if (Number.isInteger(assoc)) place.assoc = (assoc as number) < 0 ? -1 : 0;
  return place.type || place.item || place.tname !== undefined ? place : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
