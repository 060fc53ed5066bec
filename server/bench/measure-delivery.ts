import { fork } from "node:child_process";
import { connectAll, emit } from "./clients";
import { newId, type BenchWorld } from "./prepare";
import type { ReaderOrder, ReaderReport } from "./readers";
import { runBeside } from "./run-beside";
import { residentMegabytes } from "./run-server";
import { percentile, report } from "./statistics";

/** What came in at the readers: milliseconds from the sending, and how many in all. */
interface Delivered {
  delays: number[];
  received: number;
}

const messages = 150;
const perSecond = 25;

/** From sending a message to its receipt by everyone in the group, beside a bare socket.io server that only broadcasts. */
export async function measureDelivery(home: string, server: { url: string; memory: () => { application: number } }, world: BenchWorld): Promise<void> {
  for (const readers of [200, 1_000]) {
    const cookies = Array.from({ length: readers }, (_, index) => world.cookies[index % world.cookies.length]!);
    let grown = 0;
    const before = server.memory().application;
    // 30 messages a minute each is the limit.
    const writers = await connectAll(server.url, world.cookies.slice(readers / 10, readers / 10 + Math.ceil(messages / 25)));
    const ours = await withReaders({ url: server.url, path: "/live", stream: `group:${world.groupId}`, event: "fact", cookies }, async () => {
      // What the connecting left behind is collected by then; what is held stays.
      await new Promise((resolve) => setTimeout(resolve, 12_000));
      const perConnection = ((server.memory().application - before) * 1_024) / readers;
      grown = perConnection;
      await steadily(async (index) => {
        await emit(writers[index % writers.length]!, "message:post", { id: newId(), discussion: world.discussionId, text: `${Date.now()} bericht ${index}` });
      });
    });
    writers.forEach((writer) => writer.disconnect());
    const bare = await bareDelivery(cookies);
    report(`${home}: memory per connection, ${readers} readers`, `${grown.toFixed(0)} kB`, `${bare.perConnection.toFixed(0)} kB`, grown / bare.perConnection, "≤ 40 kB");
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

async function bareDelivery(cookies: string[]): Promise<Delivered & { perConnection: number }> {
  const bare = await runBeside<{ port: number }>("bare-live");
  const url = `http://127.0.0.1:${bare.said.port}`;
  try {
    const [writer] = await connectAll(url, [cookies[0]!]);
    const before = residentMegabytes(bare.child.pid!);
    let perConnection = 0;
    const delivered = await withReaders({ url, path: "/live", stream: "room", event: "fact", cookies }, () => {
      perConnection = ((residentMegabytes(bare.child.pid!) - before) * 1_024) / cookies.length;
      return steadily(async (index) => void (await emit(writer!, "message:post", { text: `${Date.now()} bericht ${index}` })));
    });
    return { ...delivered, perConnection };
  } finally {
    bare.child.kill();
  }
}

/** Readers in a process of their own, so that receiving does not slow the sending. */
async function withReaders(order: Omit<ReaderOrder, "messages">, send: () => Promise<void>): Promise<Delivered> {
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
