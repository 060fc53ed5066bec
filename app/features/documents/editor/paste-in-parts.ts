import { Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { limits } from "~/platform/limits";

/** Half of what one transaction may be: its Yjs update is larger than its text. */
const partBytes = limits.documentTransactionBytes / 2;
/** Above this a paste is refused with a sentence. */
const pasteAtMostBytes = limits.liveEventBytes;

/** The size of content as bytes of JSON: more than its text, about what its update takes. */
export function bytesOfContent(content: { toJSON: () => unknown }): number {
  return new TextEncoder().encode(JSON.stringify(content.toJSON())).length;
}

/**
 * What is pasted, in parts that each fit in one push. Whatever is too large in itself, such as a list of a thousand lines,
 * becomes plain paragraphs. Null when it all fits at once, "too_large" when it is too much to paste.
 */
export function partsOf(slice: Slice, schema: Schema): Slice[] | "too_large" | null {
  const size = bytesOfContent(slice.content);
  if (size > pasteAtMostBytes) return "too_large";
  if (size <= partBytes) return null;
  const nodes: Node[] = [];
  slice.content.forEach((node) => nodes.push(...(node.isText || bytesOfContent(node) > partBytes ? asParagraphs(node, schema) : [node])));
  const parts: Slice[] = [];
  let part: Node[] = [];
  let bytes = 0;
  for (const node of nodes) {
    const more = bytesOfContent(node);
    if (part.length > 0 && bytes + more > partBytes) {
      parts.push(new Slice(Fragment.from(part), 0, 0));
      [part, bytes] = [[], 0];
    }
    part.push(node);
    bytes += more;
  }
  parts.push(new Slice(Fragment.from(part), 0, 0));
  return parts;
}

/** The words of a node as paragraphs that fit; never cut inside a sign that takes two places. */
function asParagraphs(node: Node, schema: Schema): Node[] {
  const text = node.isText ? (node.text ?? "") : node.textBetween(0, node.content.size, "\n", "\n");
  return text.split("\n").flatMap((line) => {
    const pieces: Node[] = [];
    // Three bytes is the most that a letter of a string takes.
    const most = Math.floor(partBytes / 3);
    for (let from = 0; from < line.length; ) {
      let to = Math.min(line.length, from + most);
      if (/[\ud800-\udbff]/.test(line[to - 1]!) && to < line.length) to -= 1;
      pieces.push(schema.node("paragraph", null, [schema.text(line.slice(from, to))]));
      from = to;
    }
    return pieces;
  });
}

/** Puts the parts into the text, one transaction each, one after another. */
export function pasteParts(view: EditorView, parts: readonly Slice[]): void {
  for (const part of parts) view.dispatch(view.state.tr.replaceSelection(part).setMeta("paste", true).scrollIntoView());
}
