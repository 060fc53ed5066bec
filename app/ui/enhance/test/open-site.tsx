import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];
export const SITE = "http://leerhoek.test";
export const START = new Date("2030-01-07T09:00:00Z");
let browser: Browser;
let script: string;

/** Builds a small script and opens a browser for the tests of one file. */
export function useSite(name: "enhance" | "arrange" = "enhance"): void {
  beforeAll(async () => {
    const input = fileURLToPath(new URL(`../${name}.ts`, import.meta.url));
    const options = { write: false, target: ["chrome80", "safari13"], rollupOptions: { input } };
    const results = [await build({ configFile: false, publicDir: false, logLevel: "error", build: options })].flat();
    const output = results.flatMap((result) => ("output" in result ? result.output : []));
    script = output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  }, 60_000);

  afterAll(() => browser?.close());
}

export interface Site {
  page: Page;
  /** Method, path and form of every request after the page itself. */
  requests: string[];
}

/** Opens a page with this body; `answers` are the bodies given per path, null refuses; all else answers "no content", which leaves the page. */
export async function open(body: ReactNode, answers: Record<string, string | null> = {}, before = ""): Promise<Site> {
  const page = await browser.newPage();
  const requests: string[] = [];
  await page.clock.install({ time: START });
  await page.route("**/*", (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const path = pathname + search;
    if (path === "/page") {
      const html = `<!doctype html><meta charset="utf-8"><body>${renderToStaticMarkup(body)}<script>${before}</script><script type="module">${script}</script>`;
      return route.fulfill({ contentType: "text/html", body: html });
    }
    if (path.endsWith(".svg")) return route.fulfill({ contentType: "image/svg+xml", body: "<svg xmlns='http://www.w3.org/2000/svg'/>" });
    requests.push([request.method(), decodeURIComponent(path), request.postData()].filter(Boolean).join(" "));
    const answer = answers[decodeURIComponent(path)];
    if (answer === undefined) return route.fulfill({ status: 204 });
    if (answer === null) return route.fulfill({ status: 403, body: "" });
    return route.fulfill({ contentType: "application/json", body: answer });
  });
  await page.goto(`${SITE}/page`);
  return { page, requests };
}
