import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContentNode } from "../content";
import { compareTexts, type Comparison } from "./compare-texts";

const paragraph = (text: string): ContentNode => ({ type: "paragraph", content: text ? text.split("\n").flatMap((line, index) => [...(index > 0 ? [{ type: "hardBreak" }] : []), ...(line ? [{ type: "text", text: line }] : [])]) : [] });
const heading = (text: string, level = 2): ContentNode => ({ type: "heading", attrs: { level }, content: [{ type: "text", text }] });
const list = (...items: ContentNode[][]): ContentNode => ({ type: "bulletList", content: items.map((content) => ({ type: "listItem", content })) });
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });

/** As on paper: what came between +, what went between -. */
const drawn = ({ blocks }: Comparison) => blocks.map(({ as, level, pieces }) => `${as}${level} ${pieces.map(({ text, change }) => (change === "added" ? `+${text}+` : change === "removed" ? `-${text}-` : text)).join("")}`);
const compared = (before: ContentNode, after: ContentNode) => drawn(compareTexts(before, after));

test("shows the words that came and went, and leaves the others alone", () => {
  const before = doc(heading("Fietsen"), paragraph("We komen zaterdag samen om fietsen te maken."), paragraph("Breng je eigen fiets mee."));
  const after = doc(heading("Fietsen"), paragraph("We komen zondag samen om fietsen te herstellen en te maken."), paragraph("Breng je eigen fiets mee."));
  expect(compared(before, after)).toEqual(["heading2 Fietsen", "paragraph1 We komen -zaterdag -+zondag +samen om fietsen te +herstellen en te +maken.", "paragraph1 Breng je eigen fiets mee."]);
  expect(compareTexts(before, after)).toMatchObject({ added: 4, removed: 1 });
  expect(compareTexts(after, after)).toMatchObject({ added: 0, removed: 0 });
});

test("shows whole paragraphs that came and went in their place", () => {
  const before = doc(paragraph("Eén."), paragraph("Dit gaat weg."), paragraph("Drie."));
  const after = doc(paragraph("Eén."), paragraph("Drie."), paragraph("Dit is nieuw."));
  expect(compared(before, after)).toEqual(["paragraph1 Eén.", "paragraph1 -Dit gaat weg.-", "paragraph1 Drie.", "paragraph1 +Dit is nieuw.+"]);
});

test("a paragraph that is cut in two, or glued to another, stays what it is now", () => {
  const whole = doc(paragraph("Eerst dit. Daarna dat."));
  const parts = doc(paragraph("Eerst dit."), paragraph("Daarna dat."));
  expect(compared(whole, parts)).toEqual(["paragraph1 Eerst dit.", "paragraph1 Daarna dat."]);
  expect(compared(parts, whole)).toEqual(["paragraph1 Eerst dit. Daarna dat."]);
});

test("knows headings, items under items and quotations; a paragraph that became a heading keeps its words", () => {
  const before = doc(paragraph("Wat we nodig hebben"), list([paragraph("hamer"), list([paragraph("zwaar")])]), { type: "blockquote", content: [paragraph("Dat lukt nooit.")] });
  const after = doc(heading("Wat we nodig hebben", 3), list([paragraph("hamer"), list([paragraph("licht")])]), { type: "blockquote", content: [paragraph("Dat lukt altijd.")] });
  expect(compared(before, after)).toEqual(["heading3 Wat we nodig hebben", "item1 hamer", "item2 -zwaar-+licht+", "quote1 Dat lukt -nooit-+altijd+."]);
});

test("a task is one item with its box: ticking it off is a change, and its words stay", () => {
  const tasks = (...items: [boolean, string][]): ContentNode => ({ type: "taskList", content: items.map(([checked, text]) => ({ type: "taskItem", attrs: { checked }, content: [paragraph(text)] })) });
  expect(compared(doc(tasks([false, "Brood halen"], [false, "Koffie"])), doc(tasks([true, "Brood halen"], [false, "Koffie zetten"])))).toEqual(["item1 -☐ -+☑ +Brood halen", "item1 ☐ Koffie +zetten+"]);
  expect(compared(doc(tasks([false, "Brood"])), doc(tasks([false, "Brood"], [false, ""])))).toEqual(["item1 ☐ Brood", "item1 +☐ +"]);
});

test("line ends, signs of other languages and emoji are words too", () => {
  expect(compared(doc(paragraph("a\nb 👩‍👩‍👧 مرحبا")), doc(paragraph("a b 👩‍👩‍👧 أهلا")))).toEqual(["paragraph1 a -\n-b 👩‍👩‍👧 -مرحبا-+أهلا+"]);
});

const words = fc.array(fc.constantFrom("de", "fiets", "staat", "buiten", ".", "é", "’s", "\n", "😀"), { maxLength: 12 }).map((given) => given.join(" "));
const text = fc.array(fc.oneof(words.map(paragraph), words.map((one) => (one.trim() ? heading(one) : paragraph(""))), words.map((one) => list([paragraph(one)]))), { maxLength: 8 }).map((content) => doc(...content));
const squeezed = (value: string) => value.replace(/\s+/g, "");
const plain = (node: ContentNode): string => node.text ?? (node.content ?? []).map(plain).join("");

test("what stayed and came is the newer text, what stayed and went is the older one, for any two texts", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { blocks, added, removed } = compareTexts(before, after);
      const without = (change: "added" | "removed") => squeezed(blocks.flatMap(({ pieces }) => pieces.filter((one) => one.change !== change).map((one) => one.text)).join(""));
      expect(without("removed")).toBe(squeezed(plain(after)));
      expect(without("added")).toBe(squeezed(plain(before)));
      if (squeezed(plain(before)) === squeezed(plain(after))) expect([added, removed]).toEqual([0, 0]);
    }),
    { numRuns: 500 },
  );
});

test("two long texts that have nothing in common are shown one after the other, without a search that takes long", () => {
  const long = (word: string) => doc(...Array.from({ length: 400 }, (_, index) => paragraph(`${word}${index} `.repeat(20))));
  const { added, removed } = compareTexts(long("a"), long("b"));
  expect([added, removed]).toEqual([8_000, 8_000]);
});
