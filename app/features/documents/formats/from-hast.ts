import type { Element, Nodes, RootContent } from "hast";
import type { ContentNode } from "../content";
import { calloutKinds, isAllowedAddress, learningKinds, nodeRules, writable } from "../content-rules";
import type { Loss, LossName } from "./loss";

type Mark = NonNullable<ContentNode["marks"]>[number];
/** What a block element is in a text. */
type Handler = (element: Element, into: Reader, depth: number) => ContentNode[];

/** Lists, quotes and tables in each other beyond this give their words alone; a text may be 32 deep, and a list takes two. */
const deepest = 12;
/** Boxes around boxes, which come to nothing in a text. */
const boxesAtMost = 200;

/** Markup of any program as the content of a text: what a text cannot hold is counted, its words stay where it has any. */
export function contentOfHast(root: Nodes): { content: ContentNode; lost: Loss } {
  const reader = new Reader();
  const content = reader.blocks("children" in root ? (root.children as RootContent[]) : [], 0);
  return { content: { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] }, lost: reader.lost };
}

const classesOf = (element: Element) => (Array.isArray(element.properties["className"]) ? element.properties["className"].map(String) : []);
const hasClass = (element: Element, name: string) => classesOf(element).includes(name);
const kindOf = (element: Element, start: string, kinds: readonly string[]) => kinds.find((kind) => hasClass(element, `${start}${kind}`)) ?? kinds[0]!;
const childElements = (element: Element) => element.children.filter((child): child is Element => child.type === "element");
const fit = (type: string, name: string, value: unknown) => (nodeRules[type]!.attributes[name]!(value) ? { [name]: value } : {});
const whole = (value: unknown) => (typeof value === "string" && /^\d{1,6}$/.test(value) ? Number(value) : typeof value === "number" ? value : undefined);

const heading = (level: number): Handler => (element, into) => {
  const content = into.inline(element.children);
  return content.length > 0 ? [{ type: "heading", attrs: { level }, content }] : [];
};
const gone = (name: LossName | null): Handler => (_element, into) => {
  if (name) into.note(name);
  return [];
};
/** Paragraphs that our own pages say of a block, such as for whom a task is. */
const ourWords = ["callout__word", "learn__word", "tasks__person", "embed__site"];
const within: Handler = (element, into, depth) => into.blocks(element.children, depth);

const handlers: Readonly<Record<string, Handler>> = {
  p: (element, into) => {
    if (ourWords.some((name) => hasClass(element, name))) return [];
    const content = into.inline(element.children);
    return content.length > 0 ? [{ type: "paragraph", content }] : [];
  },
  h1: heading(2), h2: heading(2), h3: heading(3), h4: heading(4), h5: heading(4), h6: heading(4),
  ul: (element, into, depth) => list(element, into, depth, "bulletList"),
  ol: (element, into, depth) => list(element, into, depth, "orderedList"),
  blockquote: (element, into, depth) => wrap("blockquote", {}, within(element, into, depth + 1)),
  hr: () => [{ type: "horizontalRule" }],
  table: (element, into, depth) => table(element, into, depth),
  aside: (element, into, depth) => (hasClass(element, "callout") ? wrap("callout", { kind: kindOf(element, "callout--", calloutKinds) }, within(element, into, depth + 1)) : within(element, into, depth)),
  section: (element, into, depth) => {
    if (!hasClass(element, "learn")) return within(element, into, depth);
    const attrs = { kind: kindOf(element, "learn--", learningKinds), ...fit("learningBlock", "minutes", whole(element.properties["dataMinutes"])), ...fit("learningBlock", "groupSize", whole(element.properties["dataGroupSize"])) };
    return wrap("learningBlock", attrs, within(element, into, depth + 1));
  },
  details: (element, into, depth) => {
    const summary = childElements(element).find(({ tagName }) => tagName === "summary");
    const words = summary ? into.inline(summary.children) : [];
    const rest = into.blocks(element.children.filter((child) => child !== summary), depth + 1);
    return [{ type: "details", content: [{ type: "detailsSummary", ...(words.length > 0 ? { content: words } : {}) }, ...(rest.length > 0 ? rest : [{ type: "paragraph" }])] }];
  },
  pre: (element, into) => {
    into.note("look");
    const content = into.inline(element.children, [], true);
    return content.length > 0 ? [{ type: "paragraph", content }] : [];
  },
  figure: within, figcaption: within, summary: within, div: within, article: within, main: within, header: within, footer: within, nav: within, body: within, html: within, center: within, address: within, dl: within, dt: within, dd: within, fieldset: within, form: within, hgroup: within,
  head: gone(null), style: gone(null), title: gone(null), meta: gone(null), link: gone(null), colgroup: gone(null),
  script: gone("script"), template: gone("script"), noscript: gone(null),
  img: gone("picture"), picture: gone("picture"), svg: gone("picture"), canvas: gone("picture"), map: gone("picture"),
  iframe: gone("media"), object: gone("media"), embed: gone("media"), video: gone("media"), audio: gone("media"), frameset: gone("media"), math: gone("media"),
  input: gone("control"), button: gone("control"), select: gone("control"), textarea: gone("control"),
};

