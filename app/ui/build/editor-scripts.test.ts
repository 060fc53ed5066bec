import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { builtFiles } from "./read-build";
import { scriptsOf } from "./editor-scripts";

it("names a script and all that it imports, each once", () => {
  const built = { a: { file: "assets/a-1.js", imports: ["b", "c"] }, b: { file: "assets/b-1.js", imports: ["c"] }, c: { file: "assets/c-1.js" }, d: { file: "assets/d-1.js" } };
  expect(scriptsOf("a", built)).toEqual(["/assets/a-1.js", "/assets/b-1.js", "/assets/c-1.js"]);
  expect(() => scriptsOf("e", built)).toThrow("e is not among the scripts that were built");
});

it("has the built server name the editor as it was built", () => {
  const [editor, ...more] = builtFiles("editor-pane-", ".js");
  expect(more).toEqual([]);
  const server = fileURLToPath(new URL("../../../build/server", import.meta.url));
  const code = readdirSync(server, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  expect(code.some((file) => readFileSync(`${server}/${file}`, "utf8").includes(`"/assets/${editor!}"`))).toBe(true);
});
