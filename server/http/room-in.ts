import type { Writable } from "node:stream";

/** Waits until more may be written without piling up in memory, or until nobody takes it any more. */
export function roomIn(to: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (to.destroyed || !to.writableNeedDrain) return resolve();
    const go = () => {
      to.off("drain", go);
      to.off("close", go);
      resolve();
    };
    to.on("drain", go);
    to.on("close", go);
  });
}
