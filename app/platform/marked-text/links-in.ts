import { parseMarks, type Inline } from "./parse-marks";

/** Whether a text with marks has a link to a page with this path or to one beneath it, whatever name the site goes by. */
export function leadsTo(text: string, path: string): boolean {
  return parseMarks(text).some((block) => (block.kind === "list" ? block.items : block.lines).some((line) => line.some((node) => isLinkTo(node, path))));
}

function isLinkTo(node: Inline, path: string): boolean {
  if (node.kind === "text" || node.kind === "mention") return false;
  if (node.kind !== "link") return node.children.some((child) => isLinkTo(child, path));
  const { pathname } = new URL(node.href);
  return pathname.toLowerCase() === path || pathname.toLowerCase().startsWith(`${path}/`);
}
