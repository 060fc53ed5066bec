import type { Element, ElementContent, Root } from "hast";
import type { Definition, Nodes, Parents } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Loss } from "./loss";

const element = (tagName: string, children: ElementContent[] = [], properties: Element["properties"] = {}): Element => ({ type: "element", tagName, properties, children });

/** Markdown as the tree that all files come in by. Markup inside it is left out and counted. @throws when it is nested too deep to read. */
export function hastOfMarkdown(markdown: string): { root: Root; lost: Loss } {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const lost: Loss = {};
  const note = (name: string) => void (lost[name] = (lost[name] ?? 0) + 1);
  const definitions = new Map<string, Definition>();
  const collect = (node: Nodes) => {
    if (node.type === "definition") definitions.set(node.identifier, node);
    if ("children" in node) node.children.forEach(collect);
  };
  collect(tree);
  const all = (node: Parents): ElementContent[] => node.children.flatMap((child) => one(child));
  const one = (node: Nodes): ElementContent[] => {
    switch (node.type) {
      case "text":
        return [{ type: "text", value: node.value }];
      case "paragraph":
        return [element("p", all(node))];
      case "heading":
        return [element(`h${node.depth}`, all(node))];
      case "strong":
        return [element("strong", all(node))];
      case "emphasis":
        return [element("em", all(node))];
      case "delete":
        return [element("del", all(node))];
      case "inlineCode":
        return [element("code", [{ type: "text", value: node.value }])];
      case "code":
        return [element("pre", [element("code", [{ type: "text", value: node.value }])])];
      case "break":
        return [element("br")];
      case "thematicBreak":
        return [element("hr")];
      case "blockquote":
        return [element("blockquote", all(node))];
      case "list":
        return [element(node.ordered ? "ol" : "ul", node.children.map((item) => element("li", [...(typeof item.checked === "boolean" ? [element("input", [], { type: "checkbox", ...(item.checked ? { checked: true } : {}) })] : []), ...all(item)])), node.ordered ? { start: node.start ?? 1 } : {})];
      case "link":
        return [element("a", all(node), { href: node.url })];
      case "linkReference":
        return [element("a", all(node), { href: definitions.get(node.identifier)?.url ?? "#" })];
      case "table":
        return [element("table", node.children.map((row, down) => element("tr", row.children.map((cell) => element(down === 0 ? "th" : "td", all(cell))))))];
      case "image":
      case "imageReference":
        return [element("img")];
      case "html":
        if (!/^<!--[^]*-->$/.test(node.value.trim())) note("markup");
        return [];
      case "footnoteReference":
        return [];
      case "footnoteDefinition":
        note("note");
        return all(node);
      default:
        return "children" in node ? all(node) : [];
    }
  };
  return { root: { type: "root", children: all(tree) }, lost };
}
