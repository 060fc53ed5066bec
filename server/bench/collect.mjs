import { renameSync, writeFileSync } from "node:fs";

/** Loaded before a server that is measured: collects what nothing holds any more whenever it is asked to, and says in `BENCH_HELD` how many bytes are held then. */
const says = process.env["BENCH_HELD"];
process.on("SIGUSR2", () => {
  globalThis.gc();
  if (!says) return;
  const { heapUsed, external } = process.memoryUsage();
  writeFileSync(`${says}.new`, String(heapUsed + external));
  renameSync(`${says}.new`, says);
});
