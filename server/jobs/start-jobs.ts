import { drainOutboxes } from "./drain-outboxes";
import type { House } from "~/platform/ctx.server";

export interface Jobs {
  stop: () => Promise<void>;
}

/** Starts the work that nobody waits for. */
export async function startJobs(house: House): Promise<Jobs> {
  const outboxes = drainOutboxes(house);
  return { stop: () => outboxes.stop() };
}
