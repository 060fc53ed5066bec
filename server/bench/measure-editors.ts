import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openDatabase, type Database } from "#db/client.server";
import { openEmbedded } from "#db/home.server";
import { connectAll } from "./clients";
import type { BenchWorld } from "./prepare";
import { runBeside } from "./run-beside";
import type { MeasuredServer } from "./run-server";
import { percentile, report } from "./statistics";
import { line, openBare, openTogether, perSecond, typeSteadily, type Typists } from "./typists";

type Home = "embedded" | "postgres";

/** How long they type while it is measured; `BENCH_SECONDS` sets another number. */
const seconds = Number(process.env["BENCH_SECONDS"] ?? 10);
const bareSeconds = Math.min(5, seconds);
/** Typed first and not counted: what warming up costs is no stroke's. */
const warmUpSeconds = 1;

/** Typing together in one text with 1, 10 and 50 editors, beside a bare socket.io server and bare INSERTs; with 50 also while everybody's caret is shown to all. */
export async function measureEditors(home: Home, server: MeasuredServer, connectionString: string, world: BenchWorld): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "leerhoek-bench-"));
  const bare = home === "postgres" ? openDatabase({ connectionString, home }) : await openEmbedded({ dir: folder });
  try {
    for (const editors of [1, 10, 50]) await measureTyping(home, server, bare, world, editors);
  } finally {
    await bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureTyping(home: Home, server: MeasuredServer, bareDatabase: Database, world: BenchWorld, editors: number): Promise<void> {
  const cookies = world.cookies.slice(-editors);
  const { ours, ...used } = await typeIn(server, cookies, world.documents[editors]!);
  const bare = await besideBareSockets(cookies);
  const inserts = await bareInserts(bareDatabase, editors);
  const what = `${editors} ${editors === 1 ? "editor" : "editors"} at ${perSecond} a second`;
  const many = editors === 50;
  report(`${home}: a stroke until it is durably acknowledged, ${what}`, line(ours.acknowledged), `socket.io ${line(bare.acknowledged)}; INSERT ${line(inserts)}`, percentile(ours.acknowledged, 95) / percentile(inserts, 95), many ? `p95 ≤ ${home === "postgres" ? 15 : 50} ms` : "");
  const screens = ({ received, missing }: typeof ours) => `${line(received)}; ${missing === 0 ? "everyone got all" : `${missing} did not arrive`}`;
  if (editors > 1) report(`${home}: a stroke until it is on the others' screens, ${what}`, screens(ours), line(bare.received), percentile(ours.received, 95) / percentile(bare.received, 95), many && home === "postgres" ? "p95 ≤ 20 ms, p99 < 30 ms" : "");
  const cost = ({ application, database, bench }: { application: number; database: number | null; bench: number }) =>
    `${application.toFixed(0)} % of a core${database === null ? "" : `, database ${database.toFixed(0)} %`}; those who type ${bench.toFixed(0)} %`;
  report(`${home}: processor of the server, ${what}`, cost(used), "", undefined, many ? "≤ 60 %" : "");
  if (!many) return;
  const shown = await typeIn(server, cookies, world.documents[editors]!, true);
  report(`${home}: the same with every caret shown to all`, `acknowledged ${line(shown.ours.acknowledged)}; on the others' screens ${screens(shown.ours)}; ${cost(shown)}`);
}

/** What typing in one text took, and what of a core the server, the embedded database and the people of the bench had for it, in percent: near a whole one, the last measure themselves. */
async function typeIn(server: MeasuredServer, cookies: string[], documentId: string, carets = false) {
  const sockets = await connectAll(server.url, cookies);
  const typists = await openTogether(sockets, documentId, carets);
  await typeSteadily(typists, warmUpSeconds);
  const [before, own, begun] = [server.processor(), process.cpuUsage(), performance.now()];
  const ours = await typeSteadily(typists, seconds);
  const [used, { user, system }, took] = [server.processor(), process.cpuUsage(own), performance.now() - begun];
  sockets.forEach((socket) => socket.disconnect());
  return {
    ours,
    application: ((used.application - before.application) / took) * 100,
    bench: ((user + system) / 1_000 / took) * 100,
    database: used.database === null || before.database === null ? null : ((used.database - before.database) / took) * 100,
  };
}

async function besideBareSockets(cookies: string[]) {
  const bare = await runBeside<{ port: number }>("bare-live", { bytes: 200 });
  try {
    const sockets = await connectAll(`http://127.0.0.1:${bare.said.port}`, cookies);
    const typists: Typists = await openBare(sockets);
    await typeSteadily(typists, warmUpSeconds);
    const typed = await typeSteadily(typists, bareSeconds);
    sockets.forEach((socket) => socket.disconnect());
    return typed;
  } finally {
    bare.child.kill();
  }
}

/** One row for each stroke, each in a transaction of its own, as often as so many editors type. */
async function bareInserts({ db }: Database, editors: number): Promise<number[]> {
  await db.execute(sql`create table if not exists bench_stroke (id serial primary key, words bytea)`);
  const insert = async () => {
    const begun = performance.now();
    await db.execute(sql`insert into bench_stroke (words) values (${Buffer.alloc(30)})`);
    return performance.now() - begun;
  };
  await insert();
  const pending: Promise<number>[] = [];
  const begun = performance.now();
  for (let n = 0; n < editors * perSecond * bareSeconds; n += 1) {
    const wait = begun + (n * 1_000) / (editors * perSecond) - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(insert());
  }
  const times = await Promise.all(pending);
  await db.execute(sql`drop table bench_stroke`);
  return times;
}