const marks: Readonly<Record<string, Mark>> = { strong: { type: "bold" }, b: { type: "bold" }, em: { type: "italic" }, i: { type: "italic" }, code: { type: "code" }, kbd: { type: "code" }, samp: { type: "code" } };
/** Their insides are no words of the text. */
const neverWords = new Set(["script", "style", "template", "noscript", "head", "title", "meta", "link", "colgroup", "img", "picture", "svg", "canvas", "map", "iframe", "object", "embed", "video", "audio", "frameset", "math", "input", "button", "select", "textarea"]);
const looks = new Set(["u", "s", "del", "strike", "sub", "sup", "mark", "font"]);
const markOrder = ["link", "bold", "italic", "code"];

function wrap(type: string, attrs: Record<string, unknown>, content: ContentNode[]): ContentNode[] {
  return content.length === 0 ? [] : [{ type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), content }];
}

const isCheckbox = (child: Element["children"][number]) => child.type === "element" && child.tagName === "input" && child.properties["type"] === "checkbox";
const boxOf = (item: Element) => [...item.children, ...(childElements(item).find(({ tagName }) => tagName === "p")?.children ?? [])].find((child): child is Element => isCheckbox(child));

function list(element: Element, into: Reader, depth: number, type: "bulletList" | "orderedList"): ContentNode[] {
  const isTasks = hasClass(element, "tasks") || hasClass(element, "contains-task-list");
  const items: ContentNode[] = [];
  let [boxes, done] = [0, [] as boolean[]];
  for (const child of element.children) {
    const item = child.type === "element" && child.tagName === "li" ? child : null;
    if (!item) {
      // Some programs put a list straight into a list: it belongs to the item before it.
      const loose = into.blocks([child], depth + 1);
      if (loose.length > 0 && items.length > 0) items.at(-1)!.content!.push(...loose);
      else if (loose.length > 0) items.push({ type: "listItem", content: loose });
      continue;
    }
    const box = boxOf(item);
    if (box) boxes += 1;
    done[items.length] = box ? "checked" in box.properties && box.properties["checked"] !== false : hasClass(item, "tasks__item--done");
    const content = into.blocks(box || isTasks ? withoutBox(item) : item.children, depth + 1);
    items.push({ type: "listItem", content: content.length > 0 ? content : [{ type: "paragraph" }] });
  }
  if (items.length === 0) return [];
  if (isTasks || boxes === items.length) return [{ type: "taskList", content: items.map((item, index) => ({ ...item, type: "taskItem", attrs: { checked: done[index] === true } })) }];
  const start = type === "orderedList" ? whole(element.properties["start"]) : undefined;
  // The schema wants a paragraph first in an item.
  for (const item of items) if (item.content![0]!.type !== "paragraph") item.content!.unshift({ type: "paragraph" });
  return [{ type, ...(type === "orderedList" ? { attrs: { start: start !== undefined && nodeRules["orderedList"]!.attributes["start"]!(start) ? start : 1 } } : {}), content: items }];
}

function withoutBox(item: Element): Element["children"] {
  const clean = (children: Element["children"]) => children.filter((child) => !isCheckbox(child) && !(child.type === "element" && hasClass(child, "visually-hidden")));
  return clean(item.children).map((child) => (child.type === "element" && child.tagName === "p" ? { ...child, children: clean(child.children) } : child));
}

function table(element: Element, into: Reader, depth: number): ContentNode[] {
  const rows: ContentNode[] = [];
  const before: ContentNode[] = [];
  const read = (part: Element) => {
    for (const child of childElements(part)) {
      if (["thead", "tbody", "tfoot"].includes(child.tagName)) read(child);
      else if (child.tagName === "caption") before.push(...into.blocks(child.children, depth + 1));
      else if (child.tagName === "tr") {
        const cells = childElements(child).filter(({ tagName }) => tagName === "td" || tagName === "th");
        if (cells.length > 0) rows.push({ type: "tableRow", content: cells.map((cell) => readCell(cell, into, depth)) });
      }
    }
  };
  read(element);
  return [...before, ...wrap("table", {}, rows)];
}

