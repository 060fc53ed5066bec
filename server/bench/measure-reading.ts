import autocannon from "autocannon";
import { gzipSync } from "node:zlib";
import type { BenchWorld } from "./prepare";
import { runBeside } from "./run-beside";
import { medianOf, report } from "./statistics";

const seconds = 4;
const rounds = 3;

/** Reading a conversation of 50 messages without an account, and signed in, beside a bare server that sends the same bytes. */
export async function measureReading(home: string, url: string, world: BenchWorld): Promise<void> {
  const path = `${url}/gesprekken/${world.discussionId}`;
  const headers = { "accept-encoding": "gzip" };
  await fetch(path, { headers });
  const page = await fetch(path, { headers });
  const body = Buffer.from(await page.arrayBuffer());
  if (page.status !== 200) throw new Error(`the conversation answers ${page.status}`);
  const bare = await runBeside<{ port: number }>("bare-page", { body: gzipSync(body, { level: 6 }).toString("base64") });
  const bareUrl = `http://127.0.0.1:${bare.said.port}/`;
  const load = (target: string, connections: number, extra: Record<string, string> = {}) =>
    medianOf(rounds, () => autocannon({ url: target, connections, duration: seconds, headers: { ...headers, ...extra } }), (result) => result.requests.average);
  for (const connections of [1, 16, 64]) {
    const limit = await load(bareUrl, connections);
    const ours = await load(path, connections);
    if (ours.non2xx > 0) throw new Error(`${ours.non2xx} answers were refused`);
    report(
      `${home}: anonymous reading, ${connections} connections`,
      `${ours.requests.average.toFixed(0)}/s, p50 ${ours.latency.p50} ms, p99 ${ours.latency.p99} ms`,
      `${limit.requests.average.toFixed(0)}/s`,
      ours.requests.average / limit.requests.average,
      connections === 16 ? "≥ 0.33" : "",
    );
    if (connections !== 16) continue;
    const signedIn = await load(path, connections, { cookie: `leerhoek_session=${world.cookies[0]}` });
    const long = await load(`${url}/gesprekken/${world.longDiscussionId}?vanaf=50001`, connections, { cookie: `leerhoek_session=${world.cookies[0]}` });
    if (long.non2xx > 0) throw new Error(`${long.non2xx} answers of the long conversation were refused`);
    report(`${home}: the middle of 100 000 messages, signed in, 16 connections (beside 50)`, `${long.requests.average.toFixed(0)}/s, p99 ${long.latency.p99} ms`, `${signedIn.requests.average.toFixed(0)}/s`, long.requests.average / signedIn.requests.average);
    report(`${home}: signed-in reading, 16 connections`, `${signedIn.requests.average.toFixed(0)}/s, p99 ${signedIn.latency.p99} ms`, `${limit.requests.average.toFixed(0)}/s`, signedIn.requests.average / limit.requests.average);
  }
  bare.child.kill();
}
