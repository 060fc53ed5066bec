import type { Socket } from "socket.io-client";
import * as Y from "yjs";
import { bodyField, schemaVersion } from "~/features/documents/content-rules";
import { connectAll, emit } from "./clients";
import { newId, type BenchWorld } from "./prepare";
import { runBeside } from "./run-beside";
import { percentile, report } from "./statistics";

const seconds = 8;
/** Pushes of one editor a second, as of somebody who types steadily; many together write less each. */
const pushesPerSecond = (editors: number) => (editors > 10 ? 1 : 4);

/** From a push to its durable acknowledgement, and to the other editors' screens, beside a bare socket.io server that stores nothing. */
export async function measureDocuments(home: "embedded" | "postgres", url: string, world: BenchWorld): Promise<void> {
  for (const editors of [2, 10, 50]) {
    const sockets = await connectAll(url, world.cookies.slice(-editors));
    const { acknowledged, received } = await writeTogether(sockets, world.documents[editors]!);
    sockets.forEach((socket) => socket.disconnect());
    const bare = await bareAcknowledgements(world.cookies.slice(-editors));
    const line = (times: number[]) => `p50 ${percentile(times, 50).toFixed(1)} ms, p95 ${percentile(times, 95).toFixed(1)} ms`;
    const goal = editors === 10 ? `p95 ≤ ${home === "postgres" ? 10 : 40} ms` : "";
    report(`${home}: push to durable acknowledgement, ${editors} editors`, line(acknowledged), line(bare), percentile(acknowledged, 95) / percentile(bare, 95), goal);
    report(`${home}: push to the other editors, ${editors} editors`, line(received));
  }
}

/** Every editor types at the end of a paragraph of their own, each push sent as the one before was made. */
async function writeTogether(sockets: Socket[], documentId: string): Promise<{ acknowledged: number[]; received: number[] }> {
  const acknowledged: number[] = [];
  const sentAt = new Map<number, number>();
  const arrivals: { seq: number; at: number }[] = [];
  const editors = await Promise.all(
    sockets.map(async (socket) => {
      const own = new Y.Doc();
      socket.on("document:update", ({ seq, update }: { seq: number; update: ArrayBuffer }) => {
        arrivals.push({ seq, at: performance.now() });
        Y.applyUpdate(own, new Uint8Array(update), "server");
      });
      const joined = await emit(socket, "document:join", { id: documentId, stateVector: Y.encodeStateVector(own), schemaVersion });
      if (!joined.ok) throw new Error(`an editor was refused: ${String(joined.code)}`);
      Y.applyUpdate(own, new Uint8Array(joined.missing as ArrayBuffer), "server");
      return { socket, own };
    }),
  );
  const push = async (socket: Socket, update: Uint8Array) => {
    const begun = performance.now();
    const answer = await emit(socket, "document:push", { id: documentId, push: newId(), update });
    if (!answer.ok) throw new Error(`a push was refused: ${String(answer.code)}`);
    acknowledged.push(performance.now() - begun);
    sentAt.set(answer.seq as number, begun);
  };
  const rate = pushesPerSecond(sockets.length);
  await Promise.all(
    editors.map(async ({ socket, own }, index) => {
      const line = new Y.XmlText();
      const pending: Promise<void>[] = [];
      own.on("update", (update: Uint8Array, origin: unknown) => origin === "typed" && pending.push(push(socket, update)));
      const type = (change: () => void) => own.transact(change, "typed");
      type(() => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [line]);
        const fragment = own.getXmlFragment(bodyField);
        fragment.insert(fragment.length, [paragraph]);
      });
      // Nobody types in step with the others.
      const begun = performance.now() + (index / sockets.length) * (1_000 / rate);
      for (let typed = 0; typed < seconds * rate; typed += 1) {
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + (typed * 1_000) / rate - performance.now())));
        type(() => line.insert(line.length, "woord "));
      }
      await Promise.all(pending);
    }),
  );
  return { acknowledged, received: arrivals.flatMap(({ seq, at }) => (sentAt.has(seq) ? [at - sentAt.get(seq)!] : [])) };
}

async function bareAcknowledgements(cookies: string[]): Promise<number[]> {
  const bare = await runBeside<{ port: number }>("bare-live", { bytes: 0 });
  try {
    const sockets = await connectAll(`http://127.0.0.1:${bare.said.port}`, cookies);
    await Promise.all(sockets.map((socket) => emit(socket, "stream:join", {})));
    const times: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      await Promise.all(
        sockets.map(async (socket) => {
          const begun = performance.now();
          await emit(socket, "message:post", { text: "woord ".repeat(5) });
          times.push(performance.now() - begun);
        }),
      );
    }
    sockets.forEach((socket) => socket.disconnect());
    return times;
  } finally {
    bare.child.kill();
  }
}
