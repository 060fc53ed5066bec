import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (folder: string, end: RegExp) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => end.test(path)).map((path) => [`${folder}/${path}`, readFileSync(`${folder}/${path}`, "utf8")] as const);
const styles = read("app/ui/styles", /\.css$/).map(([, text]) => text).join("\n");
const styled = new Set([...styles.matchAll(/\.(-?[_a-z][\w-]*)/gi)].map(([, name]) => name));

it("every class that a screen writes out has a style", () => {
  const screens = read("app", /(?<!\.test)\.tsx$/);
  expect(screens.length).toBeGreaterThan(100);
  const missing = screens.flatMap(([path, text]) => [...text.matchAll(/className="([^"]+)"/g)].flatMap(([, names]) => names!.split(/\s+/).filter((name) => !styled.has(name)).map((name) => `${path}: ${name}`)));
  expect(missing).toEqual([]);
});
