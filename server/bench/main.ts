import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "#db/client.server";
import { openEmbedded } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { findPostgres } from "#db/test/find-postgres";
import { startPostgres } from "#db/test/start-postgres";
import { measureDelivery } from "./measure-delivery";
import { measureDependencies } from "./measure-dependencies";
import { measureEditors } from "./measure-editors";
import { measureLargeText } from "./measure-large-text";
import { measureOpenTexts, openTexts } from "./measure-open-texts";
import { measureOpening, tries } from "./measure-opening";
import { measureOpeningInBrowser } from "./measure-opening-in-browser";
import { measurePosting } from "./measure-posting";
import { measureReading } from "./measure-reading";
import { measureScreen } from "./measure-screen";
import { measureSearch } from "./measure-search";
import { prepareWorld, type BenchWorld } from "./prepare";
import { prepareIdle, prepareOpening } from "./prepare-texts";
import { runServer } from "./run-server";
import { report } from "./statistics";

/** Enough that nobody posts more than a person may, and that a thousand readers share accounts with few. */
const people = 320;

const known = ["dependencies", "reading", "posting", "editors", "opening", "open-texts", "screen", "large-text", "delivery", "search"];

/** `npm run bench`: figures beside a bare limit measured in the same run, on both homes. `npm run bench -- postgres editors` measures one part on one. */
async function main(): Promise<void> {
  if (!existsSync("build/server/main.js")) throw new Error("Build first: npm run build.");
  const wanted = process.argv.slice(2);
  const parts = wanted.filter((one) => one !== "postgres" && one !== "embedded");
  const strange = parts.filter((part) => !known.includes(part));
  if (strange.length > 0) throw new Error(`There is no part ${strange.join(", ")}; there are ${known.join(", ")}, each on postgres, embedded or both.`);
  const wants = (part: string) => parts.length === 0 || parts.includes(part);
  console.log(`${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}, Node ${process.version}\n`);
  console.log("| what | ours | bare limit | ratio | goal |\n|---|---|---|---|---|");
  if (wants("dependencies")) measureDependencies();
  if (findPostgres().found && !wanted.includes("embedded")) await onPostgres(wants);
  if (!wanted.includes("postgres")) await onEmbedded(wants);
}

async function onPostgres(wants: (part: string) => boolean): Promise<void> {
  const postgres = await startPostgres(undefined, "durable");
  const folder = mkdtempSync(join(tmpdir(), "leerhoek-bench-"));
  try {
    await postgres.administer("create database bench");
    const connectionString = postgres.connectionString("bench");
    await migrate(connectionString);
    const world = await prepareWorld(openDatabase({ connectionString, home: "postgres" }), people);
    await measure("postgres", { DATABASE_URL: connectionString, DATA_DIR: folder }, connectionString, world, wants, () => openDatabase({ connectionString, home: "postgres" }));
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onEmbedded(wants: (part: string) => boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "leerhoek-bench-"));
  try {
    const home = await openEmbedded({ dir: folder });
    await migrate(home);
    const world = await prepareWorld(home, people);
    await measure("embedded", { DATA_DIR: folder }, "", world, wants, () => openEmbedded({ dir: folder }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(home: "embedded" | "postgres", env: Record<string, string>, connectionString: string, world: BenchWorld, wants: (part: string) => boolean, open: () => Database | Promise<Database>): Promise<void> {
  const cold = wants("opening") ? await prepareOpening(await open(), world, tries) : null;
  const idle = wants("open-texts") ? await prepareIdle(await open(), world, openTexts) : null;
  const server = await runServer(env);
  try {
    const { application, database } = server.memory();
    report(`${home}: first answer after the start`, `${server.startedIn.toFixed(0)} ms`, "", undefined, "≤ 1500 ms");
    report(`${home}: memory when idle`, `${application.toFixed(0)} MB${database === null ? "" : `, database ${database.toFixed(0)} MB`}`, "", undefined, "≤ 220 MB");
    if (wants("reading")) await measureReading(home, server.url, world);
    if (wants("posting")) await measurePosting(home, server.url, connectionString, world);
    if (wants("editors")) await measureEditors(home, server, connectionString, world);
    if (cold) await measureOpening(home, server, world, cold);
    if (cold) await measureOpeningInBrowser(home, server, world, cold);
    if (idle) await measureOpenTexts(home, server, world, idle);
    if (wants("screen")) await measureScreen(home, server.url, world);
    if (wants("large-text")) await measureLargeText(home, server.url, world);
    if (wants("delivery")) await measureDelivery(home, server, world);
    if (wants("search")) await measureSearch(home, server.url, connectionString, world);
  } finally {
    await server.stop();
  }
}

await main();
