import type { Socket } from "socket.io-client";
import * as Y from "yjs";
import { bodyField, schemaVersion } from "~/features/documents/content-rules";
import { limits } from "~/platform/limits";
import { connectAll, emit } from "./clients";
import { newId, type BenchWorld } from "./prepare";
import type { ColdTexts } from "./prepare-texts";
import type { MeasuredServer } from "./run-server";
import { median, report } from "./statistics";
import { paragraphOf } from "./type-by-hand";

/** People who are there, each with a text of 10 kB of their own. */
export const openTexts = 600;
/** How many of these are written in: fewer than a worker keeps ready, so that each of them is kept. */
const edited = 41;
const atOnce = 20;
/** How often everybody comes and opens, after a first time that does not count; and how long those who went are let go of. */
const [rounds, goneMs] = [5, 1_000];
/** As many as may have one text open. */
const together = limits.editorsPerDocument;

/**
 * What the server keeps for a text that is open and for one that is written in. Connections are read as they are, and when each has a text
 * open: one of its own, or as many as may the same one, in turn. What the first costs beyond the second is the texts'.
 */
export async function measureOpenTexts(home: string, server: MeasuredServer, world: BenchWorld, { ids }: ColdTexts): Promise<void> {
  const come = () => connectAll(server.url, ids.map((_, index) => world.cookies[index % world.cookies.length]!));
  const open = (socket: Socket, text: number) => ask(socket, "document:join", { id: ids[text]!, stateVector: new Uint8Array(), schemaVersion, rows: true });
  const textOf = { own: (index: number) => index, shared: (index: number) => Math.floor(index / together) };
  const read = async () => ({ heap: await server.heldInHeap(), resident: server.memory().application * 1_024 });
  const cost = { own: [] as Held[], shared: [] as Held[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of round % 2 ? (["own", "shared"] as const) : (["shared", "own"] as const)) {
      const sockets = await come();
      const before = await read();
      await forAll(ids.length, (index) => open(sockets[index]!, textOf[kind](index)));
      const after = await read();
      sockets.forEach((socket) => socket.disconnect());
      await new Promise((resolve) => setTimeout(resolve, goneMs));
      if (round > 0) cost[kind].push({ heap: after.heap - before.heap, resident: after.resident - before.resident });
    }
  }
  const texts = ids.length - Math.ceil(ids.length / together);
  const spread = (each: number[]) => `median ${median(each).toFixed(2)} kB (${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)})`;
  const ofText = (of: keyof Held) => spread(cost.own.map((own, round) => (own[of] - cost.shared[round]![of]) / texts));
  const ofOpening = spread(cost.shared.map(({ heap }) => heap / ids.length));
  report(`${home}: memory held for a text that is open and not written in, ${ids.length} of them`, `${ofText("heap")} each beyond its connections; of what the system gave ${ofText("resident")}`, `${ofOpening} for each connection that has one open`, undefined, "0 kB");
  const sockets = await come();
  await forAll(ids.length, (index) => open(sockets[index]!, index));
  const idle = await server.held();
  await write(sockets[0]!, ids[0]!);
  const one = await server.held();
  await forAll(edited - 1, (index) => write(sockets[index + 1]!, ids[index + 1]!));
  const some = await server.held();
  sockets.forEach((socket) => socket.disconnect());
  report(`${home}: memory held for a text of 10 kB that is written in, ${edited} of them`, `${(((some - one) * 1_024) / (edited - 1)).toFixed(1)} kB each; ${(one - idle).toFixed(0)} MB for the first, with the worker that judges`);
}

/** In kB: in the heap and in buffers, and of what the system gave. */
interface Held {
  heap: number;
  resident: number;
}

async function ask(socket: Socket, event: string, payload: object): Promise<void> {
  const answer = await emit(socket, event, payload);
  if (!answer.ok) throw new Error(`${event} was refused: ${String(answer.code)}`);
}

/** A paragraph at the beginning of a text. */
function write(socket: Socket, id: string): Promise<void> {
  const doc = new Y.Doc();
  doc.getXmlFragment(bodyField).insert(0, [paragraphOf("Vandaag erbij.")]);
  return ask(socket, "document:push", { id, push: newId(), update: Y.encodeStateAsUpdate(doc) });
}

async function forAll(count: number, act: (index: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += atOnce) await Promise.all(Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => act(from + index)));
}
