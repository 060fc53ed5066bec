import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import { caretLooks, type Writer } from "../live";

/**
 * Shows where others are. The looks are classes: a page that allows no style in its markup shows Tiptap's own carets without
 * any colour. `somebody` names those whom a sensitive theme keeps nameless.
 */
export const Carets = Extension.create<{ awareness: Awareness | null; somebody: string }>({
  name: "carets",
  addOptions: () => ({ awareness: null, somebody: "" }),
  addProseMirrorPlugins() {
    const { awareness, somebody } = this.options;
    if (!awareness) return [];
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: (user: Partial<Writer>) => {
          const caret = document.createElement("span");
          caret.className = `caret caret--${lookOf(user)}`;
          const label = document.createElement("span");
          label.className = "caret__name";
          label.textContent = user.name || somebody;
          // Joiners on both sides keep the caret from breaking a word.
          caret.append("\u2060", label, "\u2060");
          return caret;
        },
        selectionBuilder: (user: Partial<Writer>) => ({ class: `selection selection--${lookOf(user)}` }),
      }),
    ];
  },
});

function lookOf({ look }: Partial<Writer>): number {
  return Number.isInteger(look) ? Math.abs(look!) % caretLooks : 0;
}
