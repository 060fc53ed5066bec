import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages } from "./language";
import type { Catalogue } from "./words";

const folders = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("messages/nl.json")).map((path) => `app/${path.slice(0, -"/nl.json".length)}`);
const read = (folder: string, language: string) => JSON.parse(readFileSync(`${folder}/${language}.json`, "utf8")) as Catalogue;
const values = (text = "") => [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((found) => found[1]))].sort();
/** A plural may leave its number out: "een bericht". */
const valuesOf = (words: Catalogue, key: string) => values(words[key]).filter((name) => name !== "count" || !/_(one|other)$/.test(key));
/** Whole documents for readers of the trade; this one lies beside the figures in Dutch and English, and says so in French. */
const documents = new Set(["bundle_readme"]);

it("finds the words of every feature", () => {
  expect(folders.length).toBeGreaterThan(14);
});

describe.each(folders)("the words in %s", (folder) => {
  const nl = read(folder, "nl");

  it.each(languages)("are complete in %s: the same keys, none empty, the same values filled in, both plurals", (language) => {
    const words = read(folder, language);
    expect(Object.keys(words).sort()).toEqual(Object.keys(nl).sort());
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe("");
      if (!documents.has(key)) expect([key, valuesOf(words, key)]).toEqual([key, valuesOf(nl, key)]);
      if (key.endsWith("_one")) expect(words, key).toHaveProperty([key.replace(/_one$/, "_other")]);
    }
  });

  it("say vous in French, never tu", () => {
    const familiar = Object.entries(read(folder, "fr")).filter(([, text]) => /(^|[^\p{L}-])(tu|ton|ta|tes|toi|t['’](?=\p{L}))(?!\p{L})/iu.test(text));
    expect(familiar).toEqual([]);
  });

  it("are said in Dutch sentences of fewer than twenty words", () => {
    const sentences = Object.entries(nl).flatMap(([key, text]) => (documents.has(key) ? [] : text.split(/[.!?:](?=\s|$)/)));
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length >= 20)).toEqual([]);
  });
});
