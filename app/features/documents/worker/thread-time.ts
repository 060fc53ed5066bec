import { readFileSync, readlinkSync } from "node:fs";

/** How finely Linux counts the time of a thread, in milliseconds. */
export const tickMs = 10;

/** The thread that asks, as Linux names it below `/proc`; null on other systems. */
export function ownThread(): string | null {
  try {
    return readlinkSync("/proc/thread-self");
  } catch {
    return null;
  }
}

/** Processor time that a thread has had, in milliseconds, to the tick; null where nobody counts it, or when it ended. */
export function processorTime(thread: string): number | null {
  try {
    const stat = readFileSync(`/proc/${thread}/stat`, "latin1");
    // After the name in brackets, which may hold anything: user and system time are the 12th and 13th of what follows.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return null;
  }
}
