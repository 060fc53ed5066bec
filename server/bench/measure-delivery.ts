import { fork } from "node:child_process";
import { connectAll, emit } from "./clients";
import { newId, type BenchWorld } from "./prepare";
import type { ReaderOrder, ReaderReport } from "./readers";
import { runBeside } from "./run-beside";
import { heldMegabytes, type MeasuredServer } from "./run-server";
import { percentile, report } from "./statistics";

/** What came in at the readers: milliseconds from the sending, and how many in all. */
interface Delivered {
  delays: number[];
  received: number;
  /** Of one message as it was received. */
  bytes: number;
}

const messages = 150;

/** Readers of one group, and messages a second: at 3 000 readers the measuring itself takes most of two cores. */
const rooms = [
  { readers: 200, perSecond: 25, goal: "" },
  { readers: 1_000, perSecond: 25, goal: "≤ 1.5" },
  { readers: 3_000, perSecond: 5, goal: "≤ 1.5" },
];

/** From sending a message to its receipt by everyone in the group, beside a bare socket.io server that only broadcasts. */
export async function measureDelivery(home: string, server: MeasuredServer, world: BenchWorld): Promise<void> {
  for (const [room, { readers, perSecond, goal }] of rooms.entries()) {
    const cookies = Array.from({ length: readers }, (_, index) => world.cookies[index % world.cookies.length]!);
    let held = 0;
    let taken = 0;
    let refused: string | null = null;
    const before = await server.held();
    // 30 messages a minute each is the limit, and other parts take their writers from the front.
    const writers = await connectAll(server.url, Array.from({ length: 6 }, (_, index) => world.cookies.at(-1 - 6 * room - index)!));
    const ours = await withReaders({ url: server.url, path: "/live", stream: `group:${world.groupId}`, event: "fact", cookies }, async () => {
      taken = server.memory().application - before;
      held = (await server.held()) - before;
      await steadily(perSecond, async (index) => {
        const answer = await emit(writers[index % writers.length]!, "message:post", { id: newId(), discussion: world.discussionId, text: `${Date.now()} bericht ${index}` });
        if (!answer.ok) refused = String(answer.code);
      });
    });
    writers.forEach((writer) => writer.disconnect());
    if (refused) throw new Error(`a post was refused: ${refused}`);
    const bare = await bareDelivery(cookies, perSecond, ours.bytes);
    const each = (megabytes: number) => `${((megabytes * 1_024) / readers).toFixed(0)} kB`;
    report(`${home}: memory held per connection, ${readers} readers`, `${each(held)}; ${each(taken)} before collecting`, each(bare.held), held / bare.held, readers === 1_000 ? "≤ 40 kB" : "");
    const line = (delays: number[]) => `p50 ${percentile(delays, 50).toFixed(0)} ms, p95 ${percentile(delays, 95).toFixed(0)} ms`;
    const complete = ours.received === readers * messages ? "everyone got all" : `${ours.received} of ${readers * messages} arrived`;
    report(`${home}: delivery to ${readers} readers at ${perSecond}/s`, `${line(ours.delays)}; ${complete}`, line(bare.delays), percentile(ours.delays, 95) / percentile(bare.delays, 95), goal);
  }
}

async function steadily(perSecond: number, send: (index: number) => Promise<void>): Promise<void> {
  const begun = performance.now();
  for (let index = 0; index < messages; index += 1) {
    const wait = begun + (index * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    void send(index);
  }
}

async function bareDelivery(cookies: string[], perSecond: number, bytes: number): Promise<Delivered & { held: number }> {
  const bare = await runBeside<{ port: number }>("bare-live", { bytes });
  const url = `http://127.0.0.1:${bare.said.port}`;
  try {
    const [writer] = await connectAll(url, [cookies[0]!]);
    const before = await heldMegabytes(bare.child.pid!);
    let held = 0;
    const delivered = await withReaders({ url, path: "/live", stream: "room", event: "fact", cookies }, async () => {
      held = (await heldMegabytes(bare.child.pid!)) - before;
      await steadily(perSecond, async (index) => void (await emit(writer!, "message:post", { text: `${Date.now()} bericht ${index}` })));
    });
    return { ...delivered, held };
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
