import type { MadeContent } from "#db/factories/make-document";
import type { Block } from "#db/seed/regions/block";

/** A text of simple blocks as the content of a shared text. */
export function contentOfBlocks(blocks: readonly Block[]): MadeContent {
  return { type: "doc", content: blocks.map(nodeOf) };
}

function nodeOf(block: Block): MadeContent {
  if (block.kind === "heading") return { type: "heading", attrs: { level: block.level }, content: words(block.text) };
  if (block.kind === "paragraph") return { type: "paragraph", content: words(block.text) };
  if (block.kind === "link") return { type: "paragraph", content: [{ type: "text", text: block.text, marks: [{ type: "link", attrs: { href: block.href } }] }] };
  const items = block.items.map((item) => ({ type: "listItem", content: [{ type: "paragraph", content: words(item) }] }));
  return block.kind === "bullets" ? { type: "bulletList", content: items } : { type: "orderedList", attrs: { start: 1 }, content: items };
}

function words(text: string): MadeContent[] {
  return text === "" ? [] : [{ type: "text", text }];
}
