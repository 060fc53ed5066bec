import { expect, it } from "vitest";
import * as Y from "yjs";
import { bodyField } from "../content-rules";
import { openDoc } from "../open-doc";
import { examine, type KeptDocument } from "./examine";

const limits = { clients: 200, depth: 32, nodes: 50_000 };

function kept(): KeptDocument {
  const doc = openDoc();
  doc.getXmlFragment(bodyField).insert(0, [element("paragraph", [new Y.XmlText("Zo begint het.")])]);
  return { doc, nodes: 2 };
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[] = [], attributes: Record<string, unknown> = {}): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}

/** The update that somebody makes who starts from what is kept. */
function edit(from: KeptDocument, change: (body: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const doc = openDoc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from.doc));
  const before = Y.encodeStateVector(doc);
  let made: Uint8Array | undefined;
  doc.on("update", (update: Uint8Array) => (made = made ? Y.mergeUpdates([made, update]) : update));
  doc.transact(() => change(doc.getXmlFragment(bodyField), doc));
  return made ?? Y.encodeStateAsUpdate(doc, before);
}

const firstText = (body: Y.XmlFragment) => (body.get(0) as Y.XmlElement).get(0) as Y.XmlText;
const link = (href: unknown) => (body: Y.XmlFragment) => firstText(body).format(0, 2, { link: { href } });
const someId = "0b5e8b1e-7b1a-4c6e-9d0a-3f2c1d4e5f60";
const nested = (depth: number) => {
  let inner: Y.XmlElement = element("paragraph");
  for (let left = depth; left > 1; left -= 1) inner = element("blockquote", [inner]);
  return inner;
};

it("lets through what the editor makes", () => {
  const good: ((body: Y.XmlFragment) => void)[] = [
    (body) => firstText(body).insert(3, "👩‍🌾 en é"),
    (body) => firstText(body).format(0, 4, { bold: {}, italic: {} }),
    link("https://example.org/pad?a=1#b"),
    link("mailto:hulp@example.org"),
    (body) => body.insert(1, [element("heading", [new Y.XmlText("Kop")], { level: 3 })]),
    (body) => body.insert(1, [element("orderedList", [element("listItem", [element("paragraph")])], { start: 4 })]),
    (body) => (body.get(0) as Y.XmlElement).insert(1, [element("hardBreak"), new Y.XmlText("verder")]),
    (body) => body.delete(0, 1),
    (body) => body.insert(0, [element("taskList", [element("taskItem", [element("paragraph")], { checked: true, person: someId })])]),
    (body) => body.insert(0, [element("table", [element("tableRow", [element("tableHeader", [element("paragraph")], { colspan: 2, rowspan: 1 })])])]),
    (body) => body.insert(0, [element("callout", [element("paragraph")], { kind: "tip" })]),
    (body) => body.insert(0, [element("details", [element("detailsSummary", [new Y.XmlText("Meer")]), element("paragraph")])]),
    (body) => body.insert(0, [element("learningBlock", [element("paragraph")], { kind: "activity", minutes: 20, groupSize: 4 })]),
    (body) => body.insert(0, [element("image", [], { picture: someId, alt: "Een fiets" }), element("image", [], { picture: someId, decorative: true })]),
    (body) => body.insert(0, [element("embed", [], { href: "https://example.org/film", title: "Film" }), element("horizontalRule")]),
    (body) => (body.get(0) as Y.XmlElement).insert(0, [element("mention", [], { person: someId })]),
    (body) => firstText(body).format(0, 2, { code: {} }),
    (body) => body.insert(0, [nested(32)]),
  ];
  for (const change of good) {
    const from = kept();
    expect(examine(from, edit(from, change), limits), change.toString()).toMatchObject({ ok: true });
  }
});

it("says under whose client id something new is written, and for a repeat that nothing is", () => {
  const from = kept();
  const update = edit(from, (body) => firstText(body).insert(0, "a"));
  const [client] = [...Y.decodeUpdate(update).structs].map((struct) => struct.id.client);
  expect(examine(from, update, limits)).toEqual({ ok: true, clients: [client], version: 1 });
  expect(examine(from, update, limits)).toEqual({ ok: true, clients: [], version: 1 });
});

