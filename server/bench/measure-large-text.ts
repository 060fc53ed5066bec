import { chromium, type Browser } from "playwright";
import { findChromium } from "../test/find-chromium.mjs";
import type { BenchWorld } from "./prepare";
import { median, report } from "./statistics";

const rounds = 9;
const warming = 150;

/** A text of 1 MB in a browser without anything kept: when its words can be read, on both of its pages, and when somebody can write in it. */
export async function measureLargeText(home: string, url: string, world: BenchWorld): Promise<void> {
  const browser = await startBrowser();
  try {
    const path = `${url}/teksten/${world.largeDocumentId}`;
    // Nobody reads it first: whoever opens it in the morning does.
    const first = await open(browser, path, url, world.cookies[0]!);
    // And then others did: a process runs what it ran often a good deal faster.
    for (let visit = 0; visit < warming; visit += 1) await (await fetch(path, { headers: { cookie: `leerhoek_session=${world.cookies[visit % rounds]!}` } })).arrayBuffer();
    const read: Opened[] = [];
    const write: Opened[] = [];
    // Not by turns: the process of a page with an editor takes its time to go, and would be measured with what comes after it.
    for (let round = 1; round <= rounds; round += 1) read.push(await open(browser, path, url, world.cookies[round]!));
    for (let round = 1; round <= rounds; round += 1) write.push(await open(browser, `${path}/schrijven`, url, world.cookies[round]!));
    const line = ({ firstByte, lastByte, readable }: Opened) => `first byte ${firstByte.toFixed(0)} ms, last ${lastByte.toFixed(0)} ms, readable ${readable.toFixed(0)} ms`;
    const middle = (all: Opened[]): Opened => ({ firstByte: median(all.map((one) => one.firstByte)), lastByte: median(all.map((one) => one.lastByte)), readable: median(all.map((one) => one.readable)), editable: median(all.map((one) => one.editable)), whole: median(all.map((one) => one.whole)) });
    report(`${home}: text of 1 MB to read, the first time`, line(first));
    report(`${home}: text of 1 MB to read`, line(middle(read)), "", undefined, "readable ≤ 300 ms");
    report(`${home}: text of 1 MB to write`, `${line(middle(write))}, editable ${middle(write).editable.toFixed(0)} ms, all of it ${middle(write).whole.toFixed(0)} ms`, "", undefined, "editable ≤ 1500 ms");
  } finally {
    await browser.close();
  }
}

export function startBrowser(): Promise<Browser> {
  const installed = findChromium();
  return chromium.launch({ ...(installed ? { executablePath: installed } : {}), args: ["--no-sandbox", "--disable-gpu"] });
}

/** Milliseconds since the page was asked for. */
interface Opened {
  firstByte: number;
  lastByte: number;
  /** The first paint with words of the text in the page. */
  readable: number;
  /** The text takes letters; 0 on a page to read. */
  editable: number;
  /** And stands there to its end. */
  whole: number;
}

/** Opens a page of a text in a browser that has nothing kept. */
export async function open(browser: Browser, path: string, url: string, session: string): Promise<Opened> {
  const context = await browser.newContext();
  await context.addCookies([{ name: "leerhoek_session", value: session, url }]);
  const page = await context.newPage();
  await page.addInitScript({ content: watch });
  await page.goto(path, { waitUntil: "load" });
  await page.waitForFunction((done) => Number((window as unknown as Record<string, number>)[done]) > 0, path.endsWith("/schrijven") ? "whole" : "readable", { timeout: 60_000, polling: 20 });
  const opened = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const { readable, editable = 0, whole = 0 } = window as unknown as { readable: number; editable?: number; whole?: number };
    return { firstByte: navigation!.responseStart, lastByte: navigation!.responseEnd, readable, editable, whole };
  });
  await context.close();
  return opened;
}

/**
 * In the page: when words of the text stood on the screen, as the browser itself says it, and when the editor takes letters.
 * Nothing that asks every frame: that has the browser draw a page that is still coming in, over and over.
 */
const watch = `
  new PerformanceObserver((list) => (window.readable = list.getEntries()[0].renderTime)).observe({ type: "element", buffered: true });
  new MutationObserver((_, seen) => {
    const words = document.querySelector(".prose p");
    if (!words) return;
    words.setAttribute("elementtiming", "words");
    seen.disconnect();
  }).observe(document, { subtree: true, childList: true });
  const note = (name) => requestAnimationFrame(() => setTimeout(() => (window[name] = window[name] || performance.now())));
  new MutationObserver(() => {
    const text = document.querySelector(".editor__text[contenteditable=true]");
    if (!text) return;
    note("editable");
    if (!text.closest("[aria-busy]")) note("whole");
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["contenteditable", "aria-busy"] });
`;
