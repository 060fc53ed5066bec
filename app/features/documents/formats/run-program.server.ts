import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "~/platform/codes";

/** What one run may take. */
export interface RunLimits {
  ms: number;
  /** Of it and everything that it starts, where the system tells. */
  memoryBytes: number;
  /** The file that it makes. */
  outputBytes: number;
}

/** One program at a time, with few that wait: each takes a processor and hundreds of megabytes. */
const waitingAtMost = 4;
const lookEveryMs = 250;
/** Of the folders that programs work in. */
const begin = "leerhoek-file-";
/** No run takes as long: a folder older than this was left when this process, or the machine, stopped suddenly. */
const leftAfterMs = 3_600_000;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Why a program gave nothing. */
export class ProgramError extends Error {}

async function sweep(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter((one) => one.startsWith(begin))) {
    const folder = join(tmpdir(), name);
    const found = await stat(folder).catch(() => null);
    // What cannot be taken away is of somebody else.
    if (found && found.mtimeMs < Date.now() - leftAfterMs) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Has a program of the machine make a file from a file, in a folder of its own that is gone afterwards, without what this
 * process knows from its environment. `args` gets that folder.
 * @throws AppError `busy` when too many wait. @throws ProgramError when it takes too much, ends badly or makes nothing.
 */
export async function runProgram(program: string, { input, output, args, limits }: { input: { name: string; bytes: Uint8Array | string }; output: string; args: (folder: string) => string[]; limits: RunLimits }): Promise<Uint8Array> {
  if (waiting >= waitingAtMost) throw new AppError("busy");
  waiting += 1;
  const turn = last.then(async () => {
    await sweep();
    const folder = await mkdtemp(join(tmpdir(), begin));
    try {
      await writeFile(join(folder, input.name), input.bytes, { mode: 0o600 });
      await run(program, args(folder), folder, limits);
      const made = await readFile(join(folder, output)).catch(() => null);
      if (!made || made.length === 0) throw new ProgramError("it made no file");
      if (made.length > limits.outputBytes) throw new ProgramError("it made a file that is too large");
      return new Uint8Array(made);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
  last = turn.catch(() => undefined);
  return turn.finally(() => void (waiting -= 1));
}

function run(program: string, args: string[], folder: string, limits: RunLimits): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own: what it started ends with it.
    const child = spawn(program, args, { cwd: folder, detached: true, stdio: "ignore", env: { NODE_ENV: "production", PATH: process.env["PATH"] ?? "", HOME: folder, TMPDIR: folder, XDG_RUNTIME_DIR: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, LANG: "C.UTF-8" } });
    let why: string | null = null;
    let over = false;
    const end = (reason: string | null) => {
      why ??= reason;
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // Nothing of it is left.
      }
    };
    const stop = () => end("this process stopped");
    process.once("exit", stop);
    const clock = setTimeout(() => end(`it took more than ${limits.ms} ms`), limits.ms);
    const look = setInterval(() => {
      if (child.pid !== undefined) void memoryOf(child.pid).then((bytes) => bytes > limits.memoryBytes && !over && end("it took too much memory"));
    }, lookEveryMs);
    const settle = (error: ProgramError | null) => {
      clearTimeout(clock);
      clearInterval(look);
      process.off("exit", stop);
      end(null);
      over = true;
      if (error) reject(error);
      else resolve();
    };
    child.on("error", (error) => settle(new ProgramError(error.message)));
    child.on("exit", (code, signal) => settle(why === null && code === 0 ? null : new ProgramError(why ?? `it ended with ${code ?? signal}`)));
  });
}

/** Memory of all processes of a group, in bytes; 0 where the system does not tell. */
async function memoryOf(group: number): Promise<number> {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  let pages = 0;
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
    // The name before it may hold anything, also brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(fields[2]) === group) pages += Number(fields[21]);
  }
  return pages * 4096;
}
