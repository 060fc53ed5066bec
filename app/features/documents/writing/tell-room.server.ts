import type { House } from "~/platform/ctx.server";
import { liveRooms } from "~/platform/live-event.server";
import { writeAwareness, type AwarenessEntry } from "./awareness-codec";
import { base64Of } from "./base64-of.server";
import { editsRoom } from "../document-stream.server";
import type { DocumentAwarenessEvent, DocumentUpdateEvent } from "../live";

/** What one packet takes of a run at most, in bytes, unless one update alone is more. */
const packetBytes = 64 * 1024;
/** Carets of a text that move within this time are told together, in milliseconds. */
const caretsEveryMs = 50;

/**
 * Hands an unbroken run of the log of a text to everyone who has it open here. Together, and as text: what is told to fifty
 * people is then put into a frame once, and written to each connection once.
 */
export function tellUpdates(id: string, run: readonly { n: number; update: Uint8Array }[]): void {
  let [updates, bytes] = [[] as string[], 0];
  run.forEach(({ n, update }, index) => {
    updates.push(base64Of(update));
    bytes += update.byteLength;
    const next = run[index + 1];
    if (next && bytes + next.update.byteLength <= packetBytes) return;
    liveRooms().send(editsRoom(id), "document:update", { id, updates, seq: n } satisfies DocumentUpdateEvent);
    [updates, bytes] = [[], 0];
  });
}

/** Carets that are told at the end of this moment, by house, text and client. */
const unsaid = new WeakMap<House, Map<string, Map<number, AwarenessEntry>>>();

/** Tells everyone who has a text open here where somebody is in it, together with others; may be lost on a slow line. */
export function tellCaret(house: House, id: string, entry: AwarenessEntry): void {
  const texts = unsaid.get(house) ?? new Map<string, Map<number, AwarenessEntry>>();
  unsaid.set(house, texts);
  const known = texts.get(id);
  if (known) return void known.set(entry.client, entry);
  const carets = new Map([[entry.client, entry]]);
  texts.set(id, carets);
  const tell = () => {
    texts.delete(id);
    if (carets.size > 0) liveRooms().whisper(editsRoom(id), "document:awareness", awarenessOf(id, [...carets.values()]));
  };
  setTimeout(tell, caretsEveryMs).unref();
}

/** Tells them that somebody left: at once, and never lost. */
export function tellLeft(house: House, id: string, { client, clock }: AwarenessEntry): void {
  unsaid.get(house)?.get(id)?.delete(client);
  liveRooms().send(editsRoom(id), "document:awareness", awarenessOf(id, [{ client, clock: clock + 1, state: null }]));
}

export function awarenessOf(id: string, entries: AwarenessEntry[]): DocumentAwarenessEvent {
  return { id, update: base64Of(writeAwareness(entries)) };
}
