import { connectAll, emit } from "./clients";

export interface ReaderOrder {
  url: string;
  path: string;
  stream: string;
  event: string;
  cookies: string[];
  messages: number;
}
export type ReaderReport = { ready: true } | { delays: number[]; received: number; bytes: number };

/** A process that holds readers: each message begins with the moment it was sent. Reports when all came, or nothing more does. */
process.on("message", (order: ReaderOrder) => void read(order));

async function read(order: ReaderOrder): Promise<void> {
  const sockets = await connectAll(order.url, order.cookies, order.path);
  const delays: number[] = [];
  let quiet: NodeJS.Timeout | undefined;
  let bytes = 0;
  const done = () => process.send!({ delays, received: delays.length, bytes } satisfies ReaderReport);
  for (const socket of sockets) {
    socket.on(order.event, (fact: { entities: { kind: string; text?: string }[] }) => {
      const sent = Number(fact.entities.find((entity) => entity.kind === "message")?.text?.split(" ")[0]);
      if (sent > 0) delays.push(Date.now() - sent);
      bytes ||= JSON.stringify(fact).length;
      clearTimeout(quiet);
      if (delays.length === order.messages * sockets.length) done();
      else quiet = setTimeout(done, 10_000);
    });
  }
  // As a page does, from the number it was rendered at: nothing is replayed.
  const first = await emit(sockets[0]!, "stream:join", { stream: order.stream, since: 0 });
  const since = typeof first.head === "number" ? first.head : 0;
  await Promise.all(sockets.map((socket) => emit(socket, "stream:join", { stream: order.stream, since })));
  process.send!({ ready: true } satisfies ReaderReport);
}
