import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded, type Embedded } from "../embedded/start-embedded.server";
import { openBroker, type Lent } from "./broker";
import { migratedDump } from "./migrated-dump";

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
    dump ??= migratedDump(root, dir);
    const embedded = await startEmbedded({ dir: join(dir, worker), ephemeral: true, dump: await dump });
    started.push(embedded);
    return { home: "embedded", connectionString: embedded.connectionString };
  }

  const broker = await openBroker(make);
  project.provide("databaseBroker", broker.socket);
  return async () => {
    await broker.close();
    await Promise.all(started.map((embedded) => embedded.stop(100)));
    rmSync(dir, { recursive: true, force: true });
  };
}
