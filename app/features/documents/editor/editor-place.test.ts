import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { expect, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];
const contents = `
  import { useEditor } from "@tiptap/react";
  import { createElement, useState } from "react";
  import { createRoot } from "react-dom/client";
  import { contentExtensions } from "../schema";
  import { EditorPlace } from "./editor-place";
  window.changes = 0;
  new MutationObserver((records) => {
    for (const { target } of records) if (target.closest?.(".ProseMirror")) window.changes += 1;
  }).observe(document.documentElement, { subtree: true, childList: true });
  function Pane() {
    // A view of our own, as the editing blocks have: it is drawn once too.
    const [extensions] = useState(() => contentExtensions.map((one) => (one.name === "callout" ? one.extend({ addNodeView: () => () => ({ dom: document.createElement("aside") }) }) : one)));
    const editor = useEditor({ extensions, content: "<p>Wie wil, komt naar de markt.</p>".repeat(200), immediatelyRender: true, injectCSS: false });
    return createElement(EditorPlace, { editor });
  }
  createRoot(document.body.appendChild(document.createElement("main"))).render(createElement(Pane));
`;

test("a text is put in the page as it was drawn, not block by block, and can be typed in", { timeout: 60_000 }, async () => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "tsx" },
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    alias: { "~": fileURLToPath(new URL("../../..", import.meta.url)) },
  });
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.setContent("<!doctype html><body></body>");
    await page.addScriptTag({ content: outputFiles[0]!.text });
    await page.locator("p").nth(199).waitFor();
    expect(await page.evaluate("changes")).toBeLessThan(10);
    await page.locator("p").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.type("Ja. ");
    expect(await page.locator("p").first().textContent()).toBe("Ja. Wie wil, komt naar de markt.");
  } finally {
    await browser.close();
  }
});
