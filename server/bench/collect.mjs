/** Loaded before a server that is measured: collects what nothing holds any more whenever it is asked to. */
process.on("SIGUSR2", () => globalThis.gc());
