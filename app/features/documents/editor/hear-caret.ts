import { Extension, type Editor } from "@tiptap/core";
import { yCursorPluginKey } from "@tiptap/y-tiptap";

/**
 * Tells the editor where the caret is in the page, for just before the words of others come in. Browsers handle a click
 * first and announce the caret later: in between, words that wait to come in would put it back to where it was, and what
 * is typed next would land in somebody else's sentence.
 */
export function hearCaret({ isDestroyed, view }: Pick<Editor, "isDestroyed" | "view">): void {
  if (!isDestroyed && view.hasFocus()) document.dispatchEvent(new Event("selectionchange"));
}

/** The same for just before the carets of others are drawn. What is to be drawn was made already, with the caret of before. */
export const HearCaret = Extension.create({
  name: "hearCaret",
  dispatchTransaction({ transaction, next }) {
    const drawn = transaction.getMeta(yCursorPluginKey) as { awarenessUpdated?: boolean } | undefined;
    if (drawn?.awarenessUpdated && !transaction.docChanged && !transaction.selectionSet) {
      hearCaret(this.editor);
      const { doc, selection } = this.editor.view.state;
      if (transaction.doc === doc && !transaction.selection.eq(selection)) transaction.setSelection(selection);
    }
    next(transaction);
  },
});
