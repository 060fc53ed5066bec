import { Node, type Extensions } from "@tiptap/core";
import { calloutKinds, learningKinds, nodeRules } from "../content-rules";

// Elements that the schema's second version brought. What each may hold is as wide as can be, for the editor takes out, for
// everyone, what does not fit: two people who change the same table or list at the same time must not lose its words.
// How they look while one writes, and the keys, are the editor's (editor/blocks).

/** An attribute that stands in copied markup as `data-…`, and only with a value that it may have. */
function attribute(node: string, name: string, fallback: unknown, read: (text: string) => unknown = (text) => text) {
  const may = nodeRules[node]!.attributes[name]!;
  return {
    default: fallback,
    keepOnSplit: false,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(`data-${name.toLowerCase()}`);
      const value = text === null ? fallback : read(text);
      return may(value) ? value : fallback;
    },
    renderHTML: (attributes: Record<string, unknown>) => (may(attributes[name]) && attributes[name] !== fallback ? { [`data-${name.toLowerCase()}`]: String(attributes[name]) } : {}),
  };
}

/** Reads markup as this element only when it says all that it must: what is half would be refused, and stop who pasted it. */
const whenComplete = (node: string, attributes: Record<string, ReturnType<typeof attribute>>) => (element: HTMLElement) => {
  const given = Object.fromEntries(Object.entries(attributes).map(([name, { parseHTML }]) => [name, parseHTML(element)]));
  return nodeRules[node]!.complete!(given) ? null : (false as const);
};

const isTrue = (text: string) => text === "true";

const TaskList = Node.create({
  name: "taskList",
  group: "block list",
  content: "taskItem+",
  parseHTML: () => [{ tag: 'ul[data-type="taskList"]', priority: 51 }],
  renderHTML: () => ["ul", { "data-type": "taskList", class: "tasks" }, 0],
});

const TaskItem = Node.create({
  name: "taskItem",
  content: "block+",
  defining: true,
  addAttributes: () => ({ checked: attribute("taskItem", "checked", false, isTrue), person: attribute("taskItem", "person", null) }),
  parseHTML: () => [{ tag: 'li[data-type="taskItem"]', priority: 51 }],
  renderHTML: ({ HTMLAttributes }) => ["li", { ...HTMLAttributes, "data-type": "taskItem", class: "tasks__item" }, 0],
});

/** How many columns or rows a cell covers, as HTML has it. */
function span(name: "colspan" | "rowspan") {
  const may = nodeRules["tableCell"]!.attributes[name]!;
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => {
      const value = Number(element.getAttribute(name) ?? 1);
      return may(value) ? value : 1;
    },
    renderHTML: (attributes: Record<string, unknown>) => (may(attributes[name]) && attributes[name] !== 1 ? { [name]: String(attributes[name]) } : {}),
  };
}

/** What the library's commands for tables know the elements by. */
const tableRoles = new Map(Object.entries({ table: "table", tableRow: "row", tableCell: "cell", tableHeader: "header_cell" }));

const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  extendNodeSchema: ({ name }) => (tableRoles.has(name) ? { tableRole: tableRoles.get(name) } : {}),
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
});

const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

const cellOf = (name: "tableCell" | "tableHeader", tag: "td" | "th") =>
  Node.create({
    name,
    content: "block+",
    isolating: true,
    addAttributes: () => ({ colspan: span("colspan"), rowspan: span("rowspan") }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

const Callout = Node.create({
  name: "callout",
  group: "block",
  content: "block+",
  defining: true,
  addAttributes: () => ({ kind: attribute("callout", "kind", calloutKinds[0]) }),
  parseHTML: () => [{ tag: 'aside[data-type="callout"]' }],
  renderHTML: ({ node, HTMLAttributes }) => ["aside", { ...HTMLAttributes, "data-type": "callout", "data-kind": String(node.attrs["kind"]), class: "callout" }, 0],
});

const Details = Node.create({
  name: "details",
  group: "block",
  content: "(detailsSummary | block)+",
  defining: true,
  parseHTML: () => [{ tag: "details" }],
  renderHTML: () => ["details", { open: "" }, 0],
});

const DetailsSummary = Node.create({
  name: "detailsSummary",
  content: "inline*",
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: "summary" }],
  renderHTML: () => ["summary", 0],
});

const LearningBlock = Node.create({
  name: "learningBlock",
  group: "block",
  content: "block+",
  defining: true,
  addAttributes: () => ({
    kind: attribute("learningBlock", "kind", learningKinds[1]),
    minutes: attribute("learningBlock", "minutes", null, Number),
    groupSize: attribute("learningBlock", "groupSize", null, Number),
  }),
  parseHTML: () => [{ tag: 'section[data-type="learningBlock"]' }],
  renderHTML: ({ node, HTMLAttributes }) => ["section", { ...HTMLAttributes, "data-type": "learningBlock", "data-kind": String(node.attrs["kind"]), class: "learn" }, 0],
});

const imageAttributes = {
  picture: attribute("image", "picture", null),
  alt: attribute("image", "alt", ""),
  decorative: attribute("image", "decorative", false, isTrue),
};
const embedAttributes = { href: attribute("embed", "href", null), title: attribute("embed", "title", "") };
const mentionAttributes = { person: attribute("mention", "person", null) };

/** A picture that the product itself keeps, by its id. An address from elsewhere has no place here. */
const Image = Node.create({
  name: "image",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => imageAttributes,
  parseHTML: () => [{ tag: 'figure[data-type="image"]', getAttrs: whenComplete("image", imageAttributes) }],
  renderHTML: ({ node, HTMLAttributes }) => ["figure", { ...HTMLAttributes, "data-type": "image" }, String(node.attrs["alt"])],
});

/** Something of another site, that is only a link until somebody follows it. */
const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  addAttributes: () => embedAttributes,
  parseHTML: () => [{ tag: 'div[data-type="embed"]', getAttrs: whenComplete("embed", embedAttributes) }],
  renderHTML: ({ node, HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-type": "embed" }, String(node.attrs["title"] || node.attrs["href"])],
});

const HorizontalRule = Node.create({
  name: "horizontalRule",
  group: "block",
  parseHTML: () => [{ tag: "hr" }],
  renderHTML: () => ["hr"],
});

/** Somebody of the leerplek, by membership: the name is looked up when it is drawn. */
const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => mentionAttributes,
  parseHTML: () => [{ tag: 'span[data-type="mention"]', getAttrs: whenComplete("mention", mentionAttributes) }],
  renderHTML: ({ HTMLAttributes }) => ["span", { ...HTMLAttributes, "data-type": "mention" }, "@"],
});

/** All of them, for the one list of extensions. */
export const blockNodes: Extensions = [
  ...[TaskList, TaskItem, Table, TableRow, cellOf("tableCell", "td"), cellOf("tableHeader", "th")],
  ...[Callout, Details, DetailsSummary, LearningBlock, Image, Embed, HorizontalRule, Mention],
];