const forbidden: [string, (body: Y.XmlFragment, doc: Y.Doc) => void][] = [
  ["an unknown element", (body) => body.insert(0, [element("script", [new Y.XmlText("alert(1)")])])],
  ["an element with a script as attribute", (body) => body.insert(0, [element("paragraph", [], { onload: "alert(1)" })])],
  ["a style", (body) => (body.get(0) as Y.XmlElement).setAttribute("style", "position:fixed")],
  ["a class", (body) => (body.get(0) as Y.XmlElement).setAttribute("class", "notice")],
  ["an attribute named after a prototype", (body) => (body.get(0) as Y.XmlElement).setAttribute("__proto__", "x")],
  ["an attribute named like a method", (body) => (body.get(0) as Y.XmlElement).setAttribute("constructor", "x")],
  ["a heading of the first level", (body) => body.insert(0, [element("heading", [], { level: 1 })])],
  ["a level that is a text", (body) => body.insert(0, [element("heading", [], { level: "2" })])],
  ["a number that is an object", (body) => body.insert(0, [element("orderedList", [element("listItem", [element("paragraph")])], { start: { a: 1 } })])],
  ["a link to a script", link("javascript:alert(1)")],
  ["a link to a script with a tab in it", link("java\tscript:alert(1)")],
  ["a link to a script after a space", link(" javascript:alert(1)")],
  ["a link with data", link("data:text/html,<script>alert(1)</script>")],
  ["a link without an address", (body) => firstText(body).format(0, 2, { link: {} })],
  ["a link with a target", (body) => firstText(body).format(0, 2, { link: { href: "https://example.org", target: "_top" } })],
  ["a link that is a list", (body) => firstText(body).format(0, 2, { link: ["https://example.org"] })],
  ["an unknown mark", (body) => firstText(body).format(0, 2, { textStyle: { color: "red" } })],
  ["a mark named after a prototype", (body) => firstText(body).format(0, 2, JSON.parse('{"__proto__":{}}') as object)],
  ["a known mark under a hashed name", (body) => firstText(body).format(0, 2, { "bold--12345678": {} })],
  ["a mark with a value of its own", (body) => firstText(body).format(0, 2, { bold: { style: "x" } })],
  ["something embedded in running text", (body) => firstText(body).insertEmbed(0, { image: "x" })],
  ["an attribute of running text", (body) => firstText(body).setAttribute("onload", "x")],
  ["a paragraph in a paragraph", (body) => (body.get(0) as Y.XmlElement).insert(0, [element("paragraph")])],
  ["running text straight in the text", (body) => body.insert(0, [new Y.XmlText("los")])],
  ["running text straight in a list", (body) => body.insert(0, [element("bulletList", [new Y.XmlText("los")])])],
  ["a list item outside a list", (body) => body.insert(0, [element("listItem", [element("paragraph")])])],
  ["a second root in the first", (body) => body.insert(0, [element("doc")])],
  ["a hook", (body) => body.insert(0, [new Y.XmlHook("x") as unknown as Y.XmlElement])],
  ["another root", (_body, doc) => doc.getXmlFragment("default").insert(0, [element("paragraph")])],
  ["a map as root", (_body, doc) => doc.getMap("meta").set("admin", true)],
  ["an array as root", (_body, doc) => doc.getArray("list").push([1, 2, 3])],
  ["a text of another kind as root", (_body, doc) => doc.getText("text").insert(0, "x")],
  ["bytes", (_body, doc) => doc.getArray("bytes").push([new Uint8Array(10)])],
  ["a document inside", (_body, doc) => doc.getMap("docs").set("a", new Y.Doc())],
  ["a picture from elsewhere", (body) => body.insert(0, [element("image", [], { picture: someId, alt: "x", src: "https://example.org/volg.gif" })])],
  ["a picture that is an address", (body) => body.insert(0, [element("image", [], { picture: "https://example.org/volg.gif", alt: "x" })])],
  ["a picture without words", (body) => body.insert(0, [element("image", [], { picture: someId })])],
  ["a picture with empty words", (body) => body.insert(0, [element("image", [], { picture: someId, alt: "  " })])],
  ["a picture with a handler", (body) => body.insert(0, [element("image", [], { picture: someId, alt: "x", onerror: "alert(1)" })])],
  ["something embedded that is a script", (body) => body.insert(0, [element("embed", [], { href: "javascript:alert(1)" })])],
  ["a card that is not encrypted", (body) => body.insert(0, [element("embed", [], { href: "http://example.org", title: "x" })])],
  ["a card of one's own network", (body) => body.insert(0, [element("embed", [], { href: "https://192.168.0.1/", title: "x" })])],
  ["something embedded without an address", (body) => body.insert(0, [element("embed")])],
  ["a cell as wide as the world", (body) => body.insert(0, [element("table", [element("tableRow", [element("tableCell", [element("paragraph")], { colspan: 1_000_000 })])])])],
  ["a cell outside a row", (body) => body.insert(0, [element("table", [element("tableCell", [element("paragraph")])])])],
  ["a kind that is a class", (body) => body.insert(0, [element("callout", [element("paragraph")], { kind: "tip notice" })])],
  ["a task for somebody who is no id", (body) => body.insert(0, [element("taskList", [element("taskItem", [element("paragraph")], { person: "<img>" })])])],
  ["a mention of nobody", (body) => (body.get(0) as Y.XmlElement).insert(0, [element("mention")])],
  ["an activity of a negative time", (body) => body.insert(0, [element("learningBlock", [element("paragraph")], { kind: "activity", minutes: -5 })])],
  ["code with a language", (body) => firstText(body).format(0, 2, { code: { language: "x" } })],
  ["NUL, which no database takes", (body) => firstText(body).insert(0, "a\u0000b")],
  ["NUL in what a picture shows", (body) => body.insert(0, [element("image", [], { picture: someId, alt: "a\u0000b" })])],
  ["a sign that no file takes", (body) => firstText(body).insert(0, "a\u000bb")],
  ["a sign that is none", (body) => body.insert(0, [element("embed", [], { href: "https://example.org", title: "a\uffff" })])],
  ["half a sign in an address", link("https://example.org/\ud800")],
  ["33 elements deep", (body) => body.insert(0, [nested(33)])],
  ["what it takes away again itself", (body, doc) => {
    // A real editor only sends an empty place then; this one keeps what it took away.
    doc.gc = false;
    body.insert(0, [element("iframe", [], { src: "https://example.org" })]);
    body.delete(0, 1);
  }],
];

