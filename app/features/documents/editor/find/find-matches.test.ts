import { expect, it } from "vitest";
import { contentSchema } from "../../schema";
import { Finder, matchesAtMost, matchesInLine, nextMatch, type Wanted } from "./find-matches";

const schema = contentSchema();
const loose = (words: string, more: Partial<Wanted> = {}): Wanted => ({ words, letterCase: false, accents: true, ...more });
const found = (line: string, wanted: Wanted) => matchesInLine(line, wanted).map(({ from, to }) => line.slice(from, to));

it.each<[string, Wanted, string[]]>([
  ["De bus, de BUS en de Bus.", loose("bus"), ["bus", "BUS", "Bus"]],
  ["De bus, de BUS en de Bus.", loose("Bus", { letterCase: true }), ["Bus"]],
  ["Eén of een, één", loose("een"), ["een"]],
  ["Eén of een, één", loose("een", { accents: false }), ["Eén", "een", "één"]],
  ["cafe\u0301 en caf\u00e9", loose("caf\u00e9"), ["cafe\u0301", "caf\u00e9"]],
  ["cafe\u0301", loose("cafe", { accents: false }), ["cafe\u0301"]],
  ["cafe\u0301", loose("cafe"), []],
  ["a 👩‍🌾 b 🌾", loose("🌾"), ["🌾", "🌾"]],
  ["İstanbul", loose("i"), []],
  ["İstanbul", loose("istanbul", { accents: false }), ["İstanbul"]],
  ["aaaa", loose("aa"), ["aa", "aa"]],
  ["tien\u00a0euro", loose("tien euro"), ["tien\u00a0euro"]],
  ["a.c abc", loose("a.c"), ["a.c"]],
  ["niets", loose(""), []],
  ["niets", loose("iets anders"), []],
])("in %j", (line, wanted, expected) => expect(found(line, wanted)).toEqual(expected));

it("gives places in the text, in lists and tables too, and never over the end of a line or over somebody who is named", () => {
  const text = (words: string) => schema.text(words);
  const mention = schema.node("mention", { person: "00000000-0000-4000-8000-000000000000" });
  const doc = schema.node("doc", null, [
    schema.node("paragraph", null, [text("de "), mention, text(" bus")]),
    schema.node("bulletList", null, [schema.node("listItem", null, [schema.node("paragraph", null, [text("een "), schema.text("bu", [schema.mark("bold")]), text("s")])])]),
    schema.node("paragraph", null, [text("de bus")]),
  ]);
  const places = new Finder(loose("bus")).in(doc);
  expect(places).toHaveLength(3);
  for (const { from, to } of places) expect(doc.textBetween(from, to)).toBe("bus");
  expect(new Finder(loose("de bus")).in(doc)).toHaveLength(1);
});

it("stops counting, and reads again only what changed", () => {
  const line = schema.node("paragraph", null, [schema.text("a".repeat(1_500))]);
  const doc = schema.node("doc", null, [line, schema.node("paragraph", null, [schema.text("a".repeat(1_500))])]);
  const finder = new Finder(loose("a"));
  expect(finder.in(doc)).toHaveLength(matchesAtMost);
  expect(finder.in(doc)).toBe(finder.in(doc));
  expect(finder.in(schema.node("doc", null, [line]))).toHaveLength(1_500);
});

it("goes on from where one is, and round the ends", () => {
  const matches = [{ from: 2, to: 4 }, { from: 10, to: 12 }];
  expect([nextMatch(matches, 0, 1), nextMatch(matches, 4, 1), nextMatch(matches, 12, 1)].map((one) => one!.from)).toEqual([2, 10, 2]);
  expect([nextMatch(matches, 10, -1), nextMatch(matches, 2, -1)].map((one) => one!.from)).toEqual([2, 10]);
  expect(nextMatch([], 0, 1)).toBeNull();
});
