import type { House } from "~/platform/ctx.server";
import { WorkerLane } from "./worker-lane.server";

export interface Lanes {
  /** Judges what comes in: it may know updates that are not committed yet. */
  examine: WorkerLane;
  /** Knows committed updates alone: for who joins, for projections, for going back to a version. */
  state: WorkerLane;
  /** Reads and makes files, which may take seconds; nobody who writes waits behind it. */
  files: WorkerLane;
}

const lanes = new WeakMap<House, Lanes>();

/** The workers of this process; started when first needed. */
export function lanesOf(house: House): Lanes {
  let found = lanes.get(house);
  if (!found) lanes.set(house, (found = { examine: new WorkerLane(), state: new WorkerLane(), files: new WorkerLane() }));
  return found;
}

/** Ends the workers, when the process stops and after a test. */
export async function closeLanes(house: House): Promise<void> {
  const found = lanes.get(house);
  lanes.delete(house);
  await Promise.all([found?.examine.close(), found?.state.close(), found?.files.close()]);
}
