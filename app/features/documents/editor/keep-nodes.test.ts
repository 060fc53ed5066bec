import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];

/** Editors with and without it, each over a text of its own, and somebody else who writes in all of them at once. */
const contents = `
  import { Editor } from "@tiptap/core";
  import Collaboration from "@tiptap/extension-collaboration";
  import { ySyncPluginKey } from "@tiptap/y-tiptap";
  import * as Y from "yjs";
  import { randomFrom } from "~/platform/test/random";
  import { bodyField } from "../content-rules";
  import { openDoc } from "../open-doc";
  import { contentExtensions } from "../schema";
  import { editRandomly } from "../test/edit-randomly";
  import { DrawAnyway } from "./draw-anyway";
  import { KeepNodes } from "./keep-nodes";

  const bodyOf = (doc) => doc.getXmlFragment(bodyField);
  const paragraph = (words) => {
    const one = new Y.XmlElement("paragraph");
    one.insert(0, [new Y.XmlText(words)]);
    return one;
  };
  function open(begin, keeps, client, anyway = true) {
    const doc = openDoc();
    doc.clientID = client;
    Y.applyUpdate(doc, begin);
    const editor = new Editor({ element: document.body.appendChild(document.createElement("div")), injectCSS: false, extensions: [...contentExtensions, Collaboration.configure({ document: doc, field: bodyField }), ...(keeps ? [KeepNodes] : []), ...(anyway ? [DrawAnyway] : [])] });
    return { doc, editor };
  }
  function begin(paragraphs) {
    const doc = openDoc();
    bodyOf(doc).insert(0, Array.from({ length: paragraphs }, (_, index) => paragraph(index + ". Zo begint het.")));
    return doc;
  }
  /** What somebody does in the editor. */
  function actRandomly(editor, random) {
    const size = editor.state.doc.content.size;
    // No browser puts the caret inside of a sign.
    const place = () => {
      const at = random.below(size + 1);
      return at > 0 && /[\\ud800-\\udbff]$/.test(editor.state.doc.textBetween(at - 1, at, " ", " ")) ? at + 1 : at;
    };
    const [from, to] = [place(), place()].sort((a, b) => a - b);
    const chain = editor.chain().setTextSelection({ from, to: random.chance(0.5) ? from : to });
    const kinds = [
      () => chain.insertContent("ja "), () => chain.deleteSelection(), () => chain.splitBlock(), () => chain.toggleBold(), () => chain.toggleBulletList(),
      () => chain.setParagraph(), () => chain.insertContent("<h2>Kop</h2><p>en meer</p>"), () => chain.joinBackward(), () => chain.undo(), () => chain.redo(), () => chain.selectAll(),
    ];
    // Where it cannot be done, nothing is.
    try { random.pick(kinds)().run(); } catch (error) { if (!["RangeError", "TransformError", "ReplaceError"].includes(error.name) && !(error instanceof RangeError)) throw error; }
  }
  const hand = (from, to) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), "others");
  const wordsOf = (part) => (part instanceof Y.XmlText ? part.toDelta().map(({ insert }) => (typeof insert === "string" ? insert : "")).join("") : part.toArray().map(wordsOf).join(""));
  /** What can be seen of it, and where the caret is. */
  const look = ({ editor: { state } }) => JSON.stringify([state.doc, state.selection]);
  /**
   * Two people in editors and one without, who do as chance has it; each of the two has a twin who does the very same over a
   * binding that makes everything anew. @returns what a twin saw otherwise or not at all, and whether the binding gave up, as it
   * does without help.
   */
  window.play = (seed, helped = true) => {
    const random = randomFrom(seed);
    const theirs = begin(6);
    theirs.clientID = 1;
    const start = Y.encodeStateAsUpdate(theirs);
    const twins = [2, 3].map((client) => [open(start, true, client, helped), open(start, false, client, helped)]);
    const faults = [];
    let gaveUp = false;
    // With several changes at once the binding may look for the caret of before them in the text of between them.
    const both = (pair, act) => {
      const said = pair.map((one) => {
        try { act(one); } catch (error) { return error instanceof RangeError ? String(error) : (() => { throw error; })(); }
      });
      if (said[0] !== said[1]) faults.push([seed, ...said]);
      gaveUp ||= said[0] !== undefined;
      // The words that Yjs has and those on the screen are the same.
      for (const { doc, editor } of helped ? pair : []) {
        const [shown, had] = [editor.state.doc.textContent, wordsOf(bodyOf(doc))];
        if (shown !== had) faults.push([seed, shown, had]);
      }
    };
    for (let step = 0; step < 80 && faults.length === 0 && !gaveUp; step += 1) {
      window.now += 150;
      const at = random.below(3);
      if (at === 2) editRandomly(theirs, random);
      else {
        const what = random.below(1_000_000);
        twins[at].forEach(({ editor }) => actRandomly(editor, randomFrom(what)));
      }
      if (random.chance(0.6)) for (const pair of twins) {
        hand(pair[0].doc, theirs);
        both(pair, ({ doc }) => hand(theirs, doc));
      }
      twins.forEach(([kept, anew], index) => {
        if (look(kept) !== look(anew)) faults.push([seed, step, index, look(kept), look(anew)]);
        if (bodyOf(kept.doc).toString() !== bodyOf(anew.doc).toString()) faults.push([seed, step, index, bodyOf(kept.doc).toString(), bodyOf(anew.doc).toString()]);
      });
    }
    twins.flat().forEach(({ editor }) => editor.destroy());
    return { faults, gaveUp };
  };
  /** The first two paragraphs, once somebody wrote in the second, of a text of which the first changed while the binding looked away. */
  window.lookAway = (keeps) => {
    const theirs = begin(3);
    const { doc, editor } = open(Y.encodeStateAsUpdate(theirs), keeps, 7);
    const { binding } = ySyncPluginKey.getState(editor.state);
    const writeIn = (at) => bodyOf(theirs).get(at).get(0).insert(0, "x");
    writeIn(0);
    binding.mux(() => hand(theirs, doc));
    writeIn(1);
    hand(theirs, doc);
    const shown = [editor.state.doc.child(0).textContent, editor.state.doc.child(1).textContent];
    editor.destroy();
    return shown;
  };
  /** Which paragraphs of a text are made anew when others write in the third, as [how many, milliseconds]. */
  window.hear = (paragraphs, keeps) => {
    const theirs = begin(paragraphs);
    const { doc, editor } = open(Y.encodeStateAsUpdate(theirs), keeps, 7);
    const took = [];
    let anew = 0;
    for (let times = 0; times < 5; times += 1) {
      const before = editor.state.doc;
      const vector = Y.encodeStateVector(theirs);
      bodyOf(theirs).get(2).get(0).insert(0, "x");
      const update = Y.encodeStateAsUpdate(theirs, vector);
      const from = performance.now();
      Y.applyUpdate(doc, update, "others");
      took.push(performance.now() - from);
      anew = 0;
      editor.state.doc.forEach((node, _at, index) => (anew += node === before.child(index) ? 0 : 1));
    }
    const text = editor.state.doc.child(2).textContent;
    editor.destroy();
    return { anew, text, ms: took.sort((a, b) => a - b)[2] };
  };
`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" }, bundle: true, write: false, format: "iife", alias: { "~": fileURLToPath(new URL("../../..", import.meta.url)) } });
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  page = await browser.newPage();
  await page.setContent("<!doctype html><body></body>");
  // What is undone at once depends on when it was done.
  await page.addScriptTag({ content: "window.now = 1e12; Date.now = () => window.now;" });
  await page.addScriptTag({ content: outputFiles[0]!.text });
}, 60_000);
afterAll(() => browser?.close());

