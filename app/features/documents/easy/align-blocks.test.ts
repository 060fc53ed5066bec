import { describe, expect, it } from "vitest";
import type { Block } from "../worker/blocks";
import { alignBlocks, type AlignedRow, type Pair } from "./align-blocks.server";

const paragraph = (words: string) => ({ type: "paragraph", ...(words ? { content: [{ type: "text", text: words }] } : {}) });
const block = (key: string, words = key): Block => ({ key, node: paragraph(words) });
const pair = (easyBlock: string, sourceBlock: string, seen = sourceBlock): Pair => ({ easyBlock, sourceBlock, seen: paragraph(seen) });
const blocks = (...keys: string[]) => keys.map((key) => block(key));
const shape = (rows: AlignedRow[]) => rows.map(({ source, easy, state }) => `${source.map(({ key }) => key).join("+")}|${easy.map(({ key }) => key).join("+")} ${state}`);

describe("a text and its easy version beside each other", () => {
  it("says which block is the same, behind, missing or its own", () => {
    const source = [block("s1"), block("s2", "anders"), block("s3"), block("s4")];
    const rows = alignBlocks(source, blocks("e0", "e1", "e2", "e4"), [pair("e1", "s1"), pair("e2", "s2"), pair("e4", "s4")]);
    expect(shape(rows)).toEqual(["|e0 own", "s1|e1 current", "s2|e2 behind", "s3| missing", "s4|e4 current"]);
    expect(rows[2]!.seen).toEqual([paragraph("s2")]);
  });

  it("keeps blocks that belong together in one row, whichever side has more of them", () => {
    expect(shape(alignBlocks(blocks("s1", "s2"), blocks("e1"), [pair("e1", "s1"), pair("e1", "s2")]))).toEqual(["s1+s2|e1 current"]);
    expect(shape(alignBlocks(blocks("s1"), blocks("e1", "e2"), [pair("e1", "s1"), pair("e2", "s1")]))).toEqual(["s1|e1+e2 current"]);
  });

  it("shows what was split off with what it was split from, and a split source as behind and missing", () => {
    expect(shape(alignBlocks(blocks("s1", "s2"), blocks("e1", "e1b", "e2"), [pair("e1", "s1"), pair("e2", "s2")]))).toEqual(["s1|e1+e1b current", "s2|e2 current"]);
    expect(shape(alignBlocks([block("s1", "half"), block("s1b", "de rest"), block("s2")], blocks("e1", "e2"), [pair("e1", "s1"), pair("e2", "s2")]))).toEqual(["s1|e1 behind", "s1b| missing", "s2|e2 current"]);
  });

  it("knows content again that came back under another key, also elsewhere", () => {
    expect(shape(alignBlocks([block("s3"), block("new", "s2"), block("s1")], blocks("e1", "e2", "e3"), [pair("e1", "s1"), pair("e2", "s2"), pair("e3", "s3")]))).toEqual(["s3|e3 current", "new|e2 current", "s1|e1 current"]);
  });

  it("shows what took the place of a block there, and never says that it is the same", () => {
    const pairs = [pair("e1", "s1"), pair("e2", "s2"), pair("e3", "s3")];
    expect(shape(alignBlocks(blocks("s1", "other", "s3"), blocks("e1", "e2", "e3"), pairs))).toEqual(["s1|e1 current", "other|e2 behind", "s3|e3 current"]);
    expect(shape(alignBlocks(blocks("s1", "s2", "s3"), blocks("e1", "list", "e3"), pairs))).toEqual(["s1|e1 current", "s2|list unsure", "s3|e3 current"]);
  });

  it("says what was taken out on either side", () => {
    const pairs = [pair("e1", "s1"), pair("e2", "s2"), pair("e3", "s3")];
    expect(shape(alignBlocks(blocks("s1", "s3"), blocks("e1", "e2", "e3"), pairs))).toEqual(["s1|e1 current", "|e2 gone", "s3|e3 current"]);
    expect(shape(alignBlocks(blocks("s1", "s2", "s3"), blocks("e1", "e3"), pairs))).toEqual(["s1|e1 current", "s2| missing", "s3|e3 current"]);
  });

  it("says that nothing is written yet where only the place is kept, and passes by empty lines of the source", () => {
    expect(shape(alignBlocks([block("s1"), block("s2", "")], [block("e1", "")], [pair("e1", "s1")]))).toEqual(["s1|e1 empty"]);
  });

  it("stays quick with texts of thousands of blocks", () => {
    const source = Array.from({ length: 2_000 }, (_, index) => block(`s${index}`));
    const easy = Array.from({ length: 2_000 }, (_, index) => block(`e${index}`));
    const rows = alignBlocks(source, easy, source.map(({ key }, index) => pair(`e${index}`, key)));
    expect(rows).toHaveLength(2_000);
  });
});
