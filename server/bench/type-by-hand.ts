import * as Y from "yjs";
import { bodyField } from "~/features/documents/content-rules";
import { openDoc } from "~/features/documents/open-doc";
import { randomFrom, type Random } from "~/platform/test/random";

/** A text as people typed it: each stroke that changed something, in order, and what stands there in the end. */
export interface TypedText {
  strokes: { client: number; update: Uint8Array }[];
  paragraphs: string[];
}

const words = "samen leren wij fietsen naar de markt en dan vragen we wie er mee wil op donderdag want de bus rijdt niet meer na zes uur dus iemand brengt koffie en een kaart van het dorp".split(" ");
const signs = "abcdefghijklmnoprstuvw";

/** Paragraphs in one update of a text that nobody corrected: as much as a push may hold. */
const together = 100;

/** A sentence as somebody means to write it. */
function sentence(random: Random): string {
  const said = Array.from({ length: 6 + random.below(12) }, () => random.pick(words)).join(" ");
  return `${said[0]!.toUpperCase()}${said.slice(1)}. `;
}

/** How often somebody opens the page anew, which gives them another client of Yjs; in strokes. */
const sitting = 800;
/** How often a sign is meant and another comes, one to three of them: with words chosen again some seven strokes in a hundred take something back. */
const slips = 0.03;

/**
 * Some people write one text, key by key: each sentence in a place of their own or at the end, with slips that are taken back, words
 * that are chosen again, sentences that go out, paragraphs that are parted, and a new sitting now and then.
 */
export function typeByHand(count: number, writers: number, seed = 7): TypedText {
  const random = randomFrom(seed);
  const doc = openDoc();
  const body = doc.getXmlFragment(bodyField);
  const strokes: TypedText["strokes"] = [];
  const clients = Array.from({ length: writers }, () => ({ id: 0, left: 0 }));
  let writer = 0;
  doc.on("update", (update: Uint8Array) => strokes.push({ client: doc.clientID, update }));
  const stroke = (change: () => void) => {
    const at = clients[writer]!;
    if (at.left === 0) Object.assign(at, { id: 1 + random.below(2 ** 31), left: sitting });
    at.left -= 1;
    doc.clientID = at.id;
    doc.transact(change);
  };
  const addParagraph = (at: number, text = "") => body.insert(at, [paragraphOf(text)]);
  const textAt = (at: number) => (body.get(at) as Y.XmlElement).get(0) as Y.XmlText;
  const type = (text: Y.XmlText, from: number, said: string) => {
    let at = from;
    const put = (sign: string) => stroke(() => text.insert(at++, sign));
    const back = () => stroke(() => text.delete((at -= 1), 1));
    for (const sign of said) {
      if (random.chance(slips)) {
        const wrong = 1 + random.below(3);
        for (let n = 0; n < wrong; n += 1) put(random.pick([...signs]));
        for (let n = 0; n < wrong; n += 1) back();
      }
      put(sign);
    }
  };
  stroke(() => addParagraph(0));
  while (strokes.length < count) {
    writer = random.below(writers);
    const kind = random.next();
    const place = random.below(body.length);
    const text = textAt(kind < 0.6 ? body.length - 1 : place);
    if (kind < 0.75) {
      if (text.length > 350) stroke(() => addParagraph(kind < 0.6 ? body.length : place + 1));
      else type(text, text.length, sentence(random));
    } else if (text.length > 60) {
      const from = random.below(text.length - 20);
      if (kind < 0.92) {
        const length = 3 + random.below(8);
        for (let n = length; n > 0; n -= 1) stroke(() => text.delete(from + n - 1, 1));
        type(text, from, `${random.pick(words)} `);
      } else if (kind < 0.97) stroke(() => text.delete(from, Math.min(text.length - from, 20 + random.below(60))));
      else stroke(() => part(text, from, (rest) => addParagraph(place + 1, rest)));
    }
  }
  const asked = strokes.slice(0, count);
  return { strokes: asked, paragraphs: wordsOf(readAll(asked)) };
}

/** The same words from one hand, from the first to the last without a slip: each paragraph at once, the last one sign by sign, as many as `newest`. */
export function typeOnce(paragraphs: string[], newest = 1): TypedText {
  const doc = openDoc();
  const body = doc.getXmlFragment(bodyField);
  const strokes: TypedText["strokes"] = [];
  doc.on("update", (update: Uint8Array) => strokes.push({ client: doc.clientID, update }));
  const whole = [...paragraphs];
  const last = whole.pop()!;
  const end = last.slice(-newest);
  for (let at = 0; at < whole.length; at += together) doc.transact(() => body.insert(at, whole.slice(at, at + together).map(paragraphOf)));
  doc.transact(() => body.insert(whole.length, [paragraphOf(last.slice(0, last.length - end.length))]));
  const text = (body.get(whole.length) as Y.XmlElement).get(0) as Y.XmlText;
  for (const sign of end) doc.transact(() => text.insert(text.length, sign));
  return { strokes, paragraphs };
}

/** Paragraphs of so many bytes in all, from the same words. */
export function paragraphsOf(bytes: number, seed = 11): string[] {
  const random = randomFrom(seed);
  const paragraphs: string[] = [];
  for (let left = bytes; left > 0; left -= paragraphs.at(-1)!.length) paragraphs.push(sentence(random) + sentence(random));
  return paragraphs;
}

/** A paragraph as the editor makes it. */
export function paragraphOf(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  return paragraph;
}

/** What Enter within a paragraph does: the second half goes to one of its own. */
function part(text: Y.XmlText, at: number, add: (rest: string) => void): void {
  const rest = text.toString().slice(at);
  text.delete(at, rest.length);
  add(rest);
}

/** The document that strokes make together. */
function readAll(strokes: TypedText["strokes"]): Y.Doc {
  const doc = openDoc();
  doc.transact(() => strokes.forEach(({ update }) => Y.applyUpdate(doc, update)));
  return doc;
}

/** What stands in each paragraph of a document. */
export function wordsOf(doc: Y.Doc): string[] {
  return doc.getXmlFragment(bodyField).toArray().map((paragraph) => ((paragraph as Y.XmlElement).get(0) as Y.XmlText).toString());
}
