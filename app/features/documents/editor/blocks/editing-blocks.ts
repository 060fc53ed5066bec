import { InputRule, wrappingInputRule, type Editor, type Extensions, type NodeConfig } from "@tiptap/core";
import { goToNextCell } from "@tiptap/pm/tables";
import { TextSelection } from "@tiptap/pm/state";
import { contentExtensions } from "../../schema";
import { blockViews, type BlockViewWords } from "./block-views";

/** Keys and shortcuts while typing, by element. */
const typing: Record<string, Partial<NodeConfig>> = {
  taskItem: {
    // Before the line break that the same keys make elsewhere.
    priority: 110,
    addKeyboardShortcuts() {
      return {
        Enter: () => this.editor.commands.splitListItem(this.name),
        Tab: () => this.editor.commands.sinkListItem(this.name),
        "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
        "Mod-Enter": () => tick(this.editor),
        "Alt-Enter": () => chooseWhose(this.editor),
      };
    },
    addInputRules() {
      return [wrappingInputRule({ find: /^\s*\[([ xX]?)\]\s$/, type: this.type, getAttributes: (match) => ({ checked: match[1]?.toLowerCase() === "x" }) })];
    },
  },
  table: {
    priority: 105,
    addKeyboardShortcuts() {
      // In the last cell the tab key goes on to what comes after the text: nobody is held in it.
      const go = (direction: 1 | -1) => () => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
      return { Tab: go(1), "Shift-Tab": go(-1), ArrowDown: () => leaveLast(this.editor) };
    },
  },
  detailsSummary: {
    priority: 110,
    addKeyboardShortcuts() {
      return { Enter: () => leaveSummary(this.editor) };
    },
  },
  horizontalRule: {
    addInputRules() {
      return [
        new InputRule({
          find: /^(?:---|—-)$/,
          handler: ({ state, range }) => {
            const $from = state.doc.resolve(range.from);
            if ($from.parent.type.name !== "paragraph" || $from.depth === 0) return null;
            const { tr, schema } = state;
            tr.replaceWith($from.before(), $from.after(), [schema.node("horizontalRule"), schema.node("paragraph")]);
            tr.setSelection(TextSelection.near(tr.doc.resolve($from.before() + 1)));
          },
        }),
      ];
    },
  },
};

/** All that a text may hold, with what the editor needs to draw and type it. */
export function editingExtensions(words: BlockViewWords): Extensions {
  const views = blockViews(words);
  return contentExtensions.map((extension) => {
    const more = { ...typing[extension.name], ...views[extension.name] };
    return Object.keys(more).length > 0 && extension.type === "node" ? extension.extend(more) : extension;
  });
}

/** Ticks the task with the caret off, or opens it again. */
function tick(editor: Editor): boolean {
  if (!editor.isActive("taskItem")) return false;
  return editor.commands.updateAttributes("taskItem", { checked: editor.getAttributes("taskItem")["checked"] !== true });
}

/** To the names beside the task with the caret. */
function chooseWhose({ state, view }: Editor): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== "taskItem") continue;
    const item = view.nodeDOM($from.before(depth));
    const names = item instanceof HTMLElement ? item.querySelector<HTMLSelectElement>(":scope > .tasks__person > select") : null;
    names?.focus();
    return names !== null;
  }
  return false;
}

/** From the words of a part that opens, to what is in it. */
function leaveSummary(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== "detailsSummary") return false;
  return editor.commands.command(({ tr, state }) => {
    const after = $from.after();
    if (!state.doc.resolve(after).nodeAfter) tr.insert(after, state.schema.node("paragraph"));
    tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)));
    return true;
  });
}

/** Down from the last block of the text, where that is one without a line after it: makes the line. */
function leaveLast(editor: Editor): boolean {
  const { state } = editor;
  const { $from, empty } = state.selection;
  const last = state.doc.lastChild;
  if (!empty || !last || last.isTextblock || $from.depth < 2 || $from.index(0) !== state.doc.childCount - 1 || !editor.view.endOfTextblock("down")) return false;
  if ($from.pos < state.doc.content.size - ($from.depth + 1)) return false;
  return editor.commands.command(({ tr }) => {
    tr.insert(state.doc.content.size, state.schema.node("paragraph"));
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.doc.content.size - 1)));
    tr.scrollIntoView();
    return true;
  });
}