function readCell(cell: Element, into: Reader, depth: number): ContentNode {
  const type = cell.tagName === "th" ? "tableHeader" : "tableCell";
  const content = into.blocks(cell.children, depth + 1);
  const span = (name: string, value: unknown) => (value === 1 ? {} : fit(type, name, value));
  const attrs = { ...span("colspan", whole(cell.properties["colSpan"])), ...span("rowspan", whole(cell.properties["rowSpan"])) };
  return { type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

class Reader {
  readonly lost: Loss = {};
  private boxes = 0;

  note(name: LossName): void {
    this.lost[name] = (this.lost[name] ?? 0) + 1;
  }

  /** Blocks; running text between them becomes paragraphs. */
  blocks(children: readonly Nodes[], depth: number): ContentNode[] {
    if (depth > deepest || this.boxes > boxesAtMost) {
      this.note("depth");
      const words = wordsOf(children);
      return words ? [{ type: "paragraph", content: [{ type: "text", text: words }] }] : [];
    }
    this.boxes += 1;
    const made: ContentNode[] = [];
    let run: Nodes[] = [];
    const close = () => {
      const content = this.inline(run);
      run = [];
      if (content.length > 0) made.push({ type: "paragraph", content });
    };
    for (const child of children) {
      if (child.type === "element" && this.isBlock(child)) {
        close();
        made.push(...(handlers[child.tagName] ?? within)(child, this, depth));
      } else run.push(child);
    }
    close();
    this.boxes -= 1;
    return made;
  }

  /** An unknown element is a block when one stands in it. */
  private isBlock(element: Element, depth = 0): boolean {
    if (Object.hasOwn(handlers, element.tagName)) return true;
    return depth <= deepest && childElements(element).some((child) => this.isBlock(child, depth + 1));
  }

  /** Running text, without blank ends. */
  inline(children: readonly Nodes[], around: readonly Mark[] = [], keepLines = false): ContentNode[] {
    const made: ContentNode[] = [];
    this.runOf(children, around, keepLines, made, 0);
    return tidy(made);
  }

  private runOf(children: readonly Nodes[], around: readonly Mark[], keepLines: boolean, made: ContentNode[], depth: number): void {
    for (const child of children) {
      if (child.type === "text") {
        const lines = keepLines ? writable(child.value).split("\n") : [writable(child.value.replace(/[ \t\r\n\f]+/g, " "))];
        lines.forEach((text, index) => {
          if (index > 0) made.push({ type: "hardBreak" });
          if (text) made.push({ type: "text", text, ...(around.length > 0 ? { marks: [...around] } : {}) });
        });
      } else if (child.type === "element") this.elementIn(child, around, keepLines, made, depth);
    }
  }

  private elementIn(element: Element, around: readonly Mark[], keepLines: boolean, made: ContentNode[], depth: number): void {
    const { tagName, children } = element;
    if (tagName === "br") return void made.push({ type: "hardBreak" });
    if (depth > deepest * 3) {
      const words = wordsOf(children);
      this.note("depth");
      if (words) made.push({ type: "text", text: words });
      return;
    }
    if (neverWords.has(tagName)) return void handlers[tagName]!(element, this, depth);
    if (looks.has(tagName)) this.note("look");
    this.runOf(children, this.markedBy(element, around), keepLines, made, depth + 1);
  }

  private markedBy(element: Element, around: readonly Mark[]): readonly Mark[] {
    const mark = element.tagName === "a" ? this.linkOf(element) : marks[element.tagName];
    if (!mark || around.some(({ type }) => type === mark.type)) return around;
    return [...around, mark].sort((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type));
  }

  private linkOf(element: Element): Mark | undefined {
    const href = element.properties["href"];
    if (typeof href !== "string" || href.startsWith("#")) return undefined;
    if (isAllowedAddress(href)) return { type: "link", attrs: { href } };
    this.note("address");
    return undefined;
  }
}

const sameMarks = (a: ContentNode, b: ContentNode) => JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);

/** One space between words, none at the ends or around a line break; neighbours with the same marks become one. */
function tidy(run: readonly ContentNode[]): ContentNode[] {
  const made: ContentNode[] = [];
  let open = false;
  for (const node of run) {
    const last = made.at(-1);
    if (node.type !== "text") {
      trimEnd(made);
      made.push(node);
      open = false;
      continue;
    }
    const text = open && last?.text?.endsWith(" ") !== true ? node.text! : node.text!.replace(/^ +/, "");
    if (!text) continue;
    if (last?.type === "text" && sameMarks(last, node)) last.text += text;
    else made.push({ ...node, text });
    open = true;
  }
  trimEnd(made);
  while (made.at(-1)?.type === "hardBreak") made.pop();
  while (made[0]?.type === "hardBreak") made.shift();
  return made;
}

function trimEnd(made: ContentNode[]): void {
  const last = made.at(-1);
  if (last?.type !== "text") return;
  last.text = last.text!.replace(/ +$/, "");
  if (last.text === "") made.pop();
}

/** The words in it, without going into itself: it may be nested as deep as somebody liked. */
function wordsOf(children: readonly Nodes[]): string {
  const words: string[] = [];
  const todo: Nodes[] = [...children].reverse();
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.type === "text") words.push(next.value);
    else if ("children" in next && !(next.type === "element" && ["script", "style", "template"].includes(next.tagName))) for (let at = next.children.length - 1; at >= 0; at -= 1) todo.push(next.children[at]!);
  }
  return writable(words.join(" ")).replace(/\s+/g, " ").trim();
}
