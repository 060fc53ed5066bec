import { existsSync, readFileSync } from "node:fs";

/** The numbered rows of the tables of a page in `docs/`, cell by cell. */
export function numberedRows(page: string): string[][] {
  return readFileSync(page, "utf8")
    .split("\n")
    .filter((line) => /^\| \d+ \|/.test(line))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\|\s*|\s*\|$/g, "").trim()));
}

/** What such a row names that is not there: files of its protection, and tests given as `file`: "name". A row must name at least one of each. */
export function missingIn(number: string, protection: string, tests: string): string[] {
  const files = [...protection.matchAll(/`([^`]+\.(?:tsx?|json))`/g)].map((found) => found[1]!);
  const named = [...tests.matchAll(/`([^`]+)`: "([^"]+)"/g)].map(([, file, name]) => ({ file: file!, name: name! }));
  return [
    ...(files.length === 0 || named.length === 0 ? [`${number} names no file or no test`] : []),
    ...files.filter((file) => !existsSync(file)).map((file) => `${number}: ${file}`),
    ...named.filter(({ file, name }) => !existsSync(file) || !readFileSync(file, "utf8").includes(name)).map(({ file, name }) => `${number}: ${file}: ${name}`),
  ];
}
