import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connectionStringFor } from "../embedded/place-socket";
import { findPostgres, type FoundPostgres } from "./find-postgres";

/** A PostgreSQL server for tests. */
export interface TestPostgres {
  /** Connection string of a database on it. */
  connectionString(database: string): string;
  /** Runs statements that cannot stand in a transaction, such as CREATE DATABASE, on the server's own database. */
  administer(...statements: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Ends the server and removes its folder when its standard input closes, so that even a killed test run leaves nothing behind. */
const keeper = `trap '' INT TERM HUP; dir="$1"; shift; "$@" & pid=$!; cat >/dev/null; kill -QUIT $pid; wait $pid; rm -rf "$dir"`;

/** Starts a PostgreSQL of our own in a temporary folder, or uses the one LEERHOEK_TEST_POSTGRES_URL names. `fast` forgets everything at a power cut, which no test minds; figures are taken `durable`. Throws a sentence that says what was missing. */
export async function startPostgres(found: FoundPostgres = findPostgres(), keeping: "fast" | "durable" = "fast"): Promise<TestPostgres> {
  if (!found.found) throw new Error(`PostgreSQL cannot be started: ${found.why}`);
  if ("url" in found) return useServer(found.url);
  const dir = mkdtempSync(join(tmpdir(), "leerhoek-pg-"));
  if (found.user) chownSync(dir, found.user.uid, found.user.gid);
  const data = join(dir, "data");
  const made = spawnSync(join(found.bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], {
    ...found.user,
    cwd: dir,
    encoding: "utf8",
  });
  if (made.status !== 0) {
    rmSync(dir, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  }
  const settings = ["listen_addresses=", `unix_socket_directories=${dir}`, "max_connections=200", ...(keeping === "fast" ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : [])];
  const server = spawn("sh", ["-c", keeper, "sh", dir, join(found.bin, "postgres"), "-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
    ...found.user,
    cwd: dir,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const connectionString = (database: string) => connectionStringFor(dir, database);
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  await waitUntilReady(server);
  return {
    connectionString,
    administer: (...statements) => administer(connectionString("postgres"), statements),
    async stop() {
      server.stdin?.end();
      await ended;
    },
  };
}

function useServer(url: string): TestPostgres {
  return {
    connectionString(database) {
      const target = new URL(url);
      target.pathname = `/${database}`;
      return target.href;
    },
    administer: (...statements) => administer(url, statements),
    stop: () => Promise.resolve(),
  };
}

async function administer(connectionString: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The server says on its log that it is ready; before that, connections are refused. */
function waitUntilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    const fail = () => reject(new Error(`PostgreSQL did not start: ${log}`));
    server.once("exit", fail);
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (log.includes("ready to accept connections")) return;
      log += text;
      if (log.includes("FATAL")) {
        server.stdin?.end();
        fail();
      } else if (log.includes("ready to accept connections")) {
        server.off("exit", fail);
        resolve();
      }
    });
  });
}
