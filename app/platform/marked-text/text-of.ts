import { parseMarks, type Block, type Inline } from "./parse-marks";

/** Whether links are written out whole, for who cannot press them, or as short as on the page. */
type Links = "whole" | "short";

/** A text with marks as plain text: for mails, notices and whatever else shows no marks. What had none stays as it was. */
export function textOf(blocks: readonly Block[], links: Links = "whole"): string {
  return blocks.map((block) => linesOf(block, links).join("\n")).join("\n\n");
}

/** What somebody wrote, without the marks in it. */
export function withoutMarks(text: string, links: Links = "whole"): string {
  return textOf(parseMarks(text), links);
}

function linesOf(block: Block, links: Links): string[] {
  if (block.kind === "paragraph") return block.lines.map((line) => lineOf(line, links));
  return block.items.map((item, index) => `${block.ordered ? `${block.start + index}.` : "-"} ${lineOf(item, links)}`);
}

function lineOf(line: readonly Inline[], links: Links): string {
  return line.map((node) => wordsOf(node, links)).join("");
}

function wordsOf(node: Inline, links: Links): string {
  if (node.kind === "text" || node.kind === "mention") return node.text;
  if (node.kind !== "link") return lineOf(node.children, links);
  const address = links === "whole" ? node.written : node.place;
  if (node.label === null) return address;
  return links === "whole" ? `${node.label} (${address})` : node.label;
}
