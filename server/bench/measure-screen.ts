import { chromium, type Browser } from "playwright";
import { findChromium } from "../test/find-chromium.mjs";
import type { BenchWorld } from "./prepare";
import { median, report } from "./statistics";

const rounds = 7;
/** What the page says once new messages come by themselves. */
const liveSentence = "Nieuwe berichten komen vanzelf.";

/** What a browser without anything kept gets and shows: weight on the wire, first paint, and when the page is live. */
export async function measureScreen(home: string, url: string, world: BenchWorld): Promise<void> {
  const installed = findChromium();
  const browser = await chromium.launch({ ...(installed ? { executablePath: installed } : {}), args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const path = `${url}/gesprekken/${world.discussionId}`;
    await look(browser, path);
    const reading = [];
    const live = [];
    for (let round = 0; round < rounds; round += 1) {
      reading.push(await look(browser, path));
      live.push(await look(browser, path, { url, value: world.cookies[round]! }));
    }
    const of = (looks: Look[], pick: (look: Look) => number) => median(looks.map(pick));
    report(`${home}: page of 50 messages, HTML + CSS + script`, `${(of(reading, (one) => one.bytes) / 1_000).toFixed(1)} kB`, "", undefined, "≤ 25 kB");
    report(`${home}: the same, first paint`, `${of(reading, (one) => one.painted).toFixed(0)} ms`, "", undefined, "≤ 250 ms");
    report(`${home}: signed in, first paint and live`, `${of(live, (one) => one.painted).toFixed(0)} ms, live at ${of(live, (one) => one.live).toFixed(0)} ms`, "", undefined, "live ≤ 500 ms");
  } finally {
    await browser.close();
  }
}

interface Look {
  bytes: number;
  /** Milliseconds since the navigation began. */
  painted: number;
  live: number;
}

async function look(browser: Browser, path: string, session?: { url: string; value: string }): Promise<Look> {
  const context = await browser.newContext();
  if (session) await context.addCookies([{ name: "leerhoek_session", value: session.value, url: session.url }]);
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (!["document", "stylesheet", "script"].includes(request.resourceType())) return;
    sizes.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize));
  });
  await page.goto(path, { waitUntil: "load" });
  const live = session ? await page.waitForFunction((sentence) => document.body.innerText.includes(sentence) && performance.now(), liveSentence, { polling: "raf" }).then((handle) => handle.jsonValue()) : 0;
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const first = list.getEntriesByName("first-contentful-paint")[0];
          if (first) resolve(first.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { bytes, painted, live: Number(live) };
}
