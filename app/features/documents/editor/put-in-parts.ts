import type { EditorView } from "@tiptap/pm/view";
import { longFrom } from "../content";

/** What is put in first: more than any window shows. */
const first = 100;
/** What is put in at a time after that. */
const more = 3_000;

/** What somebody does who may be about to reach what is not there yet. */
const acts = ["keydown", "beforeinput", "pointerdown", "focusin", "scroll", "hashchange"];

/** Whether somebody is further down already, or came for a place in the text. Asked while nothing in the page has changed: else a browser lays it out for the answer. */
export const isFurtherDown = () => window.scrollY > 0 || location.hash !== "";

/**
 * Puts what an editor drew into the page: of a long text the beginning, so that it can be seen and written in, and the rest
 * in the next moments, or at once for who does anything or is `furtherDown`. Until then the place says that it is busy.
 * @returns what ends it.
 */
export function putInParts(place: HTMLElement, view: EditorView, furtherDown: boolean): () => void {
  const { dom } = view;
  const isLong = dom.childNodes.length >= longFrom;
  if (!isLong || furtherDown) return place.append(dom), () => undefined;

  const rest = document.createElement("div");
  const { domObserver } = view as unknown as { domObserver: { stop: () => void; start: () => void } };
  let [shown, held] = [0, 0];
  /** Moves nodes as they are; the editor is not to take it for writing. */
  const move = (from: Element, at: number, count: number, to: Element) => {
    const nodes = document.createRange();
    nodes.setStart(from, at);
    nodes.setEnd(from, at + count);
    domObserver.stop();
    to.append(nodes.extractContents());
    domObserver.start();
    [shown, held] = [dom.childNodes.length, rest.childNodes.length];
  };
  let ended = false;
  const end = () => {
    ended = true;
    acts.forEach((act) => window.removeEventListener(act, putAll, true));
    place.removeAttribute("aria-busy");
  };
  const put = (count: number) => {
    if (ended) return;
    // An editor that drew any of its blocks anew since put in all of them: what is held then is of before.
    const isWhole = dom.childNodes.length !== shown || rest.childNodes.length !== held;
    if (!isWhole && !view.isDestroyed) move(rest, 0, Math.min(count, held), dom);
    if (isWhole || view.isDestroyed || held === 0) end();
    else soon();
  };
  const putAll = () => put(held);
  const soon = () => void requestAnimationFrame(() => setTimeout(() => put(more)));
  move(dom, first, dom.childNodes.length - first, rest);
  place.append(dom);
  place.setAttribute("aria-busy", "true");
  acts.forEach((act) => window.addEventListener(act, putAll, true));
  soon();
  return end;
}
