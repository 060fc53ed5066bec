import { expect, it } from "vitest";
import * as Y from "yjs";
import { bodyField } from "../content-rules";
import { peopleIn, plainTextOf, schemaVersionOf, type ContentNode } from "../content";
import { openDoc } from "../open-doc";
import { projectDoc, seedDoc } from "../worker/project";

const text = (words: string): ContentNode => ({ type: "text", text: words });
const paragraph = (words: string): ContentNode => ({ type: "paragraph", content: [text(words)] });
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });
const person = "0b5e8b1e-7b1a-4c6e-9d0a-3f2c1d4e5f60";

const cell = (type: string, words: string): ContentNode => ({ type, content: [paragraph(words)] });
const full = doc(
  { type: "taskList", content: [{ type: "taskItem", attrs: { checked: true, person }, content: [paragraph("zaal")] }] },
  { type: "table", content: [{ type: "tableRow", content: [cell("tableHeader", "wat"), cell("tableCell", "wie")] }] },
  { type: "callout", attrs: { kind: "tip" }, content: [paragraph("raad")] },
  { type: "details", content: [{ type: "detailsSummary", content: [text("kort")] }, paragraph("lang")] },
  { type: "learningBlock", attrs: { kind: "activity", minutes: 20 }, content: [paragraph("doen")] },
  { type: "image", attrs: { picture: person, alt: "een fiets" } },
  { type: "embed", attrs: { href: "https://example.org/film", title: "Film" } },
  { type: "horizontalRule" },
  { type: "paragraph", content: [text("vraag "), { type: "mention", attrs: { person } }] },
);

it("keeps everything on its way through the log: element, attribute and words", () => {
  const seeded = seedDoc(full);
  const again = openDoc();
  Y.applyUpdate(again, seeded.snapshot);
  const projected = projectDoc(again);
  expect(projected.content).toMatchObject(full);
  expect(projected.text).toBe("zaal\nwat | wie\nraad\nkort\nlang\ndoen\neen fiets\nFilm https://example.org/film\nvraag @");
  expect(plainTextOf(full, () => "Noor")).toContain("vraag Noor");
  expect(peopleIn(full)).toEqual([person]);
  expect([schemaVersionOf(full), schemaVersionOf(doc(paragraph("x")))]).toEqual([2, 1]);
});

/** Two people start from the same text, change it without hearing of each other, and come together. */
function bothChange(start: ContentNode, one: (body: Y.XmlFragment) => void, other: (body: Y.XmlFragment) => void): string {
  const { snapshot } = seedDoc(start);
  const [left, right] = [openDoc(), openDoc()];
  for (const each of [left, right]) Y.applyUpdate(each, snapshot);
  one(left.getXmlFragment(bodyField));
  other(right.getXmlFragment(bodyField));
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
  return projectDoc(left).text;
}

const inside = (body: Y.XmlFragment) => body.get(0) as Y.XmlElement;
const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};
const words = (value: string) => element("paragraph", new Y.XmlText(value));

it("loses no words where two change the same part of a text at the same time", () => {
  const table = doc({ type: "table", content: [{ type: "tableRow", content: [cell("tableCell", "a"), cell("tableCell", "b")] }] });
  // One adds a row, the other a column: the new row is a cell short, and stays.
  expect(bothChange(table, (body) => inside(body).insert(1, [element("tableRow", element("tableCell", words("c")), element("tableCell", words("d")))]), (body) => (inside(body).get(0) as Y.XmlElement).insert(2, [element("tableCell", words("e"))]))).toBe("a | b | e\nc | d");
  expect(bothChange(table, (body) => (inside(body).get(0) as Y.XmlElement).delete(0, 1), (body) => (inside(body).get(0) as Y.XmlElement).delete(1, 1))).toBe("");
  const folded = doc({ type: "details", content: [{ type: "detailsSummary", content: [text("kort")] }, paragraph("lang")] });
  expect(bothChange(folded, (body) => inside(body).insert(0, [element("detailsSummary", new Y.XmlText("eerst"))]), (body) => inside(body).insert(2, [element("detailsSummary", new Y.XmlText("laatst"))]))).toBe("eerst\nkort\nlang\nlaatst");
  expect(bothChange(folded, (body) => inside(body).delete(0, 1), (body) => inside(body).insert(2, [words("meer")]))).toBe("lang\nmeer");
  const tasks = doc({ type: "taskList", content: [{ type: "taskItem", content: [paragraph("een")] }, { type: "taskItem", content: [paragraph("twee")] }] });
  expect(bothChange(tasks, (body) => inside(body).delete(0, 1), (body) => (inside(body).get(1) as Y.XmlElement).insert(0, [element("heading", new Y.XmlText("kop"))]))).toBe("kop\ntwee");
  const list = doc({ type: "bulletList", content: [{ type: "listItem", content: [paragraph("een"), paragraph("meer")] }] });
  expect(bothChange(list, (body) => (inside(body).get(0) as Y.XmlElement).delete(0, 1), (body) => (inside(body).get(0) as Y.XmlElement).insert(2, [element("bulletList", element("listItem", words("dieper")))]))).toBe("meer\ndieper");
  expect(bothChange(list, (body) => (inside(body).get(0) as Y.XmlElement).delete(0, 2), (body) => (inside(body).get(0) as Y.XmlElement).insert(2, [element("bulletList", element("listItem", words("dieper")))]))).toBe("dieper");
});
