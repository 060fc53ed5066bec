import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { copyOf } from "./process-setup";
import { startServer, type RunningServer } from "./run-server";
import { credentialsIn, Visitor } from "./visitor";

/** One real server for the tests of a file, behind a proxy that it trusts to name where people are. */
export function useDoors() {
  let server: RunningServer;
  /** Somebody at an address of their own. */
  const from = (address: string) => new Visitor(server.url, { "x-forwarded-for": address });
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: copyOf(inject("preparedFolder")), TRUST_PROXY: "1", LOG_LEVEL: "info" });
  });
  afterAll(async () => {
    await server?.terminate();
    if (server) rmSync(server.dataDir, { recursive: true, force: true });
  });
  return {
    get server() {
      return server;
    },
    from,
    signedIn: (who: string, address: string) => from(address).signIn(credentialsIn(server.output(), who)),
    /** The process that was started is the one that answers, and nothing failed in it that nobody foresaw. */
    expectUnharmed: async (pid: number): Promise<void> => {
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      expect(server.pid()).toBe(pid);
      expect(server.output().split("\n").filter((line) => line.includes('"level":50') || line.includes('"level":60'))).toEqual([]);
    },
  };
}
