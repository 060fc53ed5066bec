import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { ContentNode } from "../content";
import { openDoc } from "../open-doc";
import { projectDoc, restoreDoc, seedDoc } from "./project";

/** Many of these begin with the same half; several show as one sign; some turn the direction around. */
const signs = ["👩", "👨", "👧", "👩‍🌾", "👨‍🌾", "👍🏽", "👍🏿", "🇧🇪", "🇧🇬", "𝄞", "𝄟", "é", "e\u0301", "سلام", "שָׁלוֹם", "\u202e", "\u202c", "a", " ", "漢"];
const textOf = (words: string): ContentNode => ({ type: "doc", content: [{ type: "paragraph", ...(words ? { content: [{ type: "text", text: words }] } : {}) }] });

it("turns any words into any others by whole signs: none is ever halved, whatever they share", () => {
  const words = fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((some) => some.join(""));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const doc = openDoc();
      Y.applyUpdate(doc, seedDoc(textOf(before)).snapshot);
      const change = restoreDoc(doc, seedDoc(textOf(after)).snapshot);
      if (change) Y.applyUpdate(doc, change.update);
      expect(projectDoc(doc).content).toEqual(textOf(after));
    }),
    { numRuns: 300, seed: 15 },
  );
});
