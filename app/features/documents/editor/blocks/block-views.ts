import type { NodeConfig, NodeViewRenderer } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { blockWords } from "../../blocks/words";
import { blockLimits, calloutKinds, learningKinds, nodeRules } from "../../content-rules";
import type { PersonToAsk } from "../../tasks/people-to-ask.server";

/** Words that stand beside what people write, in the language of the page. */
export interface BlockViewWords {
  word: ReturnType<typeof blockWords.use>;
  /** The shown name of a membership, as far as it is known yet. */
  nameOf: (membershipId: unknown) => string;
  /** Hears that more names are known, until the returned function is called. */
  onNames: (listener: () => void) => () => void;
  /** Where a picture of this text is asked for. */
  pictureHref: (id: string) => string;
  /** Somebody wants to change the words about the picture that is chosen now. */
  onPictureWords: () => void;
  /** Those to whom a task can be given. */
  people: readonly PersonToAsk[];
}

type Props = Parameters<NodeViewRenderer>[0];

/** How the editor draws elements whose words stand beside what people write. Plain elements, no styles in the markup. */
export function blockViews(words: BlockViewWords): Record<string, Partial<NodeConfig>> {
  const view = (draw: (props: Props) => ReturnType<NodeViewRenderer>): Partial<NodeConfig> => ({ addNodeView: () => draw });
  return {
    callout: view((props) => framed(props, "aside", "callout", [choiceOf(props, "kind", calloutKinds, (kind) => words.word(`callout_${kind}`), words.word("kind"))])),
    learningBlock: view((props) =>
      framed(props, "section", "learn", [
        choiceOf(props, "kind", learningKinds, (kind) => words.word(`learning_${kind}`), words.word("kind")),
        numberOf(props, "minutes", blockLimits.minutes, words.word("minutes_label")),
        numberOf(props, "groupSize", blockLimits.groupSize, words.word("group_size_label")),
      ]),
    ),
    taskItem: view((props) => task(props, words)),
    details: view(() => bare("div", "fold")),
    detailsSummary: view(() => bare("div", "fold__word", words.word("fold_hint"))),
    mention: view(({ node }) => {
      const dom = made("span", "mention");
      const draw = () => void (dom.textContent = `@${words.nameOf(node.attrs["person"])}`);
      draw();
      return { dom, ignoreMutation: () => true, destroy: words.onNames(draw) };
    }),
    embed: view(({ node }) => ({ dom: card(node, words) })),
    image: view((props) => picture(props, words)),
  };
}

/** A field in the head of an element, which follows what others choose. */
interface Field {
  dom: HTMLElement;
  follow: (node: Node) => void;
}

function framed(props: Props, tag: string, name: string, fields: Field[]) {
  const dom = made(tag, name);
  const head = made("div", "editor__head");
  head.contentEditable = "false";
  head.append(...fields.map((field) => field.dom));
  const contentDOM = made("div", "editor__inside");
  dom.append(head, contentDOM);
  const follow = (node: Node) => {
    dom.className = `${name} ${name}--${String(node.attrs["kind"])}`;
    for (const field of fields) field.follow(node);
  };
  return holding(props, { dom, contentDOM, own: [head], follow });
}

/** A view around what people write: `own` holds fields that the editor leaves alone, `follow` shows what the element says. */
function holding(props: Props, { dom, contentDOM, own, follow }: { dom: HTMLElement; contentDOM: HTMLElement; own: HTMLElement[]; follow: (node: Node) => void }) {
  follow(props.node);
  return {
    dom,
    contentDOM,
    update: (node: Node) => {
      if (node.type !== props.node.type) return false;
      follow(node);
      return true;
    },
    stopEvent: (event: Event) => own.some((field) => field.contains(event.target as HTMLElement)),
    ignoreMutation: (mutation: { target: globalThis.Node; type: string }) => mutation.type !== "selection" && !contentDOM.contains(mutation.target),
  };
}

function choiceOf<V extends string>(props: Props, attribute: string, values: readonly V[], wordOf: (value: V) => string, label: string): Field {
  const dom = document.createElement("select");
  dom.className = "editor__choose";
  dom.setAttribute("aria-label", label);
  for (const value of values) dom.append(new Option(wordOf(value), value));
  dom.addEventListener("change", () => set(props, attribute, dom.value));
  return { dom, follow: (node) => (dom.value = String(node.attrs[attribute])) };
}

function numberOf(props: Props, attribute: string, most: number, word: string): Field {
  const dom = made("label", "editor__number");
  const input = document.createElement("input");
  Object.assign(input, { type: "number", min: "1", max: String(most), inputMode: "numeric" });
  dom.append(word, " ", input);
  input.addEventListener("change", () => {
    const value = Number(input.value);
    const fits = nodeRules[props.node.type.name]!.attributes[attribute]!(value);
    if (fits || input.value === "") set(props, attribute, fits ? value : null);
    input.setAttribute("aria-invalid", String(!fits && input.value !== ""));
  });
  return {
    dom,
    follow: (node) => {
      dom.hidden = node.attrs["kind"] !== "activity";
      // What somebody is typing here stays.
      if (document.activeElement !== input) input.value = node.attrs[attribute] === null ? "" : String(node.attrs[attribute]);
    },
  };
}

