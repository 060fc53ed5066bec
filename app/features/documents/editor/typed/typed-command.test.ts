import { expect, it } from "vitest";
import { fitting, typedCommand } from "./typed-command";

it.each([
  ["/", { at: 0, typed: "" }],
  ["/ta", { at: 0, typed: "ta" }],
  ["Eerst dit. /deel dat", { at: 11, typed: "deel dat" }],
  ["\ufffc/tip", { at: 1, typed: "tip" }],
  ["Eén\u00a0/été", { at: 4, typed: "été" }],
  ["en/of", null],
  ["1 / 2", null],
  ["//", null],
  ["https://voorbeeld.be", null],
  ["/a/b", null],
  ["geen", null],
  ["/" + "x".repeat(60), null],
])("%j", (text, expected) => expect(typedCommand(text)).toEqual(expected));

it("takes time in proportion", () => {
  const from = performance.now();
  for (const piece of ["/", "/a ", " /", "/a-"]) for (let n = 0; n < 200; n += 1) typedCommand(piece.repeat(10_000));
  expect(performance.now() - from).toBeLessThan(2_000);
});

it("finds by any word, however its letters and accents are written, the nearest first", () => {
  const choices = ["Deel dat opengaat", "Tabel", "Één taak", "Takenlijst", "Let op"].map((word) => ({ word }));
  const found = (typed: string) => fitting(choices, typed).map(({ word }) => word);
  expect(found("TA")).toEqual(["Tabel", "Takenlijst", "Één taak"]);
  expect(found("een")).toEqual(["Één taak"]);
  expect(found("op")).toEqual(["Deel dat opengaat", "Let op"]);
  expect(found("deel dat o")).toEqual(["Deel dat opengaat"]);
  expect(found("abel")).toEqual([]);
  expect(found("")).toHaveLength(5);
});
