import { chromium, type Browser } from "playwright";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownStyle, ProsePart } from "./prose";

const executablePath = process.env["CHROMIUM_PATH"];
let browser: Browser;
beforeAll(async () => void (browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] })), 60_000);
afterAll(() => browser?.close());

test("of a long text nothing is laid out that is out of sight, also before the page has its stylesheet", async () => {
  const part = (words: string) => <ProsePart><p className={words}>{words.repeat(20_000)}</p></ProsePart>;
  const tab = await browser.newPage();
  await tab.setContent(renderToStaticMarkup(<html lang="nl"><head><style>{ownStyle}</style></head><body>{part("begin ")}{part("end ")}</body></html>));
  const isLaidOut = (name: string) => tab.locator(`.${name}`).evaluate((paragraph) => paragraph.checkVisibility({ contentVisibilityAuto: true }));
  await expect.poll(() => isLaidOut("begin")).toBe(true);
  expect(await isLaidOut("end")).toBe(false);
  await tab.close();
});
