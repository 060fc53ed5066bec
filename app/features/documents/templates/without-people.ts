import { emptyContent, type ContentNode } from "../content";

/** What holds running text, or nothing at all: it may stand empty. */
const mayBeEmpty = new Set(["paragraph", "heading", "detailsSummary", "hardBreak", "embed", "horizontalRule", "tableRow"]);

/** What a template keeps of a text: all but the people that it names, what is done, and pictures, which belong to that text alone. */
export function withoutPeople(content: ContentNode): ContentNode {
  const blocks = (content.content ?? []).flatMap(strip);
  return blocks.length > 0 ? { ...content, content: blocks } : emptyContent;
}

function strip(node: ContentNode): ContentNode[] {
  if (node.type === "image") return [];
  if (node.type === "text") return [node];
  if (node.type === "mention") return [{ type: "text", text: "@…" }];
  const { attrs, content, ...rest } = node;
  const kept = (content ?? []).flatMap(strip);
  // A block from which a picture went still asks for something in it.
  const inside = kept.length === 0 && !mayBeEmpty.has(node.type) ? (emptyContent.content ?? []) : kept;
  return [{ ...rest, ...(attrs && node.type !== "taskItem" ? { attrs } : {}), ...(inside.length > 0 ? { content: inside } : {}) }];
}
