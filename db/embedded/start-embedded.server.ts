import { fork, type ChildProcess } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { EmbeddedError } from "./embedded-error";
import type { ChildAnswer, ChildOrder } from "./orders";
import { connectionStringFor, placeSocket } from "./place-socket";

export { EmbeddedError, type EmbeddedErrorCode } from "./embedded-error";

/** A running embedded database, in a process of its own. */
export interface Embedded {
  connectionString: string;
  pid: number;
  /** Closes the database and ends its process; after `killAfter` milliseconds (5 000) it is killed, which loses nothing. */
  stop(killAfter?: number): Promise<void>;
  /** Ends the process at once, for when it no longer answers. */
  kill(): void;
  /** How many times it has synced to disk so far. */
  syncs(): Promise<number>;
  /** Writes a copy of the whole database to `file`, for `dump` of a later start. */
  dumpTo(file: string): Promise<void>;
  /** Settles when the process has ended, for whatever reason. */
  exited: Promise<void>;
  /** The folder of its socket, to be given again when it is started again under the same connection string. */
  socketDir: string;
}

/** Where the embedded database lives: a folder that is kept, or memory only (then `dir` just holds the socket), filled from `dump` when given. */
export interface EmbeddedOptions {
  dir: string;
  ephemeral?: boolean;
  dump?: string;
  /** From an earlier start whose connection string must stay the same. */
  socketDir?: string;
  /** How long opening may take, in milliseconds (60 000): making a new database on a slow disk takes some ten seconds. */
  opensWithin?: number;
}

/**
 * Starts the embedded database and answers when it takes connections.
 * Throws EmbeddedError: `folder_unwritable`, `folder_locked` (after 2 s of waiting for the holder) or `embedded_failed`, also when it
 * does not open in time; its process is then ended.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dir = resolve(options.dir);
  const { opensWithin = 60_000 } = options;
  prepareFolder(dir);
  const { socketDir, path } = placeSocket(dir, options.socketDir);
  const child = launch();
  let ended = false;
  const exited = new Promise<void>((done) => {
    child.once("exit", () => {
      ended = true;
      if (socketDir !== dir) rmSync(socketDir, { recursive: true, force: true });
      done();
    });
  });
  try {
    const tooLate = `The embedded database in ${dir} did not open within ${Math.ceil(opensWithin / 1_000)} seconds; look whether the disk of that folder works and has room, then start again.`;
    await ask(child, { kind: "open", folder: options.ephemeral ? null : dir, socket: path, dump: options.dump ?? null }, { ms: opensWithin, tooLate });
  } catch (error) {
    if (!ended) child.kill("SIGKILL");
    await exited;
    throw error;
  }
  return {
    connectionString: connectionStringFor(socketDir),
    pid: child.pid ?? 0,
    async stop(killAfter = 5_000) {
      if (child.connected) child.send({ kind: "stop" } satisfies ChildOrder);
      const lateKill = setTimeout(() => child.kill("SIGKILL"), killAfter);
      await exited;
      clearTimeout(lateKill);
    },
    kill: () => void child.kill("SIGKILL"),
    async syncs() {
      const answer = await ask(child, { kind: "syncs" });
      return answer.kind === "syncs" ? answer.count : 0;
    },
    dumpTo: async (file) => void (await ask(child, { kind: "dump", file })),
    exited,
    socketDir,
  };
}

function prepareFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new EmbeddedError("folder_unwritable", `The data folder ${dir} cannot be written; give this user the right to write there, or choose another folder.`, { cause });
  }
}

/** From the built server its own second file runs; from the sources the same code runs through tsx. */
function launch(): ChildProcess {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = [here, dirname(here)].map((folder) => join(folder, "embedded.js")).find((file) => existsSync(file));
  if (built) return fork(built, [], { execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const source = join(here, "child.ts");
  if (!existsSync(source)) throw new EmbeddedError("embedded_failed", `The program of the embedded database is missing beside ${here}; build the platform again.`);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return fork(source, [], { execArgv: ["--import", tsx], stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

/** Sends one order and waits for its answer, or for the process to end; no longer than `within` where that is given. */
function ask(child: ChildProcess, order: ChildOrder, within?: { ms: number; tooLate: string }): Promise<ChildAnswer> {
  return new Promise((resolveAnswer, reject) => {
    const giveUp = within && setTimeout(() => settle(() => reject(new EmbeddedError("embedded_failed", within.tooLate))), within.ms);
    const settle = (finish: () => void) => {
      clearTimeout(giveUp);
      child.off("message", onMessage).off("exit", onExit).off("error", onError);
      finish();
    };
    const onMessage = (answer: ChildAnswer) =>
      settle(() => (answer.kind === "failed" ? reject(new EmbeddedError(answer.code, answer.message)) : resolveAnswer(answer)));
    const onExit = () => settle(() => reject(new EmbeddedError("embedded_failed", "The process of the embedded database ended unexpectedly.")));
    const onError = (cause: Error) => settle(() => reject(new EmbeddedError("embedded_failed", "The process of the embedded database could not be started.", { cause })));
    child.on("message", onMessage).on("exit", onExit).on("error", onError);
    if (child.connected) child.send(order);
    else onExit();
  });
}
