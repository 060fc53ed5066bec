import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { expect, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];

/** An editor over two paragraphs, the caret in the first. What others write goes through a line that the test holds. */
const contents = `
  import { Editor } from "@tiptap/core";
  import Collaboration from "@tiptap/extension-collaboration";
  import * as Y from "yjs";
  import { bodyField, schemaVersion } from "../content-rules";
  import { contentExtensions } from "../schema";
  import { hearCaret } from "./hear-caret";
  import { DocumentSync } from "./sync-document";

  const doc = new Y.Doc();
  const editor = new Editor({ element: document.body.appendChild(document.createElement("div")), extensions: [...contentExtensions, Collaboration.configure({ document: doc, field: bodyField })] });
  editor.commands.setContent("<p>van mij</p><p>van haar</p>");
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const hears = {};
  const line = { state: () => "offline", ask: async () => ({ ok: false, code: "offline" }), on: (event, hear) => ((hears[event] = hear), () => undefined), onState: () => () => undefined };
  const sync = new DocumentSync({ id: "x", doc, line, onState: () => undefined, wait: async () => undefined });
  let seq = 0;
  window.begin = async (hearing) => {
    await sync.start();
    if (hearing) sync.doBeforeOthers(() => hearCaret(editor));
    editor.commands.focus(1);
  };
  /** In one go, as a browser does that had words of others waiting when it was clicked. */
  window.clickAndReceive = () => {
    const mine = document.querySelectorAll("p")[1].firstChild;
    getSelection().collapse(mine, mine.length);
    const before = Y.encodeStateVector(other);
    const first = other.getXmlFragment(bodyField).get(0).get(0);
    first.insert(first.length, " en jou");
    hears["document:update"]({ id: "x", updates: [btoa(String.fromCharCode(...Y.encodeStateAsUpdate(other, before)))], seq: ++seq });
    editor.commands.insertContent("!");
    return [...document.querySelectorAll("p")].map((one) => one.textContent);
  };
`;

test("a caret that was just put somewhere stays there when words of others come in at that moment", { timeout: 60_000 }, async () => {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" }, bundle: true, write: false, format: "iife", alias: { "~": fileURLToPath(new URL("../../..", import.meta.url)) } });
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  try {
    const lines = async (hearing: boolean) => {
      const page = await browser.newPage();
      await page.setContent("<!doctype html><body></body>");
      await page.addScriptTag({ content: outputFiles[0]!.text });
      await page.evaluate(`begin(${hearing})`);
      await page.waitForFunction("document.activeElement?.isContentEditable && getSelection().anchorOffset === 0");
      return page.evaluate("clickAndReceive()");
    };
    expect(await lines(false)).toEqual(["!van mij en jou", "van haar"]);
    expect(await lines(true)).toEqual(["van mij en jou", "van haar!"]);
  } finally {
    await browser.close();
  }
});
