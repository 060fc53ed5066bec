import { expect, test } from "vitest";
import type { ComparedBlock } from "./compare-texts";
import { foldSame } from "./fold-same";

/** One letter per block: a capital is a block with a change. */
const blocksOf = (letters: string) => [...letters].map((text): ComparedBlock => ({ as: "paragraph", level: 1, pieces: [{ text, ...(text < "a" ? { change: "added" as const } : {}) }] }));
const folds = (letters: string) => foldSame(blocksOf(letters)).map(({ folded, blocks }) => `${folded ? "…" : ""}${blocks.map(({ pieces }) => pieces[0]!.text).join("")}`);

test("shows changes with the block before and after, and folds away what stayed in between", () => {
  expect(folds("abcdEfghijKlm")).toEqual(["…abc", "dEf", "…ghi", "jKlm"]);
  expect(folds("abcde")).toEqual(["…abcde"]);
  expect(folds("aB")).toEqual(["aB"]);
  expect(folds("")).toEqual([]);
});
