import { defineConfig } from "@playwright/test";
import { findPostgres } from "../db/test/find-postgres";
import { findChromium } from "../server/test/find-chromium.mjs";
import type { Worlds } from "./fixtures";

const chromium = findChromium();

/** Journeys against the built server, each on a server and a folder of its own (see `fixtures.ts`). */
export default defineConfig<object, Pick<Worlds, "home">>({
  testDir: ".",
  testMatch: "*.e2e.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 3,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? "../test-results/report.json" }]],
  projects: [
    // The longest first: what is long at the end keeps one browser waiting for the other.
    { name: "walk", testMatch: "walk.e2e.ts" },
    { name: "embedded", testIgnore: ["walk.e2e.ts", "long-conversation.e2e.ts"] },
    // Where there is no PostgreSQL, `npm test` says so.
    ...(findPostgres().found ? [{ name: "postgresql", testMatch: ["documents.e2e.ts", "long-conversation.e2e.ts"], use: { home: "postgresql" as const } }] : []),
  ],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    trace: "retain-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
