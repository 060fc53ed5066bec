import { describe, expect, it } from "vitest";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

const catalogues: Record<string, Record<string, string>> = { nl, fr, en };
const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();

describe.each(["fr", "en"])("the words in %s", (language) => {
  const words = catalogues[language] ?? {};
  it("are the same keys as in Dutch", () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(nl).sort());
  });
  it("take the same parameters", () => {
    for (const [key, text] of Object.entries(nl)) expect({ key, of: params(words[key] ?? "") }).toEqual({ key, of: params(text) });
  });
});

describe.each(Object.entries(catalogues))("the words in %s", (_language, words) => {
  it("are never empty and have both plurals", () => {
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe("");
      if (key.endsWith("_one")) expect(words, key).toHaveProperty([key.replace(/_one$/, "_other")]);
    }
  });
});

it("Dutch sentences stay under twenty words", () => {
  const sentences = Object.values(nl).flatMap((text) => text.split(/[.!?]/));
  expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length >= 20)).toEqual([]);
});
