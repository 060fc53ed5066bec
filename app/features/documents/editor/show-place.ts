import type { EditorView } from "@tiptap/pm/view";

/** What stays free for the buttons above and the line below the text, in pixels. */
const [above, below] = [240, 120];

/** Scrolls so far that a place in the text can be seen; not at all when it can already. At once: nothing glides. */
export function showPlace(view: EditorView, at: number): void {
  const { top, bottom } = view.coordsAtPos(Math.min(at, view.state.doc.content.size));
  const high = window.innerHeight;
  // In a low window there is less beside the text.
  const free = high > 2 * (above + below) ? { above, below } : { above: high / 4, below: high / 4 };
  if (top >= free.above && bottom <= high - free.below) return;
  window.scrollBy(0, top - high / 2);
}
