import { bodyField, isAllowedAddress } from "./content-rules";

/** The content of a shared text as JSON, in the shape that Tiptap and ProseMirror use. A projection: the Yjs bytes are the truth. */
export interface ContentNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: ContentNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export { bodyField };

/** A text with nothing in it yet. */
export const emptyContent: ContentNode = { type: "doc", content: [{ type: "paragraph" }] };

const isTextblock = (node: ContentNode) => node.type === "paragraph" || node.type === "heading";

/** The words of a text, one line per paragraph or heading: for search, and to copy. */
export function plainTextOf(node: ContentNode): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  const parts = (node.content ?? []).map(plainTextOf);
  return isTextblock(node) ? parts.join("") : parts.filter((part) => part !== "").join("\n");
}

/** Starting content: a heading with a paragraph under each question of a template. */
export function contentOfTemplate(headings: readonly string[]): ContentNode {
  if (headings.length === 0) return emptyContent;
  return {
    type: "doc",
    content: headings.flatMap((text) => [
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text }] },
      { type: "paragraph" },
    ]),
  };
}

/** Paragraphs of plain text, such as somebody's first lines; blank lines part them. */
export function contentOfText(text: string): ContentNode {
  const paragraphs = text.trim().split(/\n\s*\n/).filter(Boolean);
  if (paragraphs.length === 0) return emptyContent;
  return { type: "doc", content: paragraphs.map((paragraph) => ({ type: "paragraph", content: linesOf(paragraph) })) };
}

function linesOf(paragraph: string): ContentNode[] {
  return paragraph.split("\n").flatMap((line, index) => [...(index > 0 ? [{ type: "hardBreak" }] : []), ...(line ? [{ type: "text", text: line }] : [])]);
}

/** The address of a link mark, or null when it may not be followed. */
export function addressOf(mark: { attrs?: Record<string, unknown> }): string | null {
  const href = mark.attrs?.["href"];
  return typeof href === "string" && isAllowedAddress(href) ? href : null;
}
