import type { House } from "~/platform/ctx.server";
import { defineHeadWatch } from "~/platform/live-event.server";
import { RunningWords } from "../writing/running-words";
import { WorkerLane } from "./worker-lane.server";

export interface Lanes {
  /** Judges what comes in: it may know updates that are not committed yet. */
  examine: WorkerLane;
  /** What it need not be asked, because somebody goes on in the midst of a word. */
  running: RunningWords;
  /** Knows committed updates alone: for who joins, for projections, for going back to a version. */
  state: WorkerLane;
  /** Reads and makes files, and edits forks of texts, which may take seconds; nobody who writes waits behind it. */
  files: WorkerLane;
}

const lanes = new Map<House, Lanes>();
/** How long a text that nobody writes in or opens stays in a worker, in milliseconds. */
const unusedMs = 45_000;

/** The workers of this process; started when first needed. */
export function lanesOf(house: House): Lanes {
  let found = lanes.get(house);
  if (!found) lanes.set(house, (found = { examine: new WorkerLane(), running: new RunningWords(), state: new WorkerLane(), files: new WorkerLane() }));
  return found;
}

/** Ends the workers, when the process stops and after a test. */
export async function closeLanes(house: House): Promise<void> {
  const found = lanes.get(house);
  lanes.delete(house);
  await Promise.all([found?.examine.close(), found?.state.close(), found?.files.close()]);
}

// A text that is only open costs nothing here: who writes or comes in again has it read again.
defineHeadWatch(async () => {
  for (const { examine, state, files } of lanes.values()) for (const lane of [examine, state, files]) await lane.rest(unusedMs);
});
