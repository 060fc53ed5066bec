import { chromium } from "@playwright/test";
import { findChromium } from "../server/test/find-chromium.mjs";
import { credentialsOf, openContext, signIn, startServer } from "./fixtures";

/**
 * `npm run look -- <folder> [who:]<path> …`: screenshots at 375 and 1280 px, light and dark, of pages of the demonstration, to
 * be looked at. `who` is the beginning of a sign-in name.
 */
const [folder = "test-results/look", ...wanted] = process.argv.slice(2);
const server = await startServer({ REGION: process.env.REGION ?? "westhoek" });
const installed = findChromium();
const browser = await chromium.launch({ ...(installed ? { executablePath: installed } : {}), args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const scheme of ["light", "dark"] as const) {
    for (const width of [375, 1280]) {
      const pages = new Map<string, Awaited<ReturnType<typeof openPage>>>();
      const openPage = async (who: string) => {
        const context = await openContext(browser, server, { viewport: { width, height: width === 375 ? 740 : 800 }, colorScheme: scheme });
        const page = await context.newPage();
        if (who) await signIn(page, credentialsOf(server, who));
        return page;
      };
      for (const one of wanted) {
        const [, who = "", path = "/"] = /^(?:([a-z]+):)?(\/.*)$/.exec(one) ?? [];
        const page = pages.get(who) ?? (await openPage(who));
        pages.set(who, page);
        await page.goto(path);
        await page.screenshot({ path: `${folder}/${(who + path).replace(/[^a-z0-9]+/gi, "-").slice(0, 60)}-${width}-${scheme}.png`, fullPage: true });
      }
      for (const page of pages.values()) await page.context().close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
