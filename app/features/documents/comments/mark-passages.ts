import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { fromBase64, toBase64 } from "../writing/base64";
import { hearCaret } from "../editor/hear-caret";
import type { Mark, Passage, PassageLink } from "./passage-link";

/** What the binding to Yjs knows. */
export interface Bound {
  doc: Y.Doc;
  type: Y.XmlFragment;
  binding: { mapping: Map<Y.AbstractType<unknown>, never> } | null;
}

/** How long after a change of one's own the places are looked up anew, in milliseconds; until then they move along with the text. */
const pause = 300;
const key = new PluginKey<DecorationSet>("passages");

/** Marks passages that threads are about, as decorations: they are never part of the text. */
export const MarkPassages = Extension.create<{ link: PassageLink | null }>({
  name: "markPassages",
  addOptions: () => ({ link: null }),
  addKeyboardShortcuts() {
    return { "Mod-Alt-m": () => this.options.link !== null && goToThread(this.editor.state, this.options.link) };
  },
  addProseMirrorPlugins() {
    const { link } = this.options;
    return link ? [passages(link)] : [];
  },
});

function passages(link: PassageLink): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before, _old, state) => {
        const fromOthers = (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin;
        // What others write comes as a replacement of everything: old places say nothing then.
        if (tr.getMeta(key) || (tr.docChanged && fromOthers)) return draw(state, link.marks);
        return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let known: readonly Mark[] | null = null;
      const lookUp = () => {
        hearCaret({ view, isDestroyed: view.isDestroyed });
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true));
      };
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(lookUp, pause);
      };
      const stop = link.on(() => {
        if (known !== link.marks) later();
        known = link.marks;
      });
      const leave = link.withEditor({
        showPassage: (id) => {
          const place = placesIn(view.state).find((one) => one.id === id);
          if (!place) return;
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)).scrollIntoView());
          view.focus();
        },
      });
      later();
      return {
        update: ({ state }, before) => {
          if (before.doc !== state.doc) later();
          const drawn = key.getState(state);
          if (drawn === key.getState(before)) return;
          const there = new Set(placesIn(state).map(({ id }) => id));
          link.found(new Set(link.marks.filter(({ id }) => !there.has(id)).map(({ id }) => id)));
        },
        destroy: () => {
          clearTimeout(timer);
          stop();
          leave();
        },
      };
    },
  });
}

/** Where each marked passage stands now. */
function placesIn(state: EditorState): { id: string; from: number; to: number }[] {
  return (key.getState(state)?.find() ?? []).map(({ from, to, spec }) => ({ id: (spec as { id: string }).id, from, to }));
}

function draw(state: EditorState, marks: readonly Mark[]): DecorationSet {
  const y = ySyncPluginKey.getState(state) as Bound | undefined;
  if (!y?.binding) return DecorationSet.empty;
  const { doc, type, binding } = y;
  const placeOf = (position: Y.RelativePosition) => relativePositionToAbsolutePosition(doc, type, position, binding.mapping);
  // Through the place behind the first sign: the binding does not trust places at the very beginning of a text.
  const startOf = (position: Y.RelativePosition) => {
    const at = Y.createAbsolutePositionFromRelativePosition(position, doc);
    if (!(at?.type instanceof Y.XmlText) || at.index >= at.type.length) return placeOf(position);
    const behind = placeOf(Y.createRelativePositionFromTypeIndex(at.type, at.index + 1, -1));
    return behind === null ? null : behind - 1;
  };
  const drawn = marks.flatMap(({ id, start, end }) => {
    const [from, to] = [startOf(Y.decodeRelativePosition(fromBase64(start))), placeOf(Y.decodeRelativePosition(fromBase64(end)))];
    if (from === null || to === null || from >= to || to > state.doc.content.size) return [];
    return state.doc.textBetween(from, to).trim() === "" ? [] : [Decoration.inline(from, to, { class: "passage" }, { id })];
  });
  return DecorationSet.create(state.doc, drawn);
}

/** The chosen words as a passage; null when there are none. */
export function passageIn(state: EditorState): Passage | null {
  const { from, to } = state.selection;
  let first = -1;
  let last = -1;
  state.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return;
    if (first < 0) first = Math.max(from, at);
    last = Math.min(to, at + node.nodeSize);
  });
  const quote = first < last ? state.doc.textBetween(first, last, "\n", "\n") : "";
  if (quote.trim() === "") return null;
  const y = ySyncPluginKey.getState(state) as Bound | undefined;
  if (!y?.binding) return null;
  const { doc, type, binding } = y;
  // Behind a sign the place is in running text for sure; from there to the sign itself.
  const placeBehind = (at: number) => Y.createAbsolutePositionFromRelativePosition(absolutePositionToRelativePosition(at, type, binding.mapping), doc);
  const [begins, ends] = [placeBehind(first + 1), placeBehind(last)];
  if (!(begins?.type instanceof Y.XmlText) || !(ends?.type instanceof Y.XmlText)) return null;
  return {
    start: toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(begins.type, begins.index - 1, 0))),
    end: toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(ends.type, ends.index, -1))),
    quote,
  };
}

/** The thread on the passage in which the caret stands, or null. */
export function threadAt(state: EditorState): string | null {
  const { from, to } = state.selection;
  return placesIn(state).find((place) => place.from <= from && to <= place.to)?.id ?? null;
}

/** Begins a remark on the chosen words; without any, goes to the thread on the passage of the caret. @returns whether there was one. */
export function goToThread(state: EditorState, link: PassageLink): boolean {
  const passage = passageIn(state);
  if (passage) link.writeAbout(passage);
  else {
    const thread = threadAt(state);
    if (thread === null) return false;
    link.showThread(thread);
  }
  return true;
}