test("only what others wrote in is made anew", async () => {
  expect(await page.evaluate("hear(40, true)")).toMatchObject({ anew: 1, text: "xxxxx2. Zo begint het." });
  expect(await page.evaluate("hear(40, false)")).toMatchObject({ anew: 40, text: "xxxxx2. Zo begint het." });
});

test("what changed while the binding looked away is shown with what comes next", async () => {
  const shown = ["x0. Zo begint het.", "x1. Zo begint het."];
  expect([await page.evaluate("lookAway(true)"), await page.evaluate("lookAway(false)")]).toEqual([shown, shown]);
});

test("it looks as if everything were made anew, whoever wrote what", { timeout: 300_000 }, async () => {
  const schedules = Number(process.env["FUZZ_SCHEDULES"] ?? 40);
  for (let seed = 1; seed <= schedules; seed += 1) {
    const { faults, gaveUp } = await page.evaluate<{ faults: unknown[]; gaveUp: boolean }>(`play(${seed})`);
    expect(faults, `schedule ${seed}`).toEqual([]);
    expect(gaveUp, `schedule ${seed}`).toBe(false);
  }
});

test("what others wrote shows also where the binding does not find the caret in it, and would show nothing", { timeout: 60_000 }, async () => {
  for (const seed of [70, 110, 184, 254]) {
    const helped = await page.evaluate<{ faults: unknown[]; gaveUp: boolean }>(`play(${seed})`);
    expect(helped, `schedule ${seed}`).toEqual({ faults: [], gaveUp: false });
    expect(await page.evaluate(`play(${seed}, false)`), `schedule ${seed}`).toMatchObject({ gaveUp: true });
  }
});
