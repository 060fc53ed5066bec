import { getSchema, Mark, Node, wrappingInputRule, type Extensions } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import { blockNodes } from "./blocks/block-nodes";
import { isAllowedAddress, markRules } from "./content-rules";

/** A link with an address and nothing else: no target, class or title that somebody could slip in. */
const Link = Mark.create({
  name: "link",
  priority: 1_000,
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => {
        const href = element.getAttribute("href");
        return href !== null && isAllowedAddress(href) ? { href } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => {
    const href: unknown = mark.attrs["href"];
    return ["a", { href: markRules["link"]!.attributes["href"]!(href) ? (href as string) : null, rel: "nofollow ugc noopener" }, 0];
  },
});

const firstNumber = (value: unknown) => (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100_000 ? (value as number) : 1);

/** A numbered list. Tiptap's own also keeps the kind of number, in whatever words a paste brings. */
const OrderedList = Node.create({
  name: "orderedList",
  group: "block list",
  content: "listItem+",
  addAttributes: () => ({ start: { default: 1, parseHTML: (element: HTMLElement) => firstNumber(Number(element.getAttribute("start") ?? 1)) } }),
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: ({ node }) => ["ol", node.attrs["start"] === 1 ? {} : { start: String(firstNumber(node.attrs["start"])) }, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-7": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,3})\.\s$/,
        type: this.type,
        getAttributes: (match) => ({ start: Number(match[1]) }),
        joinPredicate: (match, node) => node.childCount + (node.attrs["start"] as number) === Number(match[1]),
      }),
    ];
  },
});

/**
 * An item of a list. Tiptap's own must begin with a paragraph: when somebody takes that away while another writes further
 * on in the item, the binding to Yjs would delete the item, with those words, for everyone.
 */
const ListItem = Node.create({
  name: "listItem",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** Everything that decides what a text may hold; the editor adds what only decides how it is typed. */
export const contentExtensions: Extensions = [
  StarterKit.configure({
    // See base.css: these begin as they were written.
    heading: { levels: [2, 3, 4], HTMLAttributes: { class: "written" } },
    orderedList: false,
    listItem: false,
    link: false,
    // Yjs keeps its own history; several people share one document.
    undoRedo: false,
    // Each open editor would add a last paragraph of its own.
    trailingNode: false,
    codeBlock: false,
    strike: false,
    underline: false,
    horizontalRule: false,
    dropcursor: false,
    gapcursor: false,
  }),
  OrderedList,
  ListItem,
  Link,
  ...blockNodes,
];

/** The schema for the server's projection; the editor derives the same one from the same list. */
export function contentSchema(): Schema {
  return getSchema(contentExtensions);
}
