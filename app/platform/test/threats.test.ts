import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync("docs/threats.md", "utf8");
/** The rows of the tables: number, what is tried, what holds, tests, what is left. */
const table = page
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\|\s*|\s*\|$/g, "").trim()));
const held = [1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 45, 47, 48, 49, 50, 52, 53, 54, 55];

test("each threat that concerns what exists has one row", () => {
  expect(table.map(([number]) => Number(number)).sort((a, b) => a - b)).toEqual(held);
  expect(table.filter((row) => row.length !== 5).map(([number]) => number)).toEqual([]);
});

test("every file and every test that a row names is there", () => {
  const missing: string[] = [];
  for (const [number, , holds, tests] of table as [string, string, string, string, string][]) {
    const files = [...holds.matchAll(/`([^`]+\.(?:tsx?|json))`/g)].map((found) => found[1]!);
    const named = [...tests.matchAll(/`([^`]+)`: "([^"]+)"/g)];
    if (files.length === 0 || named.length === 0) missing.push(`${number} names no file or no test`);
    for (const file of files) if (!existsSync(file)) missing.push(`${number}: ${file}`);
    for (const [, file, name] of named as unknown as [string, string, string][]) {
      if (!existsSync(file) || !readFileSync(file, "utf8").includes(name)) missing.push(`${number}: ${file}: ${name}`);
    }
  }
  expect(missing).toEqual([]);
});
