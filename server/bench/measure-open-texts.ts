import type { Socket } from "socket.io-client";
import * as Y from "yjs";
import { bodyField, schemaVersion } from "~/features/documents/content-rules";
import { connectAll, emit } from "./clients";
import { newId, type BenchWorld } from "./prepare";
import type { ColdTexts } from "./prepare-texts";
import type { MeasuredServer } from "./run-server";
import { report } from "./statistics";
import { paragraphOf } from "./type-by-hand";

/** People who are there, each with a text of 10 kB of their own. */
export const openTexts = 600;
/** How many of these are written in: fewer than a worker keeps ready, so that each of them is kept. */
const edited = 41;
/** After this a text in which nobody writes has left the workers; and how long the server works on with the connections alone. */
const [restMs, warmMs] = [46_500, 15_000];
const atOnce = 20;

/** What the server keeps for a text that is open and for one that is written in, beyond what it keeps for the connections themselves. */
export async function measureOpenTexts(home: string, server: MeasuredServer, world: BenchWorld, { ids }: ColdTexts): Promise<void> {
  const before = await server.held();
  const sockets = await connectAll(server.url, ids.map((_, index) => world.cookies[index % world.cookies.length]!));
  const open = (index: number) => ask(sockets[index]!, "document:join", { id: ids[index]!, stateVector: new Uint8Array(), schemaVersion });
  // Opened and left once, so that what warming up costs is no text's.
  await forAll(ids.length, open);
  await forAll(ids.length, (index) => ask(sockets[index]!, "stream:leave", { stream: `document:${ids[index]!}` }));
  await pause(warmMs);
  const connected = await server.held();
  await forAll(ids.length, open);
  await pause(restMs);
  const idle = await server.held();
  await write(sockets[0]!, ids[0]!);
  const one = await server.held();
  await forAll(edited - 1, (index) => write(sockets[index + 1]!, ids[index + 1]!));
  const some = await server.held();
  sockets.forEach((socket) => socket.disconnect());
  const each = (megabytes: number, among: number) => `${((megabytes * 1_024) / among).toFixed(1)} kB`;
  report(`${home}: memory held for a text that is open and not written in, ${ids.length} of them`, each(idle - connected, ids.length), `${each(connected - before, ids.length)} for its connection`, undefined, "0 kB");
  report(`${home}: memory held for a text of 10 kB that is written in, ${edited} of them`, `${each(some - one, edited - 1)} each; ${(one - idle).toFixed(0)} MB for the first, with the worker that judges`);
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

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
