import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Root, RootContent, TableCell } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { addressOf, type ContentNode } from "../content";
import type { FileWords } from "./file-words";
import { wayOf } from "./way-of";

type Blocks = (BlockContent | DefinitionContent)[];

/** Each element of a text as Markdown; a test sees that none is missing. */
export const markdownBlocks: Readonly<Record<string, (node: ContentNode, words: FileWords) => Blocks>> = {
  paragraph: (node, words) => paragraph(phrasing(node.content ?? [], words)),
  heading: (node, words) => [{ type: "heading", depth: headingDepth(node), children: phrasing(oneLine(node.content ?? []), words) }],
  bulletList: (node, words) => [{ type: "list", ordered: false, spread: false, children: itemsOf(node, words) }],
  orderedList: (node, words) => [{ type: "list", ordered: true, start: typeof node.attrs?.["start"] === "number" ? node.attrs["start"] : 1, spread: false, children: itemsOf(node, words) }],
  taskList: (node, words) => [{ type: "list", ordered: false, spread: false, children: itemsOf(node, words).map((item, index) => ({ ...item, checked: node.content?.[index]?.attrs?.["checked"] === true })) }],
  listItem: blocksIn,
  taskItem: blocksIn,
  blockquote: (node, words) => [{ type: "blockquote", children: blocksIn(node, words) }],
  table: (node, words) => [{ type: "table", children: (node.content ?? []).map((row) => ({ type: "tableRow", children: (row.content ?? []).map((cell): TableCell => ({ type: "tableCell", children: phrasing(oneLine(wordsInCell(cell)), words) })) })) }],
  tableRow: blocksIn,
  tableCell: blocksIn,
  tableHeader: blocksIn,
  callout: (node, words) => [{ type: "blockquote", children: [...strong(words.above(node)), ...blocksIn(node, words)] }],
  learningBlock: (node, words) => [...strong(words.above(node)), ...blocksIn(node, words)],
  details: blocksIn,
  detailsSummary: (node, words) => paragraph([{ type: "strong", children: phrasing(node.content ?? [], words) }]),
  image: (node, words) => {
    const path = words.pathOf(node);
    return path === null ? altOf(node) : paragraph([{ type: "image", url: path, alt: node.attrs?.["decorative"] === true ? "" : wordsOf(node, "alt") }]);
  },
  embed: (node) => {
    const href = addressOf(node);
    return href === null ? [] : paragraph([{ type: "link", url: href, children: [{ type: "text", value: wordsOf(node, "title") || href }] }]);
  },
  horizontalRule: () => [{ type: "thematicBreak" }],
};

const wordsOf = (node: ContentNode, name: string) => (typeof node.attrs?.[name] === "string" ? node.attrs[name].trim() : "");
const paragraph = (children: PhrasingContent[]): Blocks => (children.length > 0 ? [{ type: "paragraph", children }] : []);
/** The words about a picture that does not go along. */
const altOf = (node: ContentNode) => paragraph(wordsOf(node, "alt") === "" ? [] : [{ type: "emphasis", children: [{ type: "text", value: wordsOf(node, "alt") }] }]);
const strong = (value: string): Blocks => [{ type: "paragraph", children: [{ type: "strong", children: [{ type: "text", value }] }] }];
const headingDepth = (node: ContentNode) => (node.attrs?.["level"] === 2 ? 2 : node.attrs?.["level"] === 3 ? 3 : 4);

function blocksIn(node: ContentNode, words: FileWords): Blocks {
  return (node.content ?? []).flatMap((child) => wayOf(markdownBlocks, child.type)?.(child, words) ?? []);
}

function itemsOf(node: ContentNode, words: FileWords): ListItem[] {
  return (node.content ?? []).map((item) => ({ type: "listItem", spread: false, children: blocksIn(item, words) }));
}

/** A cell holds one line: what stands in several blocks comes one after another. */
function wordsInCell(cell: ContentNode): ContentNode[] {
  const made: ContentNode[] = [];
  const read = (node: ContentNode) => {
    if (node.type === "text" || node.type === "mention") made.push(node);
    else if (node.type === "hardBreak") made.push({ type: "text", text: " " });
    else if (node.type === "image" || node.type === "embed") made.push({ type: "text", text: wordsOf(node, "alt") || wordsOf(node, "title") });
    else {
      if (made.length > 0) made.push({ type: "text", text: " " });
      node.content?.forEach(read);
    }
  };
  cell.content?.forEach(read);
  return made;
}

const oneLine = (run: readonly ContentNode[]) => run.map((node) => (node.type === "hardBreak" ? { type: "text", text: " " } : node));

/** Neighbours that share a mark stand in it together: `**a _b_**`. */
function phrasing(run: readonly ContentNode[], words: FileWords, depth = 0): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  for (let at = 0; at < run.length; ) {
    const node = run[at]!;
    const mark = node.marks?.[depth];
    let until = at + 1;
    while (mark && until < run.length && JSON.stringify(run[until]!.marks?.[depth]) === JSON.stringify(mark)) until += 1;
    const part = run.slice(at, until);
    at = until;
    if (node.type === "hardBreak") made.push({ type: "break" });
    else if (node.type === "mention") made.push({ type: "text", value: words.nameOf(node) });
    else if (!mark) made.push({ type: "text", value: node.text ?? "" });
    else if (mark.type === "code") made.push({ type: "inlineCode", value: part.map(({ text }) => text ?? "").join("") });
    else {
      const children = phrasing(part, words, depth + 1);
      const href = mark.type === "link" ? addressOf(mark) : null;
      if (mark.type === "bold") made.push({ type: "strong", children });
      else if (mark.type === "italic") made.push({ type: "emphasis", children });
      else if (href !== null) made.push({ type: "link", url: href, children: children as never });
      else made.push(...children);
    }
  }
  return made;
}

/** A text as Markdown of GitHub's kind, with its title above and where it comes from below. */
export function markdownOf(content: ContentNode, words: FileWords): string {
  const children: RootContent[] = [{ type: "heading", depth: 1, children: [{ type: "text", value: words.title }] }, ...blocksIn(content, words)];
  if (words.source) children.push({ type: "thematicBreak" }, { type: "paragraph", children: [{ type: "text", value: words.source }] });
  const root: Root = { type: "root", children };
  return toMarkdown(root, { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: "-", emphasis: "*", resourceLink: true });
}
