import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { EmbeddedError } from "./embedded-error";
import { lockFolder } from "./lock-folder";
import { countSyncs, openDurably, openInMemory } from "./open-durably";
import type { ChildAnswer, ChildOrder } from "./orders";

// The process that holds the embedded database. It speaks the PostgreSQL protocol on a socket and lives as long as the process that started it.

let release: () => void = () => undefined;
let database: PGlite | undefined;
let server: PGLiteSocketServer | undefined;

const answer = (message: ChildAnswer) => void process.send?.(message);

let ending = false;

/** Closing first keeps the next start quick; a kill at any moment is safe too. */
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await server?.stop();
  await database?.close();
  release();
  process.exit(0);
}

async function open(order: Extract<ChildOrder, { kind: "open" }>): Promise<void> {
  if (order.folder) {
    release = await lockFolder(order.folder, order.socket);
    database = await openDurably(join(order.folder, "postgres"));
  } else {
    database = await openInMemory(order.dump ? new Blob([readFileSync(order.dump)]) : undefined);
  }
  // Only the holder of the lock may clear a socket away that an earlier process left behind.
  rmSync(order.socket, { force: true });
  // The application uses one connection; the second place is for the one that replaces it while the first is still being cleared.
  server = new PGLiteSocketServer({ db: database, path: order.socket, maxConnections: 4 });
  await server.start();
}

process.on("message", (order: ChildOrder) => {
  void obey(order).catch((error: unknown) => {
    const code = error instanceof EmbeddedError ? error.code : "embedded_failed";
    const message = error instanceof Error ? error.message : String(error);
    process.send?.({ kind: "failed", code, message } satisfies ChildAnswer, () => {
      if (order.kind === "open") process.exit(1);
    });
  });
});

async function obey(order: ChildOrder): Promise<void> {
  if (order.kind === "open") {
    await open(order);
    answer({ kind: "open" });
  } else if (order.kind === "syncs") {
    answer({ kind: "syncs", count: countSyncs() });
  } else if (order.kind === "dump") {
    if (!database) throw new Error("No database is open.");
    writeFileSync(order.file, Buffer.from(await (await database.dumpDataDir("none")).arrayBuffer()));
    answer({ kind: "dumped" });
  } else {
    await end();
  }
}

process.on("disconnect", () => void end());
// Ctrl-C and a service manager reach the whole group: the application still has rows to write, and ends this process when it has.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
