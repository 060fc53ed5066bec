import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContentNode } from "../content";
import { markRules, nodeRules } from "../content-rules";
import { fileWords } from "./file-words";
import { htmlPageOf } from "./html-page";
import { fates, formats, lossOf, type Format } from "./loss";
import { readFile } from "./read-file";
import { anyContent } from "./test/any-content";
import { docxBlocks, docxOf } from "./to-docx";
import { markdownBlocks, markdownOf } from "./to-markdown";

const given = { title: "Samen de bus nemen", source: "", language: "nl" as const, people: {} };
const bytes = (text: string) => new TextEncoder().encode(text);
const fileOf: Record<Format, (content: ContentNode) => Promise<Uint8Array>> = {
  html: async (content) => bytes(htmlPageOf(content, given)),
  markdown: async (content) => bytes(markdownOf(content, fileWords(given))),
  docx: (content) => docxOf(content, fileWords(given)),
};

describe.each(formats)("%s", (format) => {
  it("knows what becomes of everything that a text may hold", () => {
    const inBlocks = Object.keys(nodeRules).filter((type) => nodeRules[type]!.children.length > 0 || ["image", "embed", "horizontalRule"].includes(type));
    expect(Object.keys(fates[format]).sort()).toEqual([...Object.keys(nodeRules), ...Object.keys(markRules), "text"].sort());
    for (const blocks of [markdownBlocks, docxBlocks]) expect(Object.keys(blocks).sort()).toEqual(inBlocks.filter((type) => type !== "doc").sort());
  });

  it("gives back everything that it carries", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyContent(format), async (content) => {
        expect(lossOf(content, format)).toEqual({});
        expect(await readFile(await fileOf[format](content))).toEqual({ title: given.title, content, lost: {} });
      }),
      { numRuns: format === "docx" ? 60 : 300, seed: 41 },
    );
  });
});

it("gives back of a card in a page its name and where it leads, not what the page says of it", async () => {
  const card: ContentNode = { type: "doc", content: [{ type: "embed", attrs: { href: "https://youtu.be/dQw4w9WgXcQ", title: "Film over compost" } }] };
  const page = htmlPageOf(card, given);
  expect(page).not.toContain("data-show-here");
  const link = { type: "text", text: "Film over compost", marks: [{ type: "link", attrs: { href: "https://youtu.be/dQw4w9WgXcQ" } }] };
  expect(await readFile(bytes(page))).toMatchObject({ content: { type: "doc", content: [{ type: "paragraph", content: [link] }] } });
});
