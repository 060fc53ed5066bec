import { expect, it } from "vitest";
import { shorten } from "./shorten";

it("ends after a whole word, and puts lines together", () => {
  expect(shorten("  de bus\n\nkomt   niet  ", 20)).toBe("de bus komt niet");
  expect(shorten("de bus komt vandaag niet", 14)).toBe("de bus komt…");
  expect(shorten("de bus komt vandaag niet", 11)).toBe("de bus komt…");
});

it("cuts a word that is longer than half of the room, and no sign in two", () => {
  expect(shorten("a".repeat(30), 10)).toBe(`${"a".repeat(10)}…`);
  expect(shorten(`o ${"a".repeat(30)}`, 10)).toBe(`o ${"a".repeat(8)}…`);
  expect(shorten(`aaa😀${"a".repeat(30)}`, 4)).toBe("aaa…");
});
