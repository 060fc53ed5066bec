import * as Y from "yjs";
import { bodyField, calloutKinds, learningKinds } from "../content-rules";
import type { Random } from "~/platform/test/random";

/** Signs of one and of two places, several that show as one, and writing from right to left with the marks that turn it around. */
const words = [
  ...["samen ", "leren", "é", "e\u0301", " fiets", "Veurne", "\n", "ij"],
  ...["👩‍🌾", "\u{1F6B2}", "🇧🇪", "👍🏽", "👨‍👩‍👧‍👦", "𝄞", "✊"],
  ...["سلام ", "שָׁלוֹם", "a\u202eb\u202c", "\u2067مرحبا\u2069 ", "عربي 123", "漢字"],
];
/** Signs that share their first place with one another: an editor that compares places, not signs, would leave halves. */
const kin = ["👩", "👨", "👧", "👦"];
const addresses = ["https://example.org/a?b=c", "mailto:hulp@example.org", "http://example.org"];
const cards = ["https://example.org/film", "https://example.org:8443/a?b=c"];

/** One edit of a kind that the editor makes: typing, pasting, marking, removing, splitting, a list, a heading. */
export function editRandomly(doc: Y.Doc, random: Random): void {
  const body = doc.getXmlFragment(bodyField);
  doc.transact(() => {
    const texts = textsIn(body);
    const text = texts.length > 0 ? random.pick(texts) : null;
    const kind = random.below(14);
    if (!text || kind === 0) return body.insert(random.below(body.length + 1), [paragraph(random.pick(words))]);
    if (kind === 1) return body.insert(random.below(body.length + 1), [list(random.pick(words), random.pick(words))]);
    if (kind === 2 && body.length > 1) return body.delete(random.below(body.length), 1);
    if (kind === 3) return heading(body, random);
    if (kind === 10) return body.insert(random.below(body.length + 1), [random.pick(madeBlocks)(random)]);
    if (kind === 11 && changeBlock(body, random)) return;
    if (kind === 12) return (text.parent as Y.XmlElement).nodeName === "paragraph" ? (text.parent as Y.XmlElement).insert(0, [element("mention", { person: anyId })]) : undefined;
    if (kind === 13) return exchangeSign(text, random);
    const places = placesIn(text);
    const [from, to] = [random.pick(places), random.pick(places)].sort((a, b) => a - b) as [number, number];
    if (to > from && kind === 4) return text.delete(from, to - from);
    if (to > from && kind <= 6) {
      const mark = random.pick([{ bold: {} }, { italic: {} }, { bold: null }, { code: {} }, { link: { href: random.pick(addresses) } }]);
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

const anyId = "0b5e8b1e-7b1a-4c6e-9d0a-3f2c1d4e5f60";

function element(name: string, attributes: Record<string, unknown> = {}, children: (Y.XmlElement | Y.XmlText)[] = []): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}

const task = (random: Random) => element("taskItem", { checked: random.chance(0.5), ...(random.chance(0.3) ? { person: anyId } : {}) }, [paragraph(random.pick(words))]);
const row = (random: Random, cell: string) => element("tableRow", {}, [element(cell, {}, [paragraph(random.pick(words))]), element(cell, { colspan: 1 + random.below(2) }, [paragraph(random.pick(words))])]);

/** What the second version of the schema brought, as the editor makes it. */
const madeBlocks: ((random: Random) => Y.XmlElement)[] = [
  (random) => element("taskList", {}, [task(random), task(random)]),
  (random) => element("table", {}, [row(random, "tableHeader"), row(random, "tableCell")]),
  (random) => element("callout", { kind: random.pick(calloutKinds) }, [paragraph(random.pick(words))]),
  (random) => element("details", {}, [element("detailsSummary", {}, [new Y.XmlText(random.pick(words))]), paragraph(random.pick(words))]),
  (random) => element("learningBlock", { kind: random.pick(learningKinds), minutes: 1 + random.below(90), groupSize: 1 + random.below(30) }, [paragraph(random.pick(words))]),
  (random) => element("image", { picture: anyId, alt: `${random.pick(words)}!` }),
  (random) => element("embed", { href: random.pick(cards) }),
  () => element("horizontalRule"),
];

/** Ticks a task, gives a cell a neighbour, adds to what a block holds, or takes it out. Whether there was one. */
function changeBlock(body: Y.XmlFragment, random: Random): boolean {
  const some = elementsIn(body).filter(({ nodeName }) => ["taskItem", "tableRow", "details", "learningBlock", "callout", "tableCell"].includes(nodeName));
  if (some.length === 0) return false;
  const one = random.pick(some);
  if (one.nodeName === "taskItem") one.setAttribute("checked", random.chance(0.5) as unknown as string);
  else if (one.nodeName === "learningBlock") one.setAttribute("minutes", (1 + random.below(90)) as unknown as string);
  else if (one.nodeName === "tableRow") one.insert(random.below(one.length + 1), [element("tableCell", {}, [paragraph(random.pick(words))])]);
  else one.insert(one.length, [paragraph(random.pick(words))]);
  if (one.length > 2 && random.chance(0.3)) one.delete(random.below(one.length), 1);
  return true;
}

/** Puts another sign in the place of one that begins alike, as choosing another skin or person does; where there is none yet, one comes. */
function exchangeSign(text: Y.XmlText, random: Random): void {
  const found = placesIn(text).filter((place) => kin.includes(wordsOf(text).slice(place, place + 2)));
  const at = found.length > 0 ? random.pick(found) : random.pick(placesIn(text));
  if (found.length > 0) text.delete(at, 2);
  text.insert(at, random.pick(kin));
}

function elementsIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().flatMap((child) => (child instanceof Y.XmlElement ? [child, ...elementsIn(child)] : []));
}

/** Places between signs: a caret never stands inside one that takes two places. */
function placesIn(text: Y.XmlText): number[] {
  const places = [0];
  for (const sign of wordsOf(text)) places.push(places.at(-1)! + sign.length);
  return places;
}

function wordsOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join("");
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}
