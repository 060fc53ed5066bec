import { fork } from "node:child_process";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { connectAll, emit } from "./clients";
import { newId, type BenchWorld } from "./prepare";
import type { ReaderOrder, ReaderReport } from "./readers";
import { percentile, report } from "./statistics";

const messages = 60;
const perSecond = 10;

/** From sending a message to its receipt by everyone in the group, beside a bare socket.io server that only broadcasts. */
export async function measureDelivery(home: string, server: { url: string; memory: () => { application: number } }, world: BenchWorld): Promise<void> {
  for (const readers of [200, 1_000]) {
    const cookies = Array.from({ length: readers }, (_, index) => world.cookies[index % world.cookies.length]!);
    const before = server.memory().application;
    const [writer] = await connectAll(server.url, [world.cookies[0]!]);
    const ours = await withReaders({ url: server.url, path: "/live", stream: `group:${world.groupId}`, event: "fact", cookies }, async () => {
      const perConnection = ((server.memory().application - before) * 1_024) / readers;
      report(`${home}: memory per connection, ${readers} readers`, `${perConnection.toFixed(0)} kB`, "", undefined, "≤ 40 kB");
      await steadily(async (index) => {
        await emit(writer!, "message:post", { id: newId(), discussion: world.discussionId, text: `${Date.now()} bericht ${index}` });
      });
    });
    writer!.disconnect();
    const bare = await bareDelivery(cookies);
    const line = (delays: number[]) => `p50 ${percentile(delays, 50).toFixed(0)} ms, p95 ${percentile(delays, 95).toFixed(0)} ms`;
    const complete = ours.received === readers * messages ? "everyone got all" : `${ours.received} of ${readers * messages} arrived`;
    report(`${home}: delivery to ${readers} readers at ${perSecond}/s`, `${line(ours.delays)}; ${complete}`, line(bare.delays), percentile(ours.delays, 95) / percentile(bare.delays, 95), readers === 1_000 ? "≤ 1.5" : "");
  }
}

async function steadily(send: (index: number) => Promise<void>): Promise<void> {
  const begun = performance.now();
  for (let index = 0; index < messages; index += 1) {
    const wait = begun + (index * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    void send(index);
  }
}

async function bareDelivery(cookies: string[]): Promise<{ delays: number[]; received: number }> {
  const http = createServer();
  const io = new Server(http, { path: "/live", perMessageDeflate: false });
  io.on("connection", (socket) => {
    socket.on("stream:join", (_order: unknown, acknowledge: (answer: object) => void) => {
      void socket.join("room");
      acknowledge({ ok: true });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as { port: number }).port}`;
  const result = await withReaders({ url, path: "/live", stream: "room", event: "fact", cookies }, () =>
    steadily(async (index) => void io.to("room").emit("fact", { entities: [{ kind: "message", text: `${Date.now()} bericht ${index}` }] })),
  );
  await io.close();
  return result;
}

/** Readers in a process of their own, so that receiving does not slow the sending. */
async function withReaders(order: Omit<ReaderOrder, "messages">, send: () => Promise<void>): Promise<{ delays: number[]; received: number }> {
  const child = fork("server/bench/readers.ts", { execArgv: ["--import", "tsx"] });
  const next = () => new Promise<ReaderReport>((resolve) => child.once("message", (message) => resolve(message as ReaderReport)));
  child.send({ ...order, messages } satisfies ReaderOrder);
  const ready = await next();
  if (!("ready" in ready)) throw new Error("the readers did not come in");
  const finished = next();
  await send();
  const result = await finished;
  child.kill();
  if (!("delays" in result)) throw new Error("the readers did not report");
  return result;
}
