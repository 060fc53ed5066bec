import type { Logger } from "~/platform/logger.server";

export interface Repeated {
  /** Does it now, or once more after the round that runs. */
  wake: () => void;
  stop: () => Promise<void>;
}

/**
 * Does something at once, then every so many seconds, never twice at the same time in this process. What it works on are
 * rows that wait, taken with locks: so any number of processes may do the same, and one that dies loses nothing.
 */
export function every(seconds: number, name: string, logger: Logger, work: () => Promise<unknown>): Repeated {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const round = async () => {
    do {
      again = false;
      await work().catch((error: unknown) => logger.error({ err: error, job: name }, "a job failed; it is tried again in its next round"));
    } while (again && !stopped);
    running = null;
  };
  const wake = () => {
    if (stopped) return;
    if (running) again = true;
    else running = round();
  };
  const timer = setInterval(wake, seconds * 1_000);
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
