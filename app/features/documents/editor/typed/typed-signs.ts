import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { typedName } from "~/features/groups/mentions/typed-name";
import { typedCommand } from "./typed-command";

/** A sign for which a list opens, and what was typed after it; `from` up to `to` is what a choice takes the place of. */
export interface Typed {
  sign: "/" | "@";
  from: number;
  to: number;
  typed: string;
}

interface State {
  open: Typed | null;
  /** Where the sign stands whose list was sent away. */
  done: number | null;
}

const key = new PluginKey<State>("typedSigns");
const nothing: State = { open: null, done: null };

/** Lets the list that is open hear keys before the text does. */
export class ListKeys {
  hear: ((event: KeyboardEvent) => boolean) | null = null;

  /** From now on this list hears them, until the returned function is called. */
  give(hear: ListKeys["hear"]): () => void {
    this.hear = hear;
    return () => void (this.hear = null);
  }
}

/** Knows for which sign a list is open: one that this person is typing, never one that came from others or was there. */
export const TypedSigns = Extension.create<{ keys: ListKeys | null }>({
  name: "typedSigns",
  // Before Enter, the arrows and Escape do something else.
  priority: 2_000,
  addOptions: () => ({ keys: null }),
  addProseMirrorPlugins() {
    const { keys } = this.options;
    return keys ? [typedSigns(keys)] : [];
  },
});

/** The plugin behind `TypedSigns`. */
export function typedSigns(keys: ListKeys): Plugin<State> {
  return new Plugin<State>({
    key,
    state: {
      init: () => nothing,
      apply: (tr, before, _old, state) => {
        const found = signBefore(state);
        if (!found) return nothing;
        if (tr.getMeta(key) === "close") return { open: null, done: found.from };
        const fromOthers = (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;
        // What others write comes as a replacement of everything; the caret stays with its words.
        const moved = (at: number) => (fromOthers ? found.from : tr.mapping.map(at));
        const done = before.done === null ? null : moved(before.done);
        if (found.from === done) return { open: null, done };
        const stays = before.open !== null && moved(before.open.from) === found.from;
        return stays || (tr.docChanged && !fromOthers) ? { open: found, done: null } : nothing;
      },
    },
    props: { handleKeyDown: (view, event) => view.editable && openSign(view.state) !== null && (keys.hear?.(event) ?? false) },
  });
}

/** For which sign a list is to be shown now. */
export function openSign(state: EditorState): Typed | null {
  return key.getState(state)?.open ?? null;
}

/** What it sends away, until another sign is typed. */
export const closeMeta = [key, "close"] as const;

function signBefore({ selection }: EditorState): Typed | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || $from.marks().some(({ type }) => type.name === "code")) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
  const name = typedName(before, before.length);
  const found = name ?? typedCommand(before);
  return found && { sign: name ? "@" : "/", from: $from.start() + found.at, to: $from.pos, typed: found.typed };
}
