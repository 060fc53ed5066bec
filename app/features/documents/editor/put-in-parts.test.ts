import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];
/** Frames come when the test says so. */
const contents = `
  import { Editor } from "@tiptap/core";
  import { contentExtensions } from "../schema";
  import { isFurtherDown, putInParts } from "./put-in-parts";
  const frames = [];
  window.requestAnimationFrame = (frame) => frames.push(frame);
  window.frame = () => new Promise((resolve) => (frames.splice(0).forEach((one) => one()), setTimeout(resolve)));
  window.begin = (count) => {
    const place = document.body.appendChild(document.createElement("div"));
    const content = Array.from({ length: count }, (_, at) => ({ type: "paragraph", content: [{ type: "text", text: "Regel " + at }] }));
    const editor = (window.editor = new Editor({ extensions: contentExtensions, content: { type: "doc", content }, element: null }));
    editor.mount(document.createElement("div"));
    window.changes = 0;
    editor.on("transaction", ({ transaction }) => (window.changes += transaction.docChanged ? 1 : 0));
    window.stop = putInParts(place, editor.view, isFurtherDown());
  };
  window.seen = () => ({ there: document.querySelectorAll(".ProseMirror > *").length, busy: document.querySelectorAll("[aria-busy=true] .ProseMirror").length === 1, changes });
  window.isAsWritten = () => {
    const words = [];
    editor.state.doc.forEach((block) => words.push(block.textContent));
    return JSON.stringify(words) === JSON.stringify([...document.querySelectorAll(".ProseMirror > *")].map((block) => block.textContent));
  };
`;

let browser: Browser;
let script: string;
beforeAll(async () => {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" }, bundle: true, write: false, format: "iife", alias: { "~": fileURLToPath(new URL("../../..", import.meta.url)) } });
  script = outputFiles[0]!.text;
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
}, 60_000);
afterAll(() => browser?.close());

async function open(count: number, before = ""): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><body>${before}</body>`);
  await page.addScriptTag({ content: script });
  if (before) await page.evaluate(() => window.scrollTo(0, 500));
  await page.evaluate(`begin(${count})`);
  return page;
}
const seen = (page: Page) => page.evaluate("seen()");
const isAsWritten = (page: Page) => page.evaluate("isAsWritten()");

test("of a long text the beginning is there first and the rest in the next frames, and nobody takes that for writing", async () => {
  const page = await open(4_000);
  expect(await seen(page)).toEqual({ there: 100, busy: true, changes: 0 });
  await page.evaluate("frame()");
  expect(await seen(page)).toEqual({ there: 3_100, busy: true, changes: 0 });
  for (let frames = 0; frames < 2; frames += 1) await page.evaluate("frame()");
  expect(await seen(page)).toEqual({ there: 4_000, busy: false, changes: 0 });
  await page.evaluate("editor.view.domObserver.flush()");
  expect(await seen(page)).toEqual({ there: 4_000, busy: false, changes: 0 });
  expect(await isAsWritten(page)).toBe(true);
  await page.close();
});

test("whoever does anything has all of it at once", async () => {
  for (const act of [(page: Page) => page.keyboard.press("Shift"), (page: Page) => page.mouse.click(5, 5), (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("scroll")))]) {
    const page = await open(4_000);
    await act(page);
    expect(await seen(page)).toEqual({ there: 4_000, busy: false, changes: 0 });
    await page.close();
  }
  const typing = await open(4_000);
  await typing.evaluate("editor.view.dom.focus()");
  await typing.keyboard.press("Control+End");
  await typing.keyboard.type(" en verder");
  expect([await isAsWritten(typing), await typing.locator(".ProseMirror > :last-child").textContent()]).toEqual([true, "Regel 3999 en verder"]);
  await typing.close();
});

test("who is further down already, or came for a place, has all of it at once, and so has a short text", async () => {
  const down = await open(1_000, "<p style='height: 5000px'></p>");
  expect(await seen(down)).toEqual({ there: 1_000, busy: false, changes: 0 });
  await down.evaluate("location.hash = 'deel'; begin(1000)");
  expect(await down.locator("[aria-busy=true]").count()).toBe(0);
  await down.close();
  const short = await open(299);
  expect(await seen(short)).toEqual({ there: 299, busy: false, changes: 0 });
  await short.close();
});

test("what others write meanwhile stands in its place, wherever it is, and nothing twice", async () => {
  const last = "editor.state.doc.content.size";
  const writes = [
    "editor.commands.insertContentAt(3, 'Ja. ')",
    `editor.commands.insertContentAt(${last} - 2, ' Ja.')`,
    `editor.commands.insertContentAt(${last}, { type: 'paragraph', content: [{ type: 'text', text: 'Nieuw.' }] })`,
    `editor.commands.deleteRange({ from: 30000, to: ${last} - 100 })`,
    "editor.commands.deleteRange({ from: 500, to: 30000 })",
    "editor.commands.setContent('<p>Alles anders.</p>')",
    "editor.view.setProps({ nodeViews: { paragraph: () => { const dom = document.createElement('p'); return { dom, contentDOM: dom }; } } })",
    "stop(), editor.commands.insertContentAt(0, { type: 'paragraph' })",
  ];
  for (const write of writes) {
    const page = await open(4_000);
    await page.evaluate("frame()");
    await page.evaluate(write);
    for (let frames = 0; frames < 4; frames += 1) await page.evaluate("frame()");
    await page.evaluate("editor.view.domObserver.flush()");
    expect([write, await isAsWritten(page), await page.locator("[aria-busy]").count()]).toEqual([write, true, 0]);
    await page.close();
  }
}, 60_000);
