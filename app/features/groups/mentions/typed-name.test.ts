import { expect, it } from "vitest";
import { typedName } from "./typed-name";

it.each([
  ["Dag @", { at: 4, typed: "" }],
  ["Dag @No", { at: 4, typed: "No" }],
  ["@jan pee", { at: 0, typed: "jan pee" }],
  ["(@zoë", { at: 1, typed: "zoë" }],
  ["Eén\n@Pat O’B", { at: 4, typed: "Pat O’B" }],
  ["@Noor kom je mee", null],
  ["jan@noor", null],
  ["@@noor", null],
  ["@Noor\n", null],
  ["@ noor", null],
  ["geen naam", null],
  ["@" + "x".repeat(60), null],
])("%j", (text, expected) => expect(typedName(text, text.length)).toEqual(expected));

it("looks before the cursor alone, and takes time in proportion", () => {
  expect(typedName("@Noor en @Jef", 3)).toEqual({ at: 0, typed: "No" });
  const from = performance.now();
  for (const piece of ["@", "@a ", "@a-", " "]) for (let n = 0; n < 200; n += 1) typedName(piece.repeat(10_000), 10_000);
  expect(performance.now() - from).toBeLessThan(2_000);
});
