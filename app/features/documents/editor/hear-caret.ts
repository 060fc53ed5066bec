import type { Editor } from "@tiptap/core";

/**
 * Tells the editor where the caret is in the page, for just before the words of others come in. Browsers handle a click
 * first and announce the caret later: in between, words that wait to come in would put it back to where it was, and what
 * is typed next would land in somebody else's sentence.
 */
export function hearCaret(editor: Editor): void {
  if (!editor.isDestroyed && editor.view.hasFocus()) document.dispatchEvent(new Event("selectionchange"));
}
