import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { editorScripts } from "./app/ui/build/editor-scripts";
import { findPostgres } from "./db/test/find-postgres";
import { findChromium } from "./server/test/find-chromium.mjs";

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.url));
const tests = (kinds: string) => [`{app,db,server}/**/*.${kinds}.{ts,tsx}`];

const chromium = findChromium();
const postgres = findPostgres();
if (!postgres.found && process.env["VITEST_WORKER_ID"] === undefined)
  console.warn(`\nThe tests on PostgreSQL are SKIPPED: ${postgres.why} The embedded database is tested alone.\n`);

export default defineConfig({
  plugins: [editorScripts()],
  resolve: { alias: [{ find: /^~\//, replacement: folder("app") }, { find: /^#db\//, replacement: folder("db") }, { find: /^#server\//, replacement: folder("server") }] },
  test: {
    pool: "forks",
    maxWorkers: 2,
    env: chromium ? { CHROMIUM_PATH: chromium } : {},
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The files of a worker share what they import: loading the house anew for each took a third of the time.
    isolate: false,
    projects: [
      { extends: true, test: { name: "unit", include: tests("test"), exclude: tests("{db,pg,pglite,process}.test") } },
      { extends: true, test: { name: "embedded", include: tests("{db,pglite}.test"), globalSetup: "db/test/embedded-setup.ts" } },
      { extends: true, test: { name: "process", include: tests("process.test"), globalSetup: "server/test/process-setup.ts", testTimeout: 120_000, hookTimeout: 150_000 } },
      ...(postgres.found ? [{ extends: true as const, test: { name: "postgres", include: tests("{db,pg}.test"), globalSetup: "db/test/postgres-setup.ts" } }] : []),
    ],
  },
});
