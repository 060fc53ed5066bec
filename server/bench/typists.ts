import type { Socket } from "socket.io-client";
import * as Y from "yjs";
import { writeAwareness } from "~/features/documents/writing/awareness-codec";
import { bodyField, schemaVersion } from "~/features/documents/content-rules";
import { randomFrom } from "~/platform/test/random";
import { emit } from "./clients";
import { newId } from "./prepare";
import { percentile } from "./statistics";

/** Signs that each types a second, each of them an edit of its own, as the editor makes them. */
export const perSecond = 5;

/** Milliseconds from the stroke of a key to its acknowledgement, and to each of the others' screens. */
export interface Typed {
  acknowledged: number[];
  received: number[];
  /** Strokes that did not reach everybody. */
  missing: number;
}

/** People with one text open: what each does to type a sign, resolved with its name when it was acknowledged, and what came in on whose screen. */
export interface Typists {
  strokes: (() => Promise<string>)[];
  arrivals: { name: string; at: number; by: number }[];
}

/** How long the last strokes may take to come in everywhere, in milliseconds. */
const arriveWithinMs = 2_000;
const random = randomFrom(5);

/** p50, p95 and p99 of a list of milliseconds, in words. */
export const line = (times: number[]) => `p50 ${percentile(times, 50).toFixed(1)}, p95 ${percentile(times, 95).toFixed(1)}, p99 ${percentile(times, 99).toFixed(1)} ms`;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Everybody types for so many seconds, five signs in each of them, at no moment in particular. */
export async function typeSteadily({ strokes, arrivals }: Typists, seconds: number): Promise<Typed> {
  const acknowledged: number[] = [];
  const sent = new Map<string, { at: number; by: number }>();
  arrivals.length = 0;
  const one = async (by: number) => {
    const at = performance.now();
    const name = await strokes[by]!();
    acknowledged.push(performance.now() - at);
    sent.set(name, { at, by });
  };
  const begun = performance.now();
  await Promise.all(
    strokes.map(async (_stroke, by) => {
      const pending: Promise<void>[] = [];
      for (let n = 0; n < seconds * perSecond; n += 1) {
        await pause(begun + ((n + random.next()) * 1_000) / perSecond - performance.now());
        pending.push(one(by));
      }
      await Promise.all(pending);
    }),
  );
  const giveUp = performance.now() + arriveWithinMs;
  // Who typed gets it too.
  const isComing = () => arrivals.filter(({ name }) => sent.has(name)).length < sent.size * strokes.length;
  while (isComing() && performance.now() < giveUp) await pause(20);
  const received = arrivals.flatMap(({ name, at, by }) => {
    const from = sent.get(name);
    return from && from.by !== by ? [at - from.at] : [];
  });
  return { acknowledged, received, missing: sent.size * (strokes.length - 1) - received.length };
}

/**
 * Notes what comes in without making anything of it: fifty pages in one process would otherwise measure themselves. Packets
 * begin with `head`; `names` says which strokes are in one.
 */
function noteArrivals(socket: Socket, head: string, names: (packet: string) => string[], note: (name: string, at: number) => void): void {
  const { decoder } = socket.io as unknown as { decoder: { add: (packet: unknown) => void } };
  const decode = decoder.add.bind(decoder);
  decoder.add = (packet) => {
    if (typeof packet !== "string" || !packet.startsWith(head)) return decode(packet);
    const at = performance.now();
    for (const name of names(packet)) note(name, at);
  };
}

/** Numbers of the log that a packet of ours brings; carets bring none. */
function numbersIn(packet: string): string[] {
  const found = /"updates":\[([^\]]+)\],"seq":(\d+)/.exec(packet);
  return found ? found[1]!.split(",").map((_update, index) => String(Number(found[2]) - index)) : [];
}

/**
 * Opens a text for each; everybody types in a paragraph of their own and, with `carets`, tells where their caret is after each sign,
 * as the editor does. @throws when one is refused
 */
export async function openTogether(sockets: Socket[], documentId: string, carets = false): Promise<Typists> {
  const arrivals: Typists["arrivals"] = [];
  const strokes = await Promise.all(
    sockets.map(async (socket, by) => {
      const joined = await emit(socket, "document:join", { id: documentId, stateVector: new Uint8Array(), schemaVersion });
      if (!joined.ok) throw new Error(`an editor was refused: ${String(joined.code)}`);
      const own = new Y.Doc();
      Y.applyUpdate(own, new Uint8Array(joined.missing as ArrayBuffer));
      noteArrivals(socket, '2["document:', numbersIn, (name, at) => arrivals.push({ name, at, by }));
      const words = new Y.XmlText();
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [words]);
      const change = (make: () => void): Uint8Array => {
        const before = Y.encodeStateVector(own);
        own.transact(make);
        return Y.encodeStateAsUpdate(own, before);
      };
      const push = async (update: Uint8Array): Promise<string> => {
        const answer = await emit(socket, "document:push", { id: documentId, push: newId(), update });
        if (!answer.ok) throw new Error(`a push was refused: ${String(answer.code)}`);
        return String(answer.seq);
      };
      let clock = 0;
      const tellCaret = () => {
        const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(words, words.length, -1)) as object;
        socket.emit("document:awareness", { id: documentId, update: writeAwareness([{ client: own.clientID, clock: (clock += 1), state: { cursor: { anchor: place, head: place } } }]) }, () => undefined);
      };
      await push(change(() => own.getXmlFragment(bodyField).insert(0, [paragraph])));
      return () => {
        const stored = push(change(() => words.insert(words.length, "a")));
        if (carets) tellCaret();
        return stored;
      };
    }),
  );
  return { strokes, arrivals };
}

/** The same strokes through a bare socket.io server that stores nothing. */
export async function openBare(sockets: Socket[]): Promise<Typists> {
  const arrivals: Typists["arrivals"] = [];
  await Promise.all(sockets.map((socket) => emit(socket, "stream:join", {})));
  let made = 0;
  const strokes = sockets.map((socket, by) => {
    noteArrivals(socket, '2["fact",', (packet) => /"text":"(\d+)"/.exec(packet)?.slice(1) ?? [], (name, at) => arrivals.push({ name, at, by }));
    return async () => {
      const name = String((made += 1));
      await emit(socket, "message:post", { text: name });
      return name;
    };
  });
  return { strokes, arrivals };
}
