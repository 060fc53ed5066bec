import { linkAt, type Link } from "./read-link";

export type Inline = { kind: "text"; text: string } | { kind: "mention"; text: string } | { kind: "strong" | "em"; children: Inline[] } | Link;

/** A name in the text, after an "@": over how many UTF-16 units, and what to show for it. */
export interface NamedAt {
  length: number;
  text: string;
}

/** Names by where they begin. */
export type Names = ReadonlyMap<number, NamedAt>;

const noNames: Names = new Map();

/** A text as paragraphs and lists. Only text in it: whoever draws it makes the elements, and escapes as any text. */
export type Block = { kind: "paragraph"; lines: Inline[][] } | { kind: "list"; ordered: boolean; start: number; items: Inline[][] };

/** "- bread", "* bread", "1. bread", "1) bread". */
const listItem = /^ {0,3}(?:[-*•]|(\d{1,3})[.)]) +(?=\S)/;

/**
 * Reads the few marks that may stand in a message: `**bold**`, `*italic*` or `_italic_`, lists, links. A blank line
 * begins a paragraph, a single line break stays one. Never fails, and takes time in proportion to the text.
 */
export function parseMarks(text: string, names: Names = noNames): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  const begin = <B extends Block>(block: B): B => {
    blocks.push(block);
    open = block;
    return block;
  };
  let at = 0;
  for (const line of text.split("\n")) {
    const item = listItem.exec(line);
    const last = open as Block | null;
    if (item) {
      const ordered = item[1] !== undefined;
      const list = last?.kind === "list" && last.ordered === ordered ? last : begin({ kind: "list", ordered, start: Number(item[1] ?? 1), items: [] });
      list.items.push(parseLine(line.slice(item[0].length), names, at + item[0].length));
    } else if (line.trim() === "") {
      open = null;
    } else {
      const paragraph = last?.kind === "paragraph" ? last : begin({ kind: "paragraph", lines: [] });
      paragraph.lines.push(parseLine(line, names, at));
    }
    at += line.length + 1;
  }
  return blocks;
}

/** A mark that was opened, with what stands in it so far; the first one is the line itself. */
interface Frame {
  mark: "" | "*" | "_" | "**";
  /** Where its words begin. */
  from: number;
  children: Inline[];
}

/** Where something may begin or end; all else is plain. */
const signs = /[*_[@]|https?:\/\/|mailto:|www\./gi;
const isSpace = /\s/;
const isLetter = /[\p{L}\p{N}]/u;
/** A mark begins a word and ends one: what stands in the middle of one is a sign like any other (5*3*2, een_naam). */
const mayStandBefore = /[\s("'“‘«[–—/]/;
const mayStandAfter = /[\s.,;:!?)"'”’»\]…*_–—/]/;

/** @param start where the line stands in the text */
function parseLine(line: string, names: Names, start: number): Inline[] {
  const frames: Frame[] = [{ mark: "", from: 0, children: [] }];
  const top = () => frames[frames.length - 1]!;
  /** Everything before it stands in a frame. */
  let done = 0;
  /** Everything before it was searched for letters; where the last one stood. */
  let searched = 0;
  let lastLetter = -1;

  const flush = (until: number) => {
    if (until > done) addText(top().children, line.slice(done, until));
    done = until;
  };
  const hasLetter = (from: number, until: number) => {
    for (; searched < until; searched += 1) if (isLetter.test(line[searched]!)) lastLetter = searched;
    return lastLetter >= from;
  };
  /** A mark that is not closed is a sign like any other. */
  const giveUp = (index: number) => {
    const [{ mark, children }] = frames.splice(index, 1) as [Frame];
    const before = frames[index - 1]!.children;
    addText(before, mark);
    for (const child of children) add(before, child);
  };
  const close = (at: number, left: number): number => {
    let index = frames.length - 1;
    while (index > 0 && (frames[index]!.mark[0] !== line[at] || frames[index]!.mark.length > left)) index -= 1;
    const frame = frames[index]!;
    if (index === 0 || !hasLetter(frame.from, at)) return 0;
    flush(at);
    while (frames.length - 1 > index) giveUp(frames.length - 1);
    frames.pop();
    top().children.push({ kind: frame.mark === "**" ? "strong" : "em", children: frame.children });
    done = at + frame.mark.length;
    return frame.mark.length;
  };
  const opened = (at: number, mark: Frame["mark"]) => {
    const same = frames.findIndex((frame) => frame.mark === mark);
    flush(at);
    if (same > 0) giveUp(same);
    done = at + mark.length;
    frames.push({ mark, from: done, children: [] });
  };
  const readMarks = (at: number, end: number) => {
    const before = line[at - 1];
    const after = line[end];
    let place = at;
    if (before !== undefined && !isSpace.test(before) && (after === undefined || mayStandAfter.test(after))) {
      for (let length = close(place, end - place); length > 0; length = place < end ? close(place, end - place) : 0) place += length;
    }
    if (place > at || after === undefined || isSpace.test(after) || (before !== undefined && done !== at && !mayStandBefore.test(before))) return;
    if (line[at] === "_") return opened(at, "_");
    if (end - at > 1) opened(at, "**");
    if (end - at !== 2) opened(end - 1, "*");
  };

  signs.lastIndex = 0;
  for (let sign = signs.exec(line); sign; sign = signs.exec(line)) {
    const at = sign.index;
    if (sign[0] === "*" || sign[0] === "_") {
      let end = at + 1;
      while (line[end] === sign[0]) end += 1;
      if (end - at <= (sign[0] === "*" ? 3 : 1)) readMarks(at, end);
      signs.lastIndex = end;
      continue;
    }
    const name = sign[0] === "@" ? names.get(start + at) : undefined;
    if (name) {
      flush(at);
      top().children.push({ kind: "mention", text: name.text });
      done = signs.lastIndex = at + name.length;
      continue;
    }
    const link = linkAt(line, at, done);
    if (!link) continue;
    signs.lastIndex = link.to;
    if (!link.node) continue;
    flush(link.from);
    top().children.push(link.node);
    done = link.to;
  }
  flush(line.length);
  while (frames.length > 1) giveUp(frames.length - 1);
  return frames[0]!.children;
}

function add(to: Inline[], node: Inline): void {
  if (node.kind === "text") addText(to, node.text);
  else to.push(node);
}

function addText(to: Inline[], text: string): void {
  const last = to[to.length - 1];
  if (last?.kind === "text") last.text += text;
  else if (text !== "") to.push({ kind: "text", text });
}
