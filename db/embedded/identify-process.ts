import { readFileSync } from "node:fs";
import { uptime } from "node:os";

/** One process, in a way that a process number used again (after a restart of the machine or of a container) does not match. */
export interface ProcessIdentity {
  pid: number;
  /** Start time as the kernel counts it; empty where the system does not tell. */
  started: string;
  /** Changes each time the machine starts. */
  boot: string;
}

/** Identifies a running process, or answers undefined when there is none with that number (a zombie has no open files, so it counts as none). */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const boot = bootId();
  if (process.platform === "linux") {
    try {
      // The second field is the program's name in brackets and may hold spaces and brackets itself.
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? undefined : { pid, started: fields[19] ?? "", boot };
    } catch {
      return undefined;
    }
  }
  try {
    process.kill(pid, 0);
    return { pid, started: "", boot };
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM" ? { pid, started: "", boot } : undefined;
  }
}

/** True when the process that was identified earlier is still running. */
export function isRunning(identity: ProcessIdentity): boolean {
  const now = identifyProcess(identity.pid);
  return now !== undefined && now.boot === identity.boot && now.started === identity.started;
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    // Elsewhere the minute in which the machine started will do; a clock that is set only makes the lock look stale, and the process number still decides.
    return String(Math.round((Date.now() / 1000 - uptime()) / 60));
  }
}
