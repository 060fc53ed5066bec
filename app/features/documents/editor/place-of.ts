import type { EditorState } from "@tiptap/pm/state";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Bound } from "../comments/mark-passages";

/** Where the caret of somebody else stands now, as a place of the editor; null when they have none, or it is not there. */
export function placeOf(state: EditorState, cursor: { head: unknown } | null): number | null {
  const y = ySyncPluginKey.getState(state) as Bound | undefined;
  if (!y?.binding || !cursor) return null;
  const at = relativePositionToAbsolutePosition(y.doc, y.type, Y.createRelativePositionFromJSON(cursor.head), y.binding.mapping);
  return at === null ? null : Math.min(at, state.doc.content.size);
}
