import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded, type Embedded } from "../embedded/start-embedded.server";
import { migrate } from "../migrate.server";
import { openBroker, type Lent } from "./broker";

declare module "vitest" {
  export interface ProvidedContext {
    databaseBroker: string;
  }
}

/** Vitest's global setup: an embedded database in memory for each worker, ended with the run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  const dir = mkdtempSync(join(tmpdir(), "leerhoek-embedded-"));
  const started: Embedded[] = [];
  let dump: Promise<string> | undefined;

  async function make(worker: string): Promise<Lent> {
    try {
      dump ??= findDump(root, dir);
      const embedded = await startEmbedded({ dir: join(dir, worker), ephemeral: true, dump: await dump });
      started.push(embedded);
      return { home: "embedded", connectionString: embedded.connectionString };
    } catch (error) {
      return { home: "embedded", missing: error instanceof Error ? error.message : String(error) };
    }
  }

  const broker = await openBroker(make);
  project.provide("databaseBroker", broker.socket);
  return async () => {
    await broker.close();
    await Promise.all(started.map((embedded) => embedded.stop(100)));
    rmSync(dir, { recursive: true, force: true });
  };
}

/** A dump of a freshly migrated database: made once for each set of migrations, because making one takes seconds and loading it one. */
async function findDump(root: string, scratch: string): Promise<string> {
  const migrations = resolve(root, "db/migrations");
  const hash = createHash("sha256").update(readFileSync(resolve(root, "node_modules/@electric-sql/pglite/package.json")));
  for (const name of readdirSync(migrations).sort()) if (name.endsWith(".sql")) hash.update(name).update(readFileSync(join(migrations, name)));
  const cache = resolve(root, ".cache/test-database");
  const file = join(cache, `${hash.digest("hex").slice(0, 32)}.tar`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const embedded = await startEmbedded({ dir: join(scratch, "template"), ephemeral: true });
  try {
    await migrate(embedded.connectionString, { migrationsFolder: migrations });
    const draft = `${file}.${process.pid}`;
    await embedded.dumpTo(draft);
    renameSync(draft, file);
    for (const name of readdirSync(cache)) if (name.endsWith(".tar") && join(cache, name) !== file) rmSync(join(cache, name));
  } finally {
    await embedded.stop(100);
  }
  return file;
}
