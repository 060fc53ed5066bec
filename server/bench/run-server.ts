import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface MeasuredServer {
  url: string;
  /** From the start of the process to the first answer, in milliseconds. */
  startedIn: number;
  /** Resident memory of the application and of the embedded database's process, in MB. */
  memory: () => { application: number; database: number | null };
  /** Resident memory of the application after what nothing holds any more was collected, in MB. */
  held: () => Promise<number>;
  /** What the application itself holds in its heap and in buffers after the same, without its workers and what the system or V8 keep ready; in kB. */
  heldInHeap: () => Promise<number>;
  /** Time of the processors that the application, and the embedded database's process, had so far, in milliseconds. */
  processor: () => { application: number; database: number | null };
  stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
}

/** Starts the built product on an existing database and waits for its first answer. */
export async function runServer(env: Record<string, string>): Promise<MeasuredServer> {
  const port = env["PORT"] ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), "leerhoek-held-"));
  const held = join(folder, "held");
  const begun = performance.now();
  const child = spawn(process.execPath, [...collectable, "build/server/main.js"], {
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", DEMO: "0", TRUST_PROXY: "1", PORT: String(port), BENCH_HELD: held, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error("the server ended at its start");
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const startedIn = performance.now() - begun;
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      rmSync(folder, { recursive: true, force: true });
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once("exit", () => resolve());
      child.kill(signal);
    });
  return {
    url,
    startedIn,
    memory: () => ({ application: residentMegabytes(child.pid!), database: databaseOf(child, residentMegabytes) }),
    held: () => heldMegabytes(child.pid!),
    heldInHeap: () => heldKilobytes(child.pid!, held),
    processor: () => ({ application: processorMs(child.pid!), database: databaseOf(child, processorMs) }),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

/** Arguments for a process whose held memory is measured. */
export const collectable = ["--expose-gc", "--import", "./server/bench/collect.mjs"];

/** Memory of a `collectable` process after what nothing holds any more was collected, in MB: without it the figure says how lazily V8 collects. */
export async function heldMegabytes(pid: number): Promise<number> {
  for (let times = 0; times < 3; times += 1) {
    process.kill(pid, "SIGUSR2");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  return residentMegabytes(pid);
}

/** The same without what the system and V8 keep ready, as `collect.mjs` says it in a file. */
async function heldKilobytes(pid: number, file: string): Promise<number> {
  // What a first collection lets go of, such as the end of a connection, may hold more.
  for (let times = 0; times < 3; times += 1) {
    rmSync(file, { force: true });
    process.kill(pid, "SIGUSR2");
    while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return Number(readFileSync(file, "utf8")) / 1_024;
}

/** Memory that a process has from the system now, in MB. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1_024;
}

/** Time of the processors that a process with all of its threads had so far, in milliseconds; the system counts in steps of ten. */
function processorMs(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ").slice(11, 13).map(Number);
  return (user! + system!) * 10;
}

/** Reads something of the embedded database's process, or null where there is none. */
function databaseOf(parent: ChildProcess, read: (pid: number) => number): number | null {
  const children = readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, "utf8").trim();
  return children === "" ? null : read(Number(children.split(" ")[0]));
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
