import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A server of the built product, on a folder and a port of its own. */
export interface RunningServer {
  url: string;
  dataDir: string;
  pid: () => number;
  /** Everything it printed. */
  output: () => string;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
  /** Ends it as an operator would; the code it ended with. */
  terminate: () => Promise<number | null>;
  /** Starts it again on the same folder and port. */
  restart: () => Promise<void>;
  killAndRestart: () => Promise<void>;
  /** Ends it in good order and starts it again so many hours later, by its own clock. */
  restartLater: (hours: number) => Promise<void>;
  /** Ends it and removes its folder. */
  stop: () => Promise<void>;
}

export const startsWithinMs = 120_000;
const program = "build/server/main.js";

/** Starts `build/server/main.js`, as `npm start` does after building, and waits until it says where it is. Without DATA_DIR in `env` the folder is a new one. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), "leerhoek-e2e-"));
  let port = env.PORT ?? "0";
  let url = "";
  let printed = "";
  let hoursAhead = 0;
  let child: ChildProcess;
  const launch = async () => {
    child = launchServer({ LOG_LEVEL: "warn", ...(hoursAhead > 0 ? clockAhead(hoursAhead) : {}), ...env, PORT: port, DATA_DIR: dataDir });
    const started = await new Promise<RegExpExecArray | null>((resolve) => {
      let said = "";
      const note = (chunk: Buffer) => {
        said += chunk.toString();
        printed += chunk.toString();
        const found = /runs at (http:\/\/\S+?:(\d+)|https?:\/\/\S+)/.exec(said);
        if (found) resolve(found);
      };
      child.stdout!.on("data", note);
      child.stderr!.on("data", note);
      child.once("exit", () => resolve(null));
      setTimeout(() => resolve(null), startsWithinMs).unref();
    });
    if (!started) {
      child.kill("SIGKILL");
      throw new Error(`the server did not start:\n${printed}`);
    }
    if (started[2]) port = started[2];
    url = `http://127.0.0.1:${port}`;
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    return ended;
  };
  await launch();
  const server: RunningServer = {
    get url() {
      return url;
    },
    dataDir,
    pid: () => child.pid!,
    output: () => printed,
    kill: async () => void (await end("SIGKILL")),
    terminate: () => end("SIGTERM"),
    restart: launch,
    killAndRestart: async () => {
      await end("SIGKILL");
      await launch();
    },
    restartLater: async (hours) => {
      hoursAhead += hours;
      await end("SIGTERM");
      await launch();
    },
    stop: async () => {
      await end("SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return server;
}

const clockAhead = (hours: number) => ({
  NODE_OPTIONS: `--import ${pathToFileURL(fileURLToPath(new URL("clock-ahead.mjs", import.meta.url))).href}`,
  CLOCK_AHEAD_MS: String(hours * 3_600_000),
});

/** What a start that is refused leaves: its code and what it said. */
export async function refusedStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = launchServer(env);
  let said = "";
  child.stdout!.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr!.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const late = setTimeout(() => child.kill("SIGKILL"), startsWithinMs);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(late);
  return { code, said };
}

function launchServer(env: Record<string, string>): ChildProcess {
  if (!existsSync(program)) throw new Error(`There is no ${program} to start: run npm run build first.`);
  return spawn(process.execPath, [program], {
    env: { ...process.env, NODE_ENV: "production", REGION: "proefstreek", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
