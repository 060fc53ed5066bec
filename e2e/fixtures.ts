import { test as base, expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startPostgres } from "../db/test/start-postgres";

/** A server of the built product, on a folder and a port of its own. */
export interface RunningServer {
  url: string;
  dataDir: string;
  /** Everything it printed. */
  output: () => string;
  /** Ends it as a power cut would, and starts it again on the same folder and port. */
  killAndRestart: () => Promise<void>;
  /** Ends it in good order and starts it again so many hours later, by its own clock. */
  restartLater: (hours: number) => Promise<void>;
  stop: () => Promise<void>;
}

const startsWithinMs = 120_000;

/** Starts `build/server/main.js`, as `npm start` does after building. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "leerhoek-e2e-"));
  const port = await freePort();
  let printed = "";
  let hoursAhead = 0;
  let child: ChildProcess;
  const launch = async () => {
    child = spawn(process.execPath, ["build/server/main.js"], {
      env: { ...process.env, NODE_ENV: "production", PORT: String(port), DATA_DIR: dataDir, REGION: "proefstreek", LOG_LEVEL: "warn", ...(hoursAhead > 0 ? clockAhead(hoursAhead) : {}), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const note = (chunk: Buffer) => {
      said += chunk.toString();
      printed += chunk.toString();
    };
    child.stdout!.on("data", note);
    child.stderr!.on("data", note);
    const until = Date.now() + startsWithinMs;
    while (!said.includes("runs at")) {
      if (child.exitCode !== null || Date.now() > until) {
        child.kill("SIGKILL");
        throw new Error(`the server did not start:\n${printed}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  };
  await launch();
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    output: () => printed,
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
}

const clockAhead = (hours: number) => ({
  NODE_OPTIONS: `--import ${pathToFileURL(fileURLToPath(new URL("clock-ahead.mjs", import.meta.url))).href}`,
  CLOCK_AHEAD_MS: String(hours * 3_600_000),
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export interface Worlds {
  /** Shared by the tests of one worker. */
  server: RunningServer;
  /** Where the server keeps its data: its own embedded database, or a PostgreSQL that is started for it. */
  home: "embedded" | "postgresql";
  region: string;
  /** A file that kills its server or moves its clock names one here, and then shares it with no other file. */
  serverOf: string;
  databaseUrl: string | null;
}

/** Every journey talks to a server that runs for its worker; people sign in by the names that the demonstration printed. */
export const test = base.extend<{ as: (who: string) => Promise<Page> }, Worlds>({
  home: ["embedded", { scope: "worker", option: true }],
  region: ["proefstreek", { scope: "worker", option: true }],
  serverOf: ["everyone", { scope: "worker", option: true }],
  databaseUrl: [
    async ({ home }, use) => {
      const postgres = home === "postgresql" ? await startPostgres() : null;
      const name = `journey_${randomUUID().replaceAll("-", "")}`;
      await postgres?.administer(`CREATE DATABASE ${name}`);
      await use(postgres ? postgres.connectionString(name) : null);
      await postgres?.administer(`DROP DATABASE ${name} WITH (FORCE)`);
      await postgres?.stop();
    },
    { scope: "worker", timeout: startsWithinMs },
  ],
  server: [
    async ({ region, databaseUrl, serverOf: _own }, use) => {
      const server = await startServer({ REGION: region, ...(databaseUrl ? { DATABASE_URL: databaseUrl, DEMO: "1" } : {}) });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: startsWithinMs + 30_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  /** A browser of its own, signed in as somebody of the demonstration. */
  as: async ({ browser, server }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who) => {
      const context = await openContext(browser, server);
      opened.push(context);
      const page = await context.newPage();
      await signIn(page, credentialsOf(server, who));
      return page;
    });
    for (const context of opened) await context.close();
  },
});

export function openContext(browser: Browser, server: RunningServer, options: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> {
  return browser.newContext({ baseURL: server.url, locale: "nl-BE", timezoneId: "Europe/Brussels", ...options });
}

/** The printed line of somebody whose sign-in name begins with `who`. */
export function credentialsOf(server: RunningServer, who: string): { name: string; password: string } {
  const line = new RegExp(`^\\s+(${who}[a-z0-9-]*)\\s{2,}(.+?)\\s{2,}`, "m").exec(server.output());
  if (!line) throw new Error(`nobody called ${who} in:\n${server.output()}`);
  return { name: line[1]!, password: line[2]! };
}

export async function signIn(page: Page, who: { name: string; password: string }): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByLabel("Aanmeldnaam of e-mailadres").fill(who.name);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Meld je aan" }).click();
  await expect(page.getByRole("link", { name: "Ik", exact: true })).toBeVisible();
}

/** Opens what a notice in "Berichten voor mij" is about, as soon as it is there. */
export async function openNotice(page: Page, sentence: string): Promise<void> {
  const notice = page.getByRole("article").filter({ hasText: sentence }).first();
  await expect(async () => {
    await page.goto("/berichten");
    await expect(notice).toBeVisible({ timeout: 500 });
  }).toPass();
  await notice.getByRole("button", { name: "Bekijk" }).click();
}

export { expect };
