import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { builtFiles, readBuilt } from "./read-build";

interface Lock {
  packages: Record<string, { version?: string }>;
}
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const nameOf = (folder: string) => folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
const family = Object.keys(packages).filter((folder) => folder !== "" && /^(yjs|lib0|y-protocols|prosemirror-[a-z-]+|@tiptap\/.+)$/.test(nameOf(folder)));

// Two copies of Yjs in one program do not know each other's classes: edits that are there are taken for none, and texts fall apart in silence.

it("installs one copy of Yjs, of what it is made of and of each part of the editor, and the whole editor in one version", () => {
  expect(family.map(nameOf)).toEqual(expect.arrayContaining(["yjs", "lib0", "y-protocols", "prosemirror-model", "@tiptap/core", "@tiptap/y-tiptap"]));
  expect(family.filter((folder) => folder !== `node_modules/${nameOf(folder)}`)).toEqual([]);
  const versions = family.filter((folder) => nameOf(folder).startsWith("@tiptap/") && nameOf(folder) !== "@tiptap/y-tiptap").map((folder) => packages[folder]!.version);
  expect(new Set(versions).size).toBe(1);
});

it("brings one copy of Yjs and of the editor's model to the browser", () => {
  const scripts = builtFiles("", ".js");
  const holding = (mark: string) => scripts.map((name) => readBuilt(name).split(mark).length - 1).filter((times) => times > 0);
  // What each of the two leaves in the global room, or says, to find out about a second copy.
  expect(holding("__ $YJS$ __")).toEqual([1]);
  expect(holding("Duplicate use of selection JSON ID")).toEqual([1]);
});
