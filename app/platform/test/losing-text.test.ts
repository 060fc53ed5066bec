import { expect, test } from "vitest";
import { missingIn, numberedRows } from "./named-tests";

const table = numberedRows("docs/losing-text.md");

test("each of the fifteen known ways to lose text has one row, with files and tests that are there", () => {
  expect(table.map(([number]) => Number(number))).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  expect(table.filter((row) => row.length !== 4).map(([number]) => number)).toEqual([]);
  expect(table.flatMap(([number, , protection, tests]) => missingIn(number!, protection!, tests!))).toEqual([]);
});
