import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { ownThread, processorTime, tickMs } from "./thread-time";

it.runIf(existsSync("/proc/thread-self"))("counts what a thread works, and not what it waits", async () => {
  const thread = ownThread()!;
  const before = processorTime(thread)!;
  const { user, system } = process.cpuUsage();
  while (process.cpuUsage({ user, system }).user < 10 * tickMs * 1_000);
  const worked = processorTime(thread)!;
  expect(worked - before).toBeGreaterThanOrEqual(2 * tickMs);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  expect(processorTime(thread)! - worked).toBeLessThan(100);
});

it("knows nothing of a thread that is not there", () => {
  expect(processorTime("1/task/none")).toBeNull();
});
