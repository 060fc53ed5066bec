import { bodyField, isAllowedAddress, markRules, nodeRules } from "./content-rules";

/** The content of a shared text as JSON, in the shape that Tiptap and ProseMirror use. A projection: the Yjs bytes are the truth. */
export interface ContentNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: ContentNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export { bodyField };

/** From this number of blocks on a text is long: a browser need not lay out what is far from sight. */
export const longFrom = 300;

/** A text with nothing in it yet. */
export const emptyContent: ContentNode = { type: "doc", content: [{ type: "paragraph" }] };

const textblocks = new Set(["paragraph", "heading", "detailsSummary"]);
const textAttribute = (node: ContentNode, name: string) => (typeof node.attrs?.[name] === "string" ? node.attrs[name] : "");

/**
 * The words of a text, one line per paragraph, heading or row: for search, and to copy. `names` gives the shown name of a
 * membership; without it somebody who is mentioned is only a sign.
 */
export function plainTextOf(node: ContentNode, names?: (membershipId: string) => string): string {
  switch (node.type) {
    case "text":
      return node.text ?? "";
    case "hardBreak":
      return "\n";
    case "mention":
      return names ? names(textAttribute(node, "person")) : "@";
    case "image":
      return textAttribute(node, "alt");
    case "embed":
      return [textAttribute(node, "title"), textAttribute(node, "href")].filter(Boolean).join(" ");
    default: {
      const parts = (node.content ?? []).map((child) => plainTextOf(child, names));
      if (textblocks.has(node.type)) return parts.join("");
      if (node.type === "tableRow") return parts.join(" | ");
      return parts.filter((part) => part !== "").join("\n");
    }
  }
}

const saysSomethingItself = new Set(["image", "embed", "mention", "horizontalRule"]);

/** Whether there is nothing to read in it. */
export function isEmptyContent(node: ContentNode): boolean {
  if (saysSomethingItself.has(node.type)) return false;
  return node.type === "text" ? !node.text?.trim() : (node.content ?? []).every(isEmptyContent);
}

/** The memberships that a text names: people who are mentioned, and who have a task. */
export function peopleIn(content: ContentNode): string[] {
  return idsIn(content, ["mention", "taskItem"], "person");
}

/** The memberships that are mentioned in the words of a text. */
export function mentionedIn(content: ContentNode): string[] {
  return idsIn(content, ["mention"], "person");
}

/** The pictures that a text names, by id. */
export function picturesIn(content: ContentNode): string[] {
  return idsIn(content, ["image"], "picture");
}

/** What was found in a content, which never changes, by what was looked for: a long text is read more often than it is written. */
const found = new WeakMap<ContentNode, Map<string, string[]>>();

function idsIn(content: ContentNode, types: readonly string[], name: string): string[] {
  const here = found.get(content) ?? new Map<string, string[]>();
  found.set(content, here);
  const ids = here.get(types.join()) ?? lookForIds(content, types, name);
  here.set(types.join(), ids);
  return ids;
}

function lookForIds(content: ContentNode, types: readonly string[], name: string): string[] {
  const ids = new Set<string>();
  const todo = [content];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const id = types.includes(next.type) ? next.attrs?.[name] : undefined;
    if (nodeRules[next.type]?.attributes[name]?.(id)) ids.add(id as string);
    if (next.content) for (const child of next.content) todo.push(child);
  }
  return [...ids];
}

/** The oldest version of the schema that knows all that is in a text. */
export function schemaVersionOf(content: ContentNode): number {
  let version = 1;
  const todo = [content];
  for (let next = todo.pop(); next; next = todo.pop()) {
    version = Math.max(version, nodeRules[next.type]?.since ?? 1, ...(next.marks ?? []).map((mark) => markRules[mark.type]?.since ?? 1));
    todo.push(...(next.content ?? []));
  }
  return version;
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
