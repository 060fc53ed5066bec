import { Extension } from "@tiptap/core";
import { DOMSerializer, Node, type Schema } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { plainTextOf } from "../content";
import type { BesideLink } from "./beside-link";
import type { BesideRow } from "./views";
import type { easyWords } from "./words";

type Words = ReturnType<typeof easyWords.use>;

/** How long after a change the places are looked up anew, in milliseconds; until then they move along with the text. */
const pause = 300;
const key = new PluginKey<DecorationSet>("sources");

/** Shows beside each part of an easy version what its source says, as decorations: they are never part of the text. */
export const ShowSources = Extension.create<{ link: BesideLink | null; word: Words | null }>({
  name: "showSources",
  addOptions: () => ({ link: null, word: null }),
  addProseMirrorPlugins() {
    const { link, word } = this.options;
    return link && word ? [sources(link, word)] : [];
  },
});

function sources(link: BesideLink, word: Words): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before, _old, state) => {
        const fromOthers = (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin;
        if (tr.getMeta(key) || (tr.docChanged && fromOthers)) return draw(state, link, word);
        return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
      },
    },
    props: { decorations: (state) => key.getState(state), attributes: { class: "beside-text" } },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const lookUp = () => void (view.isDestroyed || view.dispatch(view.state.tr.setMeta(key, true)));
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(lookUp, pause);
      };
      const stop = link.on(lookUp);
      later();
      return {
        update: ({ state }: EditorView, before: EditorState) => void (before.doc === state.doc || later()),
        destroy: () => {
          clearTimeout(timer);
          stop();
        },
      };
    },
  });
}

/** Blocks in the text and elements in the Yjs document stand in the same order. */
function draw(state: EditorState, link: BesideLink, word: Words): DecorationSet {
  const bound = ySyncPluginKey.getState(state) as { type: Y.XmlFragment; binding: unknown } | undefined;
  if (!bound?.binding) return DecorationSet.empty;
  const elements = bound.type.toArray();
  // What was just typed is not in it yet; the next look finds it.
  if (elements.length !== state.doc.childCount) return key.getState(state) ?? DecorationSet.empty;
  const places = new Map<string, { from: number; to: number }>();
  let at = 0;
  elements.forEach((element, index) => {
    const size = state.doc.child(index).nodeSize;
    const id = element instanceof Y.XmlElement ? element._item?.id : undefined;
    if (id) places.set(`${id.client}:${id.clock}`, { from: at, to: at + size });
    at += size;
  });
  let end = 0;
  const drawn = link.rows.flatMap((row, index) => {
    const there = row.easy.flatMap((block) => places.get(block.key) ?? []);
    // What the easy version does not say is shown behind the part before it.
    const place = there[0]?.from ?? end;
    end = Math.max(end, ...there.map(({ to }) => to));
    if (row.source.length === 0 && row.state !== "gone") return [];
    return [Decoration.widget(place, () => besideOf(row, state.schema, link, word), { side: there.length > 0 ? -1 : -2, key: `${index} ${row.sign} ${row.state}`, ignoreSelection: true, stopEvent: () => true })];
  });
  return DecorationSet.create(state.doc, drawn);
}

function besideOf(row: BesideRow, schema: Schema, link: BesideLink, word: Words): HTMLElement {
  const dom = made("aside", `beside stack stack--tight${row.state === "current" ? "" : " beside--now"}`);
  dom.contentEditable = "false";
  dom.setAttribute("aria-label", word("source"));
  const head = made("p", "soft small");
  head.textContent = row.state === "current" ? word("source") : `${word("source")} · ${word(`state_${row.state}`)}`;
  const text = made("div", "stack stack--tight small");
  text.append(...row.source.map(({ node }) => drawNode(node, schema)));
  dom.append(head, text);
  if (row.easy.length > 0 && row.source.length > 0 && (row.state === "behind" || row.state === "unsure")) dom.append(checkButton(row, link, word));
  return dom;
}

function checkButton(row: BesideRow, link: BesideLink, word: Words): HTMLElement {
  const box = made("div", "stack stack--tight");
  const button = made("button", "button button--secondary button--small") as HTMLButtonElement;
  button.type = "button";
  button.textContent = word("check");
  const said = made("p", "small");
  said.setAttribute("role", "status");
  button.addEventListener("click", () => {
    button.disabled = true;
    void link.check(row).then((code) => {
      button.disabled = false;
      if (code) said.textContent = word("stale");
    });
  });
  box.append(button, said);
  return box;
}

/** Drawn by the editor's own schema, which knows nothing that runs; what it does not know gives its words alone. */
function drawNode(node: BesideRow["source"][number]["node"], schema: Schema): globalThis.Node {
  try {
    return DOMSerializer.fromSchema(schema).serializeNode(Node.fromJSON(schema, node));
  } catch {
    const words = made("p", "");
    words.textContent = plainTextOf(node);
    return words;
  }
}

function made(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
}
