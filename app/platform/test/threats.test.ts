import { expect, test } from "vitest";
import { missingIn, numberedRows } from "./named-tests";

/** Number, what is tried, what holds, tests, what is left. */
const table = numberedRows("docs/threats.md");
const held = [1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 45, 47, 48, 49, 50, 52, 53, 54, 55, 56];

test("each threat that concerns what exists has one row", () => {
  expect(table.map(([number]) => Number(number)).sort((a, b) => a - b)).toEqual(held);
  expect(table.filter((row) => row.length !== 5).map(([number]) => number)).toEqual([]);
});

test("every file and every test that a row names is there", () => {
  expect(table.flatMap(([number, , holds, tests]) => missingIn(number!, holds!, tests!))).toEqual([]);
});
