import { linkSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { EmbeddedError } from "./embedded-error";
import { identifyProcess, isRunning, type ProcessIdentity } from "./identify-process";

/** What a lock file says: who has the folder open, on whose behalf, and the socket it answers on. */
interface Holder {
  holder: ProcessIdentity;
  parent: ProcessIdentity | null;
  socket: string;
}

const lockName = /^lock\.(\d{9})$/;

/**
 * Takes the folder for this process alone, waiting up to `patience` milliseconds for a holder that is on its way out.
 * The holder is the process named in the lock file with the highest number: a new one is made under the next number, which the file system lets
 * only one process do, so a dead holder's file needs no removal and two processes can never both take it over.
 * Throws `folder_locked`, naming the holder.
 * @returns gives the folder back
 */
export async function lockFolder(dir: string, socket: string, patience = 2_000): Promise<() => void> {
  const giveUp = Date.now() + patience;
  for (;;) {
    const newest = generations(dir).at(-1) ?? 0;
    const held = newest === 0 ? undefined : readHolder(dir, newest);
    if (!held || !(await isHeld(held))) {
      const taken = tryTake(dir, newest + 1, socket);
      if (taken) return taken;
      continue;
    }
    const left = giveUp - Date.now();
    if (left <= 0) {
      const owner = held.parent && isRunning(held.parent) ? held.parent : held.holder;
      throw new EmbeddedError("folder_locked", `The data folder ${dir} is in use by process ${owner.pid}; stop that process first, or choose another folder.`);
    }
    // Half-way, a holder whose application is gone is stuck in a statement that nobody waits for any more.
    if (left < patience / 2 && held.parent && !isRunning(held.parent) && isRunning(held.holder)) endProcess(held.holder.pid);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function generations(dir: string): number[] {
  return readdirSync(dir)
    .flatMap((name) => lockName.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

function fileOf(dir: string, generation: number): string {
  return join(dir, `lock.${String(generation).padStart(9, "0")}`);
}

function readHolder(dir: string, generation: number): Holder | undefined {
  try {
    const text = readFileSync(fileOf(dir, generation), "utf8");
    return text === "" ? undefined : (JSON.parse(text) as Holder);
  } catch (error) {
    // Given back, cut short by a power cut, or cleared away by a newer holder, which the next look will find.
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error && error.code === "ENOENT")) return undefined;
    throw error;
  }
}

/** Alive as a process here, or answering on its socket: another container does not show its processes but shares the folder. */
async function isHeld({ holder, socket }: Holder): Promise<boolean> {
  return isRunning(holder) || (await new Promise<boolean>((resolve) => {
    const probe = connect(socket);
    probe.once("connect", () => (probe.destroy(), resolve(true))).once("error", () => resolve(false));
  }));
}

function tryTake(dir: string, generation: number, socket: string): (() => void) | undefined {
  const holder = identifyProcess(process.pid);
  if (!holder) throw new EmbeddedError("embedded_failed", "This system does not tell which processes are running.");
  const parent = process.send ? (identifyProcess(process.ppid) ?? null) : null;
  const own = fileOf(dir, generation);
  const draft = join(dir, `lock-draft.${process.pid}`);
  writeFileSync(draft, JSON.stringify({ holder, parent, socket } satisfies Holder), { mode: 0o600 });
  try {
    linkSync(draft, own);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return undefined;
    throw error;
  } finally {
    unlinkSync(draft);
  }
  const all = generations(dir);
  if (all.at(-1) !== generation) {
    // Somebody took a higher number while this process was looking at an older one.
    unlinkSync(own);
    return undefined;
  }
  for (const older of all) if (older < generation) unlinkQuietly(fileOf(dir, older));
  return () => writeFileSync(own, "");
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}
