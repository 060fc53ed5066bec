import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { expect, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];
const contents = `
  import { Editor } from "@tiptap/core";
  import { contentExtensions } from "../schema";
  const editor = new Editor({ element: document.body.appendChild(document.createElement("div")), extensions: contentExtensions });
  editor.commands.setContent("<h2>Wat mag erin?</h2><h3>wat niet?</h3><h4>en dan?</h4><p>Schillen.</p>");
`;

test("Home goes before the first letter of a line, in headings too", { timeout: 60_000 }, async () => {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" }, bundle: true, write: false, format: "iife", alias: { "~": fileURLToPath(new URL("../../..", import.meta.url)) } });
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.setContent(`<!doctype html><style>${readFileSync("app/ui/styles/base.css", "utf8")}</style><body></body>`);
    await page.addScriptTag({ content: outputFiles[0]!.text });
    const places: number[] = [];
    for (const block of ["h2", "h3", "h4", "p"]) {
      await page.locator(block).click();
      await page.keyboard.press("End");
      await page.keyboard.press("Home");
      places.push(await page.evaluate(() => getSelection()!.anchorOffset));
    }
    expect(places).toEqual([0, 0, 0, 0]);
  } finally {
    await browser.close();
  }
});