it.each(forbidden)("refuses %s", (_name, change) => {
  const from = kept();
  const before = Y.encodeStateAsUpdate(from.doc);
  const verdict = examine(from, edit(from, change), limits);
  expect(verdict).toMatchObject({ ok: false, code: "forbidden_content" });
  if (!verdict.ok && !verdict.spoiled) expect(Y.encodeStateAsUpdate(from.doc)).toEqual(before);
});

it("says which version of the schema an edit needs", () => {
  const from = kept();
  expect(examine(from, edit(from, (body) => body.insert(1, [element("horizontalRule")])), limits)).toMatchObject({ ok: true, version: 2 });
  expect(examine(from, edit(from, (body) => firstText(body).format(0, 2, { code: {} })), limits)).toMatchObject({ ok: true, version: 2 });
  expect(examine(from, edit(from, (body) => firstText(body).insert(0, "x")), limits)).toMatchObject({ ok: true, version: 1 });
});

it("refuses bytes that are no update, whatever they are", () => {
  const from = kept();
  const real = edit(from, (body) => firstText(body).insert(0, "abc"));
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 3_000; round += 1) {
    const bytes = Uint8Array.from(round % 2 ? real : Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256)));
    if (round % 2) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const verdict = examine(kept(), round % 3 ? bytes : bytes.subarray(0, Math.floor(random() * bytes.length)), limits);
    if (!verdict.ok) expect(["forbidden_content", "gap"]).toContain(verdict.code);
  }
});

it("refuses what stands behind an update, and one in the other format of Yjs: nothing of it would be stored", () => {
  const from = kept();
  const real = edit(from, (body) => firstText(body).insert(0, "abc"));
  for (const bytes of [Uint8Array.from([...real, 0]), Uint8Array.from([...real, ...real]), Y.convertUpdateFormatV1ToV2(real)]) {
    expect(examine(from, bytes, limits)).toEqual({ ok: false, code: "forbidden_content", spoiled: false });
  }
  expect(examine(from, real, limits)).toMatchObject({ ok: true });
});

it("calls it a gap when something is missing, and keeps nothing of it", () => {
  const from = kept();
  const author = openDoc();
  Y.applyUpdate(author, Y.encodeStateAsUpdate(from.doc));
  const updates: Uint8Array[] = [];
  author.on("update", (update: Uint8Array) => updates.push(update));
  const text = firstText(author.getXmlFragment(bodyField));
  text.insert(0, "een");
  text.insert(3, "twee");
  text.delete(0, 2);
  const before = Y.encodeStateAsUpdate(from.doc);
  for (const late of [updates[1]!, updates[2]!, Y.mergeUpdates([updates[0]!, edit(kept(), (body) => firstText(body).insert(2, "x"))])]) {
    expect(examine(from, late, limits)).toEqual({ ok: false, code: "gap", stateVector: Y.encodeStateVector(from.doc), spoiled: false });
    expect(Y.encodeStateAsUpdate(from.doc)).toEqual(before);
  }
  for (const update of updates) expect(examine(from, update, limits).ok).toBe(true);
});

it("refuses too many clients before it applies them, and counts elements", () => {
  const from = kept();
  const bomb = (clients: number) => Y.mergeUpdates(Array.from({ length: clients }, () => edit(from, (body) => firstText(body).insert(0, "x"))));
  expect(examine(from, bomb(200), limits)).toMatchObject({ ok: true });
  expect(examine(from, bomb(201), limits)).toEqual({ ok: false, code: "forbidden_content", spoiled: false });
  const many = edit(from, (body) => body.insert(0, Array.from({ length: 30 }, () => element("paragraph"))));
  expect(examine(from, many, { ...limits, nodes: 30 })).toMatchObject({ ok: false, code: "too_large" });
});

it("counts the elements that are there, not all that ever came", () => {
  const from = kept();
  for (let round = 0; round < 5; round += 1) {
    expect(examine(from, edit(from, (body) => body.insert(0, Array.from({ length: 20 }, () => element("paragraph")))), { ...limits, nodes: 30 })).toMatchObject({ ok: true });
    expect(examine(from, edit(from, (body) => body.delete(0, 20)), limits)).toMatchObject({ ok: true });
  }
});

it("survives nesting that would end the stack", () => {
  const from = kept();
  const deep = edit(from, (body) => {
    let inner = body as Y.XmlFragment;
    for (let level = 0; level < 2_000; level += 1) {
      const next = new Y.XmlElement("blockquote");
      inner.insert(0, [next]);
      inner = next;
    }
  });
  expect(examine(from, deep, limits)).toMatchObject({ ok: false, code: "forbidden_content" });
});
