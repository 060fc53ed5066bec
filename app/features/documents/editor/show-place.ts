import type { EditorView } from "@tiptap/pm/view";

/** What is kept free above and below the place, in pixels: a line and some of what is around it. */
const around = 64;

/** Scrolls so far that a place in the text can be seen between what stays above and below it; not at all when it can already. At once: nothing glides. */
export function showPlace(view: EditorView, at: number): void {
  const { top, bottom } = view.coordsAtPos(Math.min(at, view.state.doc.content.size));
  const frame = view.dom.closest(".editor__frame");
  let [from, to] = [stays(frame, ".editor__tools") + around, window.innerHeight - stays(frame, ".editor__foot") - around];
  if (to - from < around) [from, to] = [0, window.innerHeight];
  if (top < from || bottom > to) window.scrollBy(0, top - (from + to) / 2);
}

/** How much of the window a part of the editor takes that does not scroll along, with what stays below it. */
function stays(frame: Element | null, selector: string): number {
  const part = frame?.querySelector(selector);
  const style = part && getComputedStyle(part);
  return style?.position.includes("sticky") ? part!.getBoundingClientRect().height + (parseFloat(style.bottom) || 0) : 0;
}
