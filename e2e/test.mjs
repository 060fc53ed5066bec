// `npm test` on a bare machine: installs what it needs, then types, lint, layers, unit and integration tests on both
// homes, and the journeys in a real browser. Plain JavaScript, since nothing may be installed yet.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { failuresInPlaywright, failuresInVitest } from "../server/test/failures-in.mjs";
import { findChromium } from "../server/test/find-chromium.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const only = process.argv.slice(2);
const fast = only.includes("--fast");
const reports = mkdtempSync(join(tmpdir(), "leerhoek-reports-"));
const skipped = [];
const failures = [];
let passed = 0;
let failed = 0;

/** Runs one step and counts it as one check. */
function step(name, command, args, env = {}) {
  const started = Date.now();
  console.log(`\n— ${name}`);
  const done = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
  console.log(`  ${done.status === 0 ? "ok" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return done.status === 0;
}

function check(name, command, args, env) {
  if (step(name, command, args, env)) passed += 1;
  else failed += 1;
}

/** Runs a suite that writes a JSON report and adds its counts. A suite that counts nothing has failed. */
function suite(name, command, args, report, count, env) {
  const ok = step(name, command, args, env);
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : { passed: 0, failed: 0, failures: [] };
  failures.push(...counts.failures);
  passed += counts.passed;
  failed += counts.failed;
  if ((!ok && counts.failed === 0) || counts.passed + counts.failed === 0) failed += 1;
}

const has = (command) => spawnSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" }).status === 0;
const isRoot = typeof process.getuid === "function" && process.getuid() === 0;

/** Debian's packages, where this user may install them. */
function aptInstall(...packages) {
  if (!isRoot || !has("apt-get")) return false;
  const run = (...args) => spawnSync("apt-get", args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
  console.log(`  installing ${packages.join(", ")} with apt-get …`);
  return (run("update", "-qq") && run("install", "-y", "-qq", "--no-install-recommends", ...packages)) || run("install", "-y", "-qq", "--no-install-recommends", ...packages);
}

/** A Chromium: one of the system, else Debian's, else Playwright's own. */
function haveChromium() {
  const found = () => Boolean(findChromium());
  if (found() || ((aptInstall("chromium-headless-shell") || aptInstall("chromium")) && found())) return true;
  return spawnSync("npx", ["playwright", "install", "chromium-headless-shell"], { stdio: "ignore" }).status === 0;
}

/** PostgreSQL's own programs: the tests start a server of their own with them. */
function havePostgres() {
  const found = () => has("postgres") || spawnSync("sh", ["-c", "ls /usr/lib/postgresql/*/bin/postgres"], { stdio: "ignore" }).status === 0;
  return Boolean(process.env.LEERHOEK_TEST_POSTGRES_URL) || found() || (aptInstall("postgresql") && found());
}

if (!step("install and build", process.execPath, ["server/start.mjs", "--prepare"])) {
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const npx = (tool, ...args) => [process.execPath, [join("node_modules", ...tool), ...args]];
check("types", ...npx(["typescript", "bin", "tsc"], "--noEmit", "-p", "."));
check("lint", ...npx(["oxlint", "bin", "oxlint"], "--deny-warnings", "app", "db", "server", "e2e"));
check("layers", ...npx(["dependency-cruiser", "bin", "dependency-cruise.mjs"], "app", "db", "server", "e2e", "--config", ".dependency-cruiser.cjs", "--output-type", "err"));

if (!fast && !havePostgres()) skipped.push("everything on PostgreSQL: its programs are not here and could not be installed (apt-get install postgresql)");
if (!fast && !has("redis-server") && !aptInstall("redis-server")) skipped.push("several processes with Redis: redis-server is not here and could not be installed (apt-get install redis-server)");
// Scripts of pages are tried in it before the journeys are.
const chromium = haveChromium();
if (!chromium) {
  failed += 1;
  console.log("There is no Chromium for the journeys. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to it.");
}
const vitestReport = join(reports, "vitest.json");
suite(
  "unit and integration tests",
  ...npx(["vitest", "vitest.mjs"], "run", ...(fast ? ["--project", "unit", "--project", "embedded"] : []), "--reporter=dot", "--reporter=json", `--outputFile.json=${vitestReport}`),
  vitestReport,
  (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests, failures: failuresInVitest(report) }),
);

if (!fast && chromium) {
  const report = join(reports, "playwright.json");
  suite(
    "journeys in the browser",
    ...npx(["@playwright", "test", "cli.js"], "test", "--config", "e2e/playwright.config.ts"),
    report,
    (result) => ({ passed: result.stats.expected + result.stats.flaky, failed: result.stats.unexpected, failures: failuresInPlaywright(result) }),
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
}

rmSync(reports, { recursive: true, force: true });
for (const one of failures) console.log(`\nfailed: ${one}`);
for (const one of skipped) console.log(`skipped: ${one}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
