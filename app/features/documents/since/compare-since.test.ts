import { updateYFragment } from "@tiptap/y-tiptap";
import { Node } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { bodyField, type ContentNode } from "../content";
import { openDoc } from "../open-doc";
import { contentSchema } from "../schema";
import { seedDoc } from "../worker/project";
import { compareSince, type Since } from "./compare-since";

const schema = contentSchema();
const heading = (text: string): ContentNode => ({ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text }] });
const paragraph = (text: string): ContentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });

/** What somebody with this client id made of a text. */
function changed(state: Uint8Array, client: number, content: ContentNode): Uint8Array {
  const mine = openDoc();
  mine.clientID = client;
  Y.applyUpdate(mine, state);
  mine.transact(() => updateYFragment(mine, mine.getXmlFragment(bodyField), Node.fromJSON(schema, content), { mapping: new Map(), isOMark: new Map() }));
  return Y.encodeStateAsUpdate(mine);
}

const drawn = ({ parts }: Since) =>
  parts.map(({ title, section, added, removed, clients, blocks }) => [section, title, added, removed, clients, blocks.map(({ pieces }) => pieces.map(({ text, change }) => (change === "added" ? `+${text.trim()}+` : change === "removed" ? `-${text.trim()}-` : text)).join("")).join(" / ")]);

const start = doc(paragraph("Hallo."), heading("Wie"), paragraph("Noor en Jef."), heading("Waar"), paragraph("In de zaal."));
const begun = seedDoc(start).snapshot;

test("shows each part with its words, and whose client wrote them there", () => {
  const one = changed(begun, 11, doc(paragraph("Hallo."), heading("Wie"), paragraph("Noor, Lies en Jef."), heading("Waar"), paragraph("In de zaal.")));
  const two = changed(one, 22, doc(paragraph("Hallo."), heading("Wie"), paragraph("Noor, Lies en Jef."), heading("Waar"), paragraph("In de grote zaal beneden.")));
  expect(drawn(compareSince([begun], two))).toEqual([
    [1, "Wie", 1, 0, [11], "Noor+, Lies+en Jef."],
    [2, "Waar", 2, 0, [22], "In de +grote+zaal +beneden+."],
  ]);
  // The state of then may come as a version with rows after it.
  const later = Y.encodeStateAsUpdate(opened(two), Y.encodeStateVector(opened(one)));
  expect(drawn(compareSince([one, later], two))).toEqual([]);
  expect(compareSince([one], two)).toMatchObject({ added: 2, removed: 0, headings: true, parts: [{ title: "Waar", clients: [22] }] });
});

test("a part that is gone, one that is new, one with another name; nobody is named for words that only went", () => {
  const now = changed(begun, 33, doc(paragraph("Hallo."), heading("Wie doet mee"), paragraph("Noor."), heading("Wanneer"), paragraph("Zondag.")));
  const { parts } = compareSince([begun], now);
  expect(parts.map(({ title, section, isNew, blocks }) => [section, title, isNew, blocks.some((block) => block.section)])).toEqual([
    [1, "Wie doet mee", false, true],
    [2, "Wanneer", false, true],
  ]);
  const added = compareSince([begun], changed(begun, 55, doc(...start.content!, heading("Wanneer"), paragraph("Zondag."))));
  expect(added.parts.map(({ isNew, title, added: words, blocks }) => [isNew, title, words, blocks.length])).toEqual([[true, "Wanneer", 2, 1]]);
  const gone = compareSince([begun], changed(begun, 44, doc(paragraph("Hallo."), heading("Waar"), paragraph("In de zaal."))));
  expect(drawn(gone)).toEqual([[null, "Wie", 0, 4, [], "-Noor en Jef.-"]]);
});

test("a text without headings is one part, and what only looks otherwise is none", () => {
  const plain = seedDoc(doc(paragraph("Een tekst."))).snapshot;
  expect(drawn(compareSince([plain], changed(plain, 5, doc(paragraph("Een korte tekst.")))))).toEqual([[0, "", 1, 0, [5], "Een +korte+tekst."]]);
  const bold = changed(plain, 5, doc({ type: "paragraph", content: [{ type: "text", text: "Een tekst.", marks: [{ type: "bold" }] }] }));
  expect(compareSince([plain], bold)).toEqual({ parts: [], added: 0, removed: 0, headings: false });
});

test("a heading within a block begins no part", () => {
  const within = seedDoc(doc({ type: "callout", attrs: { kind: "tip" }, content: [heading("Tip"), paragraph("Neem de bus.")] }, heading("Waar"), paragraph("Hier."))).snapshot;
  const now = changed(within, 7, doc({ type: "callout", attrs: { kind: "tip" }, content: [heading("Tip"), paragraph("Neem de gele bus.")] }, heading("Waar"), paragraph("Daar.")));
  expect(drawn(compareSince([within], now)).map(([section, title, added, removed, clients]) => [section, title, added, removed, clients])).toEqual([
    [0, "", 1, 0, [7]],
    [1, "Waar", 1, 1, [7]],
  ]);
});

function opened(state: Uint8Array): Y.Doc {
  const made = openDoc();
  Y.applyUpdate(made, state);
  return made;
}
