import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";

interface Binding {
  type: Y.XmlFragment;
  beforeTransactionSelection: unknown;
  _observeFunction: Observer;
}
type Observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void;

/**
 * Shows what others wrote also where the binding cannot find one's own caret in it. With several changes at once it looks for
 * the caret of before them in the text of between them; where that has no such place it throws, and would show nothing of the
 * change until the next one. Then the caret comes as near as can be to where it stood.
 */
export const DrawAnyway = Extension.create({
  name: "drawAnyway",
  // Behind the binding, which listens first.
  priority: 1,
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const { binding } = ySyncPluginKey.getState(view.state) as { binding: Binding };
        const { type, _observeFunction: draw } = binding;
        type.unobserveDeep(draw);
        binding._observeFunction = (events, transaction) => {
          try {
            draw(events, transaction);
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            const { anchor } = view.state.selection;
            binding.beforeTransactionSelection = null;
            draw(events, transaction);
            standNear(view, anchor);
          }
        };
        // It stops listening with this one when the editor ends.
        type.observeDeep(binding._observeFunction);
        return {};
      },
    }),
  ],
});

function standNear(view: EditorView, at: number): void {
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(at, doc.content.size)), -1)).setMeta("addToHistory", false));
}