function task(props: Props, words: BlockViewWords) {
  const dom = document.createElement("li");
  const box = document.createElement("input");
  box.type = "checkbox";
  const label = made("label", "editor__tick");
  label.contentEditable = "false";
  label.append(box);
  const contentDOM = made("div", "editor__inside");
  const whose = personOf(props, words);
  const foot = made("div", "tasks__person");
  foot.contentEditable = "false";
  foot.append(whose.dom);
  dom.append(label, contentDOM, foot);
  box.addEventListener("change", () => {
    if (!set(props, "checked", box.checked)) box.checked = !box.checked;
  });
  let shown = props.node;
  const follow = (node: Node) => {
    shown = node;
    dom.className = node.attrs["checked"] === true ? "tasks__item tasks__item--done" : "tasks__item";
    box.checked = node.attrs["checked"] === true;
    box.setAttribute("aria-label", `${words.word("tick")} ${node.firstChild?.textContent.slice(0, 80) ?? ""}`);
    whose.follow(node);
  };
  return { ...holding(props, { dom, contentDOM, own: [label, foot], follow }), destroy: words.onNames(() => whose.follow(shown)) };
}

/** A picture in a place of a fixed height, so that nothing moves while one writes, above its words. One that is not of this text has only these. */
function picture(props: Props, words: BlockViewWords) {
  const { attrs } = props.node;
  const dom = made("div", "editor__picture");
  const image = document.createElement("img");
  image.alt = "";
  image.draggable = false;
  image.addEventListener("error", () => image.remove());
  image.src = words.pictureHref(String(attrs["picture"]));
  const change = document.createElement("button");
  Object.assign(change, { type: "button", className: "editor__tool editor__choice", textContent: words.word("picture_words") });
  change.addEventListener("click", () => {
    const at = props.getPos();
    if (at !== undefined && props.editor.isEditable && props.editor.commands.setNodeSelection(at)) words.onPictureWords();
  });
  dom.append(image, said("soft", attrs["decorative"] === true ? words.word("picture_decorative") : String(attrs["alt"])), change);
  return { dom, stopEvent: (event: Event) => change.contains(event.target as HTMLElement) };
}

/** Something of another site, by name: while one writes it leads nowhere. */
function card(node: Node, words: BlockViewWords): HTMLElement {
  const { href, title } = node.attrs as { href: unknown; title: unknown };
  const dom = made("div", "embed");
  const fits = nodeRules["embed"]!.attributes["href"]!(href);
  const name = made("strong", "embed__title");
  name.textContent = String(title || href);
  dom.append(name, said("embed__site", fits ? words.word("elsewhere", { site: new URL(href as string).hostname }) : ""));
  return dom;
}

/** Whom a task is for. The names come when the list is opened: a text may have many tasks, and a group many people. */
function personOf(props: Props, { word, nameOf, people }: BlockViewWords): Field {
  const dom = document.createElement("select");
  dom.className = "editor__choose";
  dom.setAttribute("aria-label", word("task_whose"));
  dom.setAttribute("aria-keyshortcuts", "Alt+Enter");
  dom.title = `${word("task_whose")} (Alt+Enter)`;
  dom.append(new Option(word("task_nobody"), ""));
  const offer = (id: string, name: string) => {
    const there = Array.from(dom.options).find(({ value }) => value === id);
    if (there) there.text = word("task_for", { name });
    else dom.append(new Option(word("task_for", { name }), id));
  };
  const offerAll = () => people.forEach(({ id, name }) => offer(id, name));
  let shown = "";
  dom.addEventListener("pointerdown", offerAll);
  dom.addEventListener("focus", offerAll);
  dom.addEventListener("change", () => {
    if (!set(props, "person", dom.value || null)) dom.value = shown;
  });
  dom.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") props.editor.commands.focus();
  });
  return {
    dom,
    follow: (node) => {
      shown = (node.attrs["person"] as string | null) ?? "";
      if (shown) offer(shown, nameOf(shown));
      dom.value = shown;
    },
  };
}

/** Changes one attribute of the element, where it stands now. Whether it could. */
function set({ editor, getPos }: Props, attribute: string, value: unknown): boolean {
  const at = typeof getPos === "function" ? getPos() : undefined;
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (!editor.isEditable || at === undefined || !node) return false;
  editor.view.dispatch(editor.state.tr.setNodeAttribute(at, attribute, value));
  return true;
}

function bare(tag: string, name: string, title?: string) {
  const dom = made(tag, name);
  if (title) dom.title = title;
  return { dom, contentDOM: dom };
}

function said(name: string, words: string): HTMLElement {
  const dom = made("div", name);
  dom.textContent = words;
  return dom;
}

function made(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
