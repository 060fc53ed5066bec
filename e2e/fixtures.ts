import { test as base, expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { startPostgres } from "../db/test/start-postgres";
import { startServer, startsWithinMs, type RunningServer } from "../server/test/run-server";
import { credentialsIn } from "../server/test/visitor";

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
export const test = base.extend<{ as: (who: string) => Promise<Page>; saidLast: void }, Worlds>({
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
  /** What the server said meanwhile goes with a journey that failed. */
  saidLast: [
    async ({ server }, use, journey) => {
      const before = server.output().length;
      await use();
      const said = server.output().slice(before).trim();
      if (said && journey.status !== journey.expectedStatus) await journey.attach("server", { body: said.split("\n").slice(-12).join("\n"), contentType: "text/plain" });
    },
    { auto: true },
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

/** The printed sign-in of somebody whose sign-in name begins with `who`. */
export function credentialsOf(server: RunningServer, who: string): { name: string; password: string } {
  return credentialsIn(server.output(), who);
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

export { expect, startServer, type RunningServer };
