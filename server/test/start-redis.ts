import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether this machine has the program `redis-server`, for tests that need one. */
export const redisIsHere = spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;

export interface TestRedis {
  url: string;
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts a Redis of our own, that keeps nothing, on a port that the caller names. */
export async function startRedis(port: number): Promise<TestRedis> {
  const dir = mkdtempSync(join(tmpdir(), "leerhoek-redis-"));
  let server: ChildProcess;
  const launch = () =>
    new Promise<void>((resolve, reject) => {
      server = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", dir], { stdio: ["ignore", "pipe", "ignore"] });
      let said = "";
      server.stdout!.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (/ready to accept connections/i.test(said)) resolve();
      });
      server.once("exit", () => reject(new Error(`redis-server did not start: ${said}`)));
    });
  const end = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await ended;
  };
  await launch();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: end,
    restart: launch,
    stop: async () => {
      await end();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
