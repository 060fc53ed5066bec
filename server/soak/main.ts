import { and, eq, gt } from "drizzle-orm";
import { fork, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "#db/client.server";
import { openEmbedded } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { message } from "#db/schema/index";
import { findPostgres } from "#db/test/find-postgres";
import { startPostgres } from "#db/test/start-postgres";
import { prepareWorld, type BenchWorld } from "#server/bench/prepare";
import { freePort, runServer, type MeasuredServer } from "#server/bench/run-server";
import { percentile } from "#server/bench/statistics";
import type { CrowdAsk, CrowdOrder, CrowdReport } from "./crowd";

const people = 320;
const writers = 40;
const messagesPerSecond = 5;
const pagesPerSecond = 5;
/** Within this time after a restart everybody is back. */
const comingBackMs = 15_000;

/** Pages that did not come, by status or `no answer`; not counted while the server restarts. */
interface FailedPages {
  by: Record<string, number>;
  restarting: boolean;
}

/** A database to soak on, and how to look into it while no server has it open. */
interface Home {
  env: Record<string, string>;
  world: BenchWorld;
  look: () => Promise<Database>;
  close: () => Promise<void>;
}

/**
 * `npm run soak`: a thousand connections for twenty minutes, reading, posting and reconnecting, with a restart in the middle.
 * `npm run soak -- 3 200` takes three minutes and two hundred connections. Ends with 1 when something did not hold.
 */
async function main(): Promise<void> {
  if (!existsSync("build/server/main.js")) throw new Error("Build first: npm run build.");
  const [minutes = 20, connections = 1_000] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(join(tmpdir(), "leerhoek-soak-"));
  const home = findPostgres().found ? await onPostgres(folder) : await onEmbedded(folder);
  const port = String(await freePort());
  let server = await runServer({ ...home.env, PORT: port });
  const crowd = fork("server/soak/crowd.ts", { execArgv: ["--import", "tsx"] });
  try {
    const first = await fetch(`${server.url}/gesprekken/${home.world.discussionId}`);
    if (!first.ok) throw new Error(`A page answers ${first.status}: is this build of these sources?`);
    const cookies = Array.from({ length: connections }, (_, index) => home.world.cookies[index % people]!);
    await ask(crowd, { url: server.url, groupId: home.world.groupId, discussionId: home.world.discussionId, cookies, last: 50, writers } satisfies CrowdOrder);
    const half = (minutes * 60_000) / 2;
    const failedPages: FailedPages = { by: {}, restarting: false };
    const stop = keepBusy(server.url, home.world, crowd, failedPages);
    await wait(half);
    failedPages.restarting = true;
    const begun = Date.now();
    await server.stop();
    server = await runServer({ ...home.env, PORT: port });
    const away = { from: begun, to: Date.now() };
    failedPages.restarting = false;
    await wait(half / 2);
    const early = await server.held();
    await wait(half / 2);
    const late = await server.held();
    stop();
    crowd.send("stop writing" satisfies CrowdAsk);
    const report = await everyoneThere(crowd, home, server);
    await conclude({ minutes, connections, away, early, late, failedPages: failedPages.by, report, server, home });
  } finally {
    crowd.kill();
    await server.stop();
    await home.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Messages, pages and lost connections, until the returned function is called. */
function keepBusy(url: string, world: BenchWorld, crowd: ChildProcess, failedPages: FailedPages): () => void {
  let turn = 0;
  const read = async () => {
    const cookie = (turn += 1) % 2 === 0 ? { cookie: `leerhoek_session=${world.cookies[turn % people]!}` } : undefined;
    const answer = await fetch(`${url}/gesprekken/${world.discussionId}`, { ...(cookie ? { headers: cookie } : {}) }).catch(() => null);
    await answer?.text().catch(() => "");
    const why = answer ? String(answer.status) : "no answer";
    if (!failedPages.restarting && !answer?.ok) failedPages.by[why] = (failedPages.by[why] ?? 0) + 1;
  };
  const timers = [
    setInterval(() => crowd.send("write" satisfies CrowdAsk), 1_000 / messagesPerSecond),
    setInterval(() => void read(), 1_000 / pagesPerSecond),
    setInterval(() => crowd.send("shake" satisfies CrowdAsk), 1_000),
  ];
  return () => timers.forEach(clearInterval);
}

/** Asks until nothing is under way and every connection has the newest message; after a minute what is missing is missing. */
async function everyoneThere(crowd: ChildProcess, home: Home, server: MeasuredServer): Promise<CrowdReport> {
  for (let tries = 0; ; tries += 1) {
    await wait(2_000);
    const report = await ask<CrowdReport>(crowd, "report");
    const newest = Math.max(...report.last);
    if (tries >= 30 || (report.unsettled.length === 0 && report.last.every((last) => last === newest))) return report;
    if (!(await fetch(`${server.url}/readyz`)).ok) throw new Error("the server is away");
  }
}

async function conclude(seen: { minutes: number; connections: number; away: { from: number; to: number }; early: number; late: number; failedPages: FailedPages["by"]; report: CrowdReport; server: MeasuredServer; home: Home }): Promise<void> {
  const { report, home } = seen;
  await seen.server.stop();
  const database = await home.look();
  const rows = await database.db.select({ id: message.id }).from(message).where(and(eq(message.discussionId, home.world.discussionId), gt(message.number, 50)));
  await database.close();
  const there = new Set(rows.map(({ id }) => id));
  const lost = report.acknowledged.filter((id) => !there.has(id)).length;
  const behind = report.last.filter((last) => last !== 50 + rows.length).length;
  const around = ([sent]: [number, number]) => sent > seen.away.from - 1_000 && sent < seen.away.to + comingBackMs;
  const delays = report.delays.filter((one) => !around(one)).map(([, ms]) => ms);
  const during = report.delays.filter(around).map(([, ms]) => ms);
  const lines: [what: string, seen: string, held: boolean][] = [
    ["messages", `${report.acknowledged.length} acknowledged, ${lost} lost, ${rows.length - new Set(report.acknowledged).size} more than acknowledged, ${report.unsettled.length} never answered`, lost === 0 && report.unsettled.length === 0 && report.acknowledged.length > 0 && rows.length === report.acknowledged.length],
    ["receipt", `${report.last.length} connections, ${behind} behind at the end, ${report.outOfPlace} messages twice, out of order or after a hole, streams given up: ${counted(report.givenUp)}`, behind === 0 && report.outOfPlace === 0 && counted(report.givenUp) === "none"],
    ["pages", `failed outside the restart of ${((seen.away.to - seen.away.from) / 1_000).toFixed(1)} s: ${counted(seen.failedPages)}`, counted(seen.failedPages) === "none"],
    ["memory held, at three quarters and at the end", `${seen.early.toFixed(0)} MB, ${seen.late.toFixed(0)} MB`, seen.late < seen.early * 1.1],
    ["delivery", `p50 ${percentile(delays, 50).toFixed(0)} ms, p95 ${percentile(delays, 95).toFixed(0)} ms, p99 ${percentile(delays, 99).toFixed(0)} ms, of ${delays.length}`, delays.length > 0],
    ["delivery of what was sent around the restart", `p95 ${percentile(during, 95).toFixed(0)} ms`, during.length > 0],
  ];
  console.log(`${seen.connections} connections, ${seen.minutes} minutes, ${messagesPerSecond} messages and ${pagesPerSecond} pages a second, one in a hundred reconnecting every second\n\n| what | seen | held |\n|---|---|---|`);
  for (const [what, text, held] of lines) console.log(`| ${what} | ${text} | ${held ? "yes" : "NO"} |`);
  if (lines.some(([, , held]) => !held)) process.exitCode = 1;
}

async function onPostgres(folder: string): Promise<Home> {
  const postgres = await startPostgres(undefined, "durable");
  await postgres.administer("create database soak");
  const connectionString = postgres.connectionString("soak");
  await migrate(connectionString);
  const look = async () => openDatabase({ connectionString, home: "postgres" });
  return { env: { DATABASE_URL: connectionString, DATA_DIR: folder }, world: await prepareWorld(await look(), people), look, close: () => postgres.stop() };
}

async function onEmbedded(folder: string): Promise<Home> {
  const look = () => openEmbedded({ dir: folder });
  const first = await look();
  await migrate(first);
  return { env: { DATA_DIR: folder }, world: await prepareWorld(first, people), look, close: async () => undefined };
}

function ask<T>(crowd: ChildProcess, asked: CrowdOrder | CrowdAsk): Promise<T> {
  return new Promise((resolve) => {
    crowd.once("message", (answer) => resolve(answer as T));
    crowd.send(asked);
  });
}

/** Counts with their reasons, in words. */
const counted = (by: Record<string, number>) => Object.entries(by).map(([why, count]) => `${count} ${why}`).join(", ") || "none";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

await main();
