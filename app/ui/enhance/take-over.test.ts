import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];
const site = "http://leerhoek.test/";
let browser: Browser;
let script: string;

beforeAll(async () => {
  const contents = `import * as parts from "./take-over"; Object.assign(window, parts, { beginnings: 0 }); parts.afterTakeOver(() => { window.beginnings += 1; });`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) }, bundle: true, write: false, format: "iife" });
  script = outputFiles[0]!.text;
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
}, 60_000);

afterAll(() => browser?.close());

/** A page with the small script, on which the framework is announced or not. */
async function open(announced: boolean): Promise<Page> {
  const page = await browser.newPage();
  await page.clock.install();
  const words = announced ? '<script id="words" type="application/json">{}</script>' : "";
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><body>${words}<script>${script}</script>` }));
  await page.goto(site);
  return page;
}

const beginnings = (page: Page) => page.evaluate("beginnings");

test("a page without the framework is the small script's at once", async () => {
  const page = await open(false);
  expect(await beginnings(page)).toBe(1);
  await page.close();
});

test("a framework that is slow is waited for, however long it takes", async () => {
  const page = await open(true);
  expect(await page.evaluate("beginTakeOver()")).toBe(true);
  await page.clock.runFor("02:00");
  expect(await beginnings(page)).toBe(0);
  await page.evaluate("endTakeOver()");
  expect(await beginnings(page)).toBe(1);
  await page.clock.runFor("02:00");
  expect(await beginnings(page)).toBe(1);
  await page.close();
});

test("a framework that does not come is given up, and stays away when it comes after all", async () => {
  const page = await open(true);
  await page.clock.runFor("00:04");
  expect(await beginnings(page)).toBe(0);
  await page.clock.runFor("00:02");
  expect(await beginnings(page)).toBe(1);
  expect(await page.evaluate("beginTakeOver()")).toBe(false);
  await page.close();
});
