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
/** How often everybody leaves and opens again, after a first time that does not count. */
const rounds = 6;
/** As many as may have one text open. */
const together = limits.editorsPerDocument;

/**
 * What the server keeps for a text that is open and for one that is written in. The same connections have nothing open, then each a text of
 * their own, then as many as may the same one, over and over: what one kind holds more than the other is no other reading's noise.
 */
export async function measureOpenTexts(home: string, server: MeasuredServer, world: BenchWorld, { ids }: ColdTexts): Promise<void> {
  const sockets = await connectAll(server.url, ids.map((_, index) => world.cookies[index % world.cookies.length]!));
  const open = (index: number, text: number) => ask(sockets[index]!, "document:join", { id: ids[text]!, stateVector: new Uint8Array(), schemaVersion });
  const leave = (index: number, text: number) => ask(sockets[index]!, "stream:leave", { stream: `document:${ids[text]!}` });
  const textOf = { own: (index: number) => index, shared: (index: number) => Math.floor(index / together) };
  const seen = { nothing: [] as number[], own: [] as number[], shared: [] as number[] };
  const resident = { nothing: [] as number[], own: [] as number[], shared: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const read = async (kind: keyof typeof seen) => {
      const held = await server.heldInHeap();
      if (round === 0) return;
      seen[kind].push(held);
      resident[kind].push(server.memory().application * 1_024);
    };
    await read("nothing");
    for (const kind of round % 2 ? (["own", "shared"] as const) : (["shared", "own"] as const)) {
      await forAll(ids.length, (index) => open(index, textOf[kind](index)));
      await read(kind);
      await forAll(ids.length, (index) => leave(index, textOf[kind](index)));
    }
  }
  const texts = ids.length - Math.ceil(ids.length / together);
  const differences = (more: keyof typeof seen, less: keyof typeof seen, among: number, of = seen) => of[more].map((held, round) => (held - of[less][round]!) / among);
  const spread = (each: number[]) => `median ${median(each).toFixed(2)} kB (${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)})`;
  report(`${home}: memory held for a text that is open and not written in, ${ids.length} of them`, `${spread(differences("own", "shared", texts))} each beyond its connections; of what the system gave ${spread(differences("own", "shared", texts, resident))}`, `${spread(differences("shared", "nothing", ids.length))} for each connection that has one open`, undefined, "0 kB");
  await forAll(ids.length, (index) => open(index, index));
  const idle = await server.held();
  await write(sockets[0]!, ids[0]!);
  const one = await server.held();
  await forAll(edited - 1, (index) => write(sockets[index + 1]!, ids[index + 1]!));
  const some = await server.held();
  sockets.forEach((socket) => socket.disconnect());
  report(`${home}: memory held for a text of 10 kB that is written in, ${edited} of them`, `${(((some - one) * 1_024) / (edited - 1)).toFixed(1)} kB each; ${(one - idle).toFixed(0)} MB for the first, with the worker that judges`);
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
