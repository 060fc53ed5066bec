import { Extension } from "@tiptap/core";
import { Plugin, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { longFrom } from "../content";

/**
 * Of a long text, what is out of sight is not laid out, and a browser finds no place for the caret in it. So the blocks
 * beside the one with the caret always are, as far as somebody may have scrolled away; of the first and the last the
 * styles say so.
 */
export const NearCaret = Extension.create({
  name: "nearCaret",
  addProseMirrorPlugins: () => [nearCaret()],
});

/** The plugin behind `NearCaret`. */
export function nearCaret(): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_config, state) => around(state),
      apply: (tr, before, old, state) => (tr.docChanged || old.selection.$head.index(0) !== state.selection.$head.index(0) ? around(state) : before),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}

function around({ doc, selection: { $head } }: EditorState): DecorationSet {
  if (doc.childCount < longFrom) return DecorationSet.empty;
  const at = $head.index(0);
  const near: Decoration[] = [];
  for (let index = Math.max(0, at - 1); index <= Math.min(doc.childCount - 1, at + 1); index += 1) {
    const from = $head.posAtIndex(index, 0);
    near.push(Decoration.node(from, from + doc.child(index).nodeSize, { class: "near" }));
  }
  return DecorationSet.create(doc, near);
}
