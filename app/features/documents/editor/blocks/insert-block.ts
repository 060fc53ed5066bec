import type { Editor, JSONContent } from "@tiptap/core";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { calloutKinds, learningKinds } from "../../content-rules";

const line = (): JSONContent => ({ type: "paragraph" });
const row = (type: string, cells: number): JSONContent => ({ type: "tableRow", content: Array.from({ length: cells }, () => ({ type, content: [line()] })) });

/** What can be added to a text at once, as the element that it begins with. */
const made = {
  tasks: () => ({ type: "taskList", content: [{ type: "taskItem", content: [line()] }] }),
  table: () => ({ type: "table", content: [row("tableHeader", 3), row("tableCell", 3), row("tableCell", 3)] }),
  details: () => ({ type: "details", content: [{ type: "detailsSummary" }, line()] }),
  rule: () => ({ type: "horizontalRule" }),
  ...Object.fromEntries(calloutKinds.map((kind) => [`callout_${kind}`, () => ({ type: "callout", attrs: { kind }, content: [line()] })])),
  ...Object.fromEntries(learningKinds.map((kind) => [`learning_${kind}`, () => ({ type: "learningBlock", attrs: { kind }, content: [kind === "material" ? { type: "bulletList", content: [{ type: "listItem", content: [line()] }] } : line()] })])),
} as Record<ElementKey, () => JSONContent>;

type ElementKey = "tasks" | "table" | "details" | "rule" | `callout_${(typeof calloutKinds)[number]}` | `learning_${(typeof learningKinds)[number]}`;
/** What is asked about first, in a form. */
export type FormKey = "picture" | "card";
export type InsertKey = ElementKey | FormKey | "mention";

/** In the order in which they are offered, by the panel and by the list for who types "/": parts of any text, then those of a session. */
export const insertGroups: readonly { key: "parts" | "session"; items: readonly InsertKey[] }[] = [
  { key: "parts", items: ["tasks", "table", "details", "rule", ...calloutKinds.map((kind) => `callout_${kind}` as const), "picture", "card", "mention"] },
  { key: "session", items: learningKinds.map((kind) => `learning_${kind}` as const) },
];

const named = { tasks: "insert_tasks", table: "insert_table", details: "insert_details", rule: "insert_rule", picture: "insert_picture", card: "insert_card", mention: "insert_mention" } as const;
type Named = keyof typeof named;

/** What a choice is called in the catalogue. */
export function wordOf(key: InsertKey): (typeof named)[Named] | Exclude<InsertKey, Named> {
  return Object.prototype.hasOwnProperty.call(named, key) ? named[key as Named] : (key as Exclude<InsertKey, Named>);
}

/**
 * Puts a new element in the place of the empty paragraph with the caret, or behind the block that the caret is in, and the
 * caret into it. Always followed by a line to go on with. What needs a form opens that.
 */
export function insertBlock(editor: Editor, key: InsertKey, openForm: (key: FormKey) => void): void {
  if (key === "picture" || key === "card") openForm(key);
  else if (key === "mention") beginName(editor);
  else insertNode(editor, made[key]());
}

/** Types the "@" for which the list of people opens. */
function beginName(editor: Editor): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, " ");
  editor.chain().focus().insertContent(before === "" || before.endsWith(" ") ? "@" : " @").run();
}

/** As `insertBlock`, for an element of the caller's. @returns whether it could. */
export function insertNode(editor: Editor, given: JSONContent): boolean {
  return editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const { $from } = state.selection;
      if ($from.depth === 0) return false;
      const empty = $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
      const at = empty ? $from.before() : $from.after();
      const node = state.schema.nodeFromJSON(given);
      const last = $from.indexAfter(-1) >= $from.node(-1).childCount;
      const nodes = last ? [node, state.schema.node("paragraph")] : [node];
      tr.replaceWith(at, empty ? $from.after() : at, nodes);
      // A line holds no caret itself.
      return caretAt(tr, at + (node.isLeaf ? node.nodeSize : 1));
    })
    .run();
}

function caretAt(tr: Transaction, at: number): boolean {
  tr.setSelection(TextSelection.near(tr.doc.resolve(at)));
  tr.scrollIntoView();
  return true;
}
