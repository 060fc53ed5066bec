import type { Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { limits } from "~/platform/limits";
import type { Match } from "./find-matches";

/** What is sent at once: an edit of a line brings at most that line. */
const partBytes = limits.documentTransactionBytes / 4;

/** Puts other words in these places, which then are one step to undo. Marks of the first sign stay. @returns how many. */
export function replaceWords(editor: Editor, places: readonly Match[], words: string): number {
  if (!editor.isEditable || places.length === 0) return 0;
  endStep(editor);
  // From the end, so that the places before stay where they are.
  for (const part of inParts(editor, [...places].reverse(), words)) {
    const { tr } = editor.state;
    for (const { from, to } of part) {
      if (words === "") tr.delete(from, to);
      else tr.insertText(words, from, to);
    }
    editor.view.dispatch(tr);
  }
  endStep(editor);
  return places.length;
}

/** What was written before, or is written next, is another step. */
function endStep({ state }: Editor): void {
  (yUndoPluginKey.getState(state) as { undoManager: { stopCapturing: () => void } } | undefined)?.undoManager.stopCapturing();
}

/** Places in parts whose edits are small enough to be sent: those of one line go together. */
function inParts({ state: { doc } }: Editor, places: Match[], words: string): Match[][] {
  const parts: Match[][] = [];
  let [bytes, line] = [Infinity, -1];
  for (const place of places) {
    const $from = doc.resolve(place.from);
    const begin = $from.start();
    const more = words.length * 3 + (begin === line ? 0 : $from.parent.content.size * 3);
    if (bytes + more > partBytes && begin !== line) {
      parts.push([]);
      bytes = 0;
    }
    parts[parts.length - 1]!.push(place);
    bytes += more;
    line = begin;
  }
  return parts;
}
