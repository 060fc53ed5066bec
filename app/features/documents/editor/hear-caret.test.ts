import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { expect, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];

/** An editor over two paragraphs, the caret in the first. What others write goes through a line that the test holds; their carets come as the binding draws them. */
const contents = `
  import { Editor } from "@tiptap/core";
  import Collaboration from "@tiptap/extension-collaboration";
  import { yCursorPluginKey } from "@tiptap/y-tiptap";
  import { Awareness } from "y-protocols/awareness";
  import * as Y from "yjs";
  import { bodyField, schemaVersion } from "../content-rules";
  import { contentExtensions } from "../schema";
  import { Carets } from "./carets";
  import { hearCaret, HearCaret } from "./hear-caret";
  import { DocumentSync } from "./sync-document";

  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const editor = new Editor({ element: document.body.appendChild(document.createElement("div")), extensions: [...contentExtensions, Collaboration.configure({ document: doc, field: bodyField }), Carets.configure({ awareness, somebody: "iemand" }), ...(window.hearing ? [HearCaret] : [])] });
  editor.commands.setContent("<p>van mij</p><p>van haar</p>");
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const hears = {};
  const line = { state: () => "offline", ask: async () => ({ ok: false, code: "offline" }), on: (event, hear) => ((hears[event] = hear), () => undefined), onState: () => () => undefined };
  const sync = new DocumentSync({ id: "x", doc, line, onState: () => undefined, wait: async () => undefined });
  let seq = 0;
  window.begin = async () => {
    await sync.start();
    if (window.hearing) sync.doBeforeOthers(() => hearCaret(editor));
    editor.commands.focus(1);
  };
  const click = () => {
    const mine = document.querySelectorAll("p")[1].firstChild;
    getSelection().collapse(mine, mine.length);
  };
  const write = () => {
    editor.commands.insertContent("!");
    return [...document.querySelectorAll("p")].map((one) => one.textContent.replace(/\\u2060\\S*?\\u2060/g, "|"));
  };
  /** In one go, as a browser does that had words of others waiting when it was clicked. */
  window.clickAndReceive = () => {
    click();
    const before = Y.encodeStateVector(other);
    const first = other.getXmlFragment(bodyField).get(0).get(0);
    first.insert(first.length, " en jou");
    hears["document:update"]({ id: "x", updates: [btoa(String.fromCharCode(...Y.encodeStateAsUpdate(other, before)))], seq: ++seq });
    return write();
  };
  /** The same with the caret of somebody else, in the first paragraph. */
  window.clickAndSee = () => {
    const at = JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(doc.getXmlFragment(bodyField).get(0).get(0), 3)));
    awareness.states.set(7, { user: { name: "Sam", look: 1 }, cursor: { anchor: at, head: at } });
    click();
    editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
    return write();
  };
`;

test("a caret that was just put somewhere stays there when words or the caret of others come in at that moment", { timeout: 60_000 }, async () => {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" }, bundle: true, write: false, format: "iife", alias: { "~": fileURLToPath(new URL("../../..", import.meta.url)) } });
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  try {
    const lines = async (hearing: boolean, what: "clickAndReceive" | "clickAndSee") => {
      const page = await browser.newPage();
      await page.setContent("<!doctype html><body></body>");
      await page.evaluate(`window.hearing = ${hearing}`);
      await page.addScriptTag({ content: outputFiles[0]!.text });
      await page.evaluate("begin()");
      await page.waitForFunction("document.activeElement?.isContentEditable && getSelection().anchorOffset === 0");
      return page.evaluate(`${what}()`);
    };
    expect(await lines(false, "clickAndReceive")).toEqual(["!van mij en jou", "van haar"]);
    expect(await lines(true, "clickAndReceive")).toEqual(["van mij en jou", "van haar!"]);
    expect(await lines(false, "clickAndSee")).toEqual(["!van| mij", "van haar"]);
    expect(await lines(true, "clickAndSee")).toEqual(["van| mij", "van haar!"]);
  } finally {
    await browser.close();
  }
});
