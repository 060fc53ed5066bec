import * as Y from "yjs";
import { bodyField } from "../content-rules";

/**
 * The words that are in these edits and still stand in the text, a line per paragraph: what somebody would lose. Words that
 * were taken away again, and layout, are not in it.
 */
export function unsavedText(doc: Y.Doc, updates: readonly Uint8Array[]): string {
  const fresh = new Map<number, { from: number; to: number }[]>();
  for (const update of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      const { client, clock } = struct.id;
      fresh.set(client, [...(fresh.get(client) ?? []), { from: clock, to: clock + struct.length }]);
    }
  }
  const lines: string[] = [];
  for (const text of textsIn(doc.getXmlFragment(bodyField))) {
    let line = "";
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      for (const { from, to } of fresh.get(item.id.client) ?? []) {
        const [start, end] = [Math.max(0, from - item.id.clock), Math.min(item.length, to - item.id.clock)];
        if (end > start) line += item.content.str.slice(start, end);
      }
    }
    if (line) lines.push(line);
  }
  return lines.join("\n");
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}
