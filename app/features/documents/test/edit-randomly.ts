import * as Y from "yjs";
import { bodyField } from "../content-rules";
import type { Random } from "~/platform/test/random";

const words = ["samen ", "leren", "👩‍🌾", "é", "e\u0301", "\u{1F6B2}", " fiets", "Veurne", "🇧🇪", "\n", "ij"];
const addresses = ["https://example.org/a?b=c", "mailto:hulp@example.org", "http://example.org"];

/** One edit of a kind that the editor makes: typing, pasting, marking, removing, splitting, a list, a heading. */
export function editRandomly(doc: Y.Doc, random: Random): void {
  const body = doc.getXmlFragment(bodyField);
  doc.transact(() => {
    const texts = textsIn(body);
    const text = texts.length > 0 ? random.pick(texts) : null;
    const kind = random.below(10);
    if (!text || kind === 0) return body.insert(random.below(body.length + 1), [paragraph(random.pick(words))]);
    if (kind === 1) return body.insert(random.below(body.length + 1), [list(random.pick(words), random.pick(words))]);
    if (kind === 2 && body.length > 1) return body.delete(random.below(body.length), 1);
    if (kind === 3) return heading(body, random);
    const places = placesIn(text);
    const [from, to] = [random.pick(places), random.pick(places)].sort((a, b) => a - b) as [number, number];
    if (to > from && kind === 4) return text.delete(from, to - from);
    if (to > from && kind <= 6) {
      const mark = random.pick([{ bold: {} }, { italic: {} }, { bold: null }, { link: { href: random.pick(addresses) } }]);
      return text.format(from, to - from, mark);
    }
    text.insert(from, random.pick(words));
  });
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

function list(...items: string[]): Y.XmlElement {
  const element = new Y.XmlElement("bulletList");
  element.insert(0, items.map((words) => {
    const item = new Y.XmlElement("listItem");
    item.insert(0, [paragraph(words)]);
    return item;
  }));
  return element;
}

function heading(body: Y.XmlFragment, random: Random): void {
  const element = new Y.XmlElement<{ level: number }>("heading");
  element.setAttribute("level", 2 + random.below(3));
  element.insert(0, [new Y.XmlText(random.pick(words))]);
  body.insert(random.below(body.length + 1), [element as Y.XmlElement]);
}

/** Places between signs: a caret never stands inside one that takes two places. */
function placesIn(text: Y.XmlText): number[] {
  const places = [0];
  for (const sign of (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join("")) places.push(places.at(-1)! + sign.length);
  return places;
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}
