import { expect, test } from "vitest";
import { KeptTexts, type Projected } from "./kept-texts";

const textOf = (words: string, seq = 1): Projected => ({ content: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] }, tasks: null, seq });
const row = (id: string, { rev = 1, seq = 1 } = {}) => ({ id, rev, seq });

test("a text is found again as it was, and not once it was written in", () => {
  const kept = new KeptTexts();
  const text = textOf("Zo begint het.", 3);
  kept.keep(row("a"), text);
  expect([kept.find(row("a", { seq: 3 })), kept.find(row("a", { seq: 2 })), kept.find(row("b"))]).toEqual([text, text, undefined]);
  expect(kept.find(row("a", { seq: 3 }))).toBe(text);
  expect(kept.find(row("a", { seq: 4 }))).toBeUndefined();
});

test("a row that was changed may have lost its words, at the same number", () => {
  const kept = new KeptTexts();
  kept.keep(row("a"), textOf("Wat weg moet."));
  expect(kept.find(row("a", { rev: 2 }))).toBeUndefined();
  const empty = textOf("");
  kept.keep(row("a", { rev: 2 }), empty);
  expect(kept.find(row("a", { rev: 2 }))).toBe(empty);
  // Who asked before it, and is answered after it.
  kept.keep(row("a"), textOf("Wat weg moet."));
  expect(kept.find(row("a", { rev: 2 }))).toBe(empty);
});

test("an older answer does not take the place of a newer one", () => {
  const kept = new KeptTexts();
  const newer = textOf("Nieuw.", 7);
  kept.keep(row("a"), newer);
  kept.keep(row("a"), textOf("Oud.", 5));
  expect(kept.find(row("a", { seq: 5 }))).toBe(newer);
});

test("it is bounded by size: the one that was not asked for longest goes first, and one that is too large is not kept", () => {
  const kept = new KeptTexts(10_000);
  for (const id of ["a", "b", "c"]) kept.keep(row(id), textOf("x".repeat(2_500)));
  expect(kept.find(row("a"))).toBeDefined();
  kept.keep(row("d"), textOf("x".repeat(2_500)));
  expect(["a", "b", "c", "d"].filter((id) => kept.find(row(id)))).toEqual(["a", "c", "d"]);
  // Again and again the same one: the sum stays right.
  for (let seq = 2; seq < 50; seq += 1) kept.keep(row("d", { seq }), textOf("x".repeat(2_500), seq));
  expect(["a", "c", "d"].filter((id) => kept.find(row(id)))).toEqual(["a", "c", "d"]);
  kept.keep(row("e"), textOf("x".repeat(20_000)));
  expect(["a", "c", "d", "e"].filter((id) => kept.find(row(id)))).toEqual(["a", "c", "d"]);
  const many = new KeptTexts(10_000);
  const items = Array.from({ length: 200 }, () => ({ type: "paragraph" }));
  many.keep(row("a"), { ...textOf(""), content: { type: "doc", content: items } });
  expect(many.find(row("a"))).toBeUndefined();
});
