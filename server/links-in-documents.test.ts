import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const documents = ["README.md", "SECURITY.md", "CHANGELOG.md", ...readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md")).map((path) => `docs/${path}`)];

/** Where a link to a heading leads: as code hosts make it of the words. */
const anchorOf = (heading: string) => heading.trim().toLowerCase().replace(/[`*_[\]()]|[^\p{L}\p{N}\s-]/gu, "").replace(/\s/g, "-");
const anchorsIn = (text: string) => [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

/** Relative links of a document that lead nowhere. Addresses of elsewhere are not asked. */
function brokenLinks(path: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = "", anchor] = target.split("#");
    const place = file === "" ? path : join(dirname(path), file);
    if (!existsSync(place)) return [`${path}: ${target}`];
    return anchor !== undefined && !anchorsIn(readFileSync(place, "utf8")).includes(anchor) ? [`${path}: ${target}`] : [];
  });
}

it("every link in the documents leads somewhere", () => {
  expect(documents.length).toBeGreaterThan(15);
  expect(documents.flatMap((path) => brokenLinks(path, readFileSync(path, "utf8")))).toEqual([]);
});

it("a link that leads nowhere is found", () => {
  expect(brokenLinks("docs/law.md", "[a](nowhere.md) [b](../README.md#two-commands) [c](../README.md#no-such-part) [d](https://example.org/x)")).toEqual(["docs/law.md: nowhere.md", "docs/law.md: ../README.md#no-such-part"]);
});

it("files and commands that the documents name are there", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  // It says what is not there.
  const wrong = documents.filter((path) => path !== "docs/progress.md").flatMap((path) => {
    const text = readFileSync(path, "utf8");
    const commands = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name!).filter((name) => !(name in scripts));
    const files = [...text.matchAll(/`((?:app|db|server|e2e|docs)\/[\w./$-]+)`/g)].map(([, file]) => file!).filter((file) => !existsSync(file));
    return [...commands, ...files].map((one) => `${path}: ${one}`);
  });
  expect(wrong).toEqual([]);
});

it("the picture in the README stays small", () => {
  expect(statSync("docs/start.png").size).toBeLessThan(200_000);
});
