import { rmSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { makeDocument, makeDocumentComment, makeEdition, type MadeContent } from "#db/factories/make-document";
import { openEmbedded } from "#db/home.server";
import { documentRevision, group } from "#db/schema/index";
import { readFile } from "~/features/documents/formats/read-file";
import { copyOf } from "./test/process-setup";
import { startServer, type RunningServer } from "./test/run-server";
import { credentialsIn, Visitor } from "./test/visitor";

const space = "/leerplekken/samen-in-de-moestuin";
/** As words, as attributes and as addresses: whatever a door draws of it must stay words. */
const markup = "<script>kwaad()</script>\"><img src=x onerror=kwaad()><svg onload=kwaad()>kwaad";
const scripts = ["javascript:kwaad()", "JaVaScRiPt:kwaad()", "java\tscript:kwaad()", " javascript:kwaad()", "data:text/html,<script>kwaad()</script>", "vbscript:kwaad()", "//evil.example/kwaad"];

const words = (text: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): MadeContent => ({ type: "text", text, ...(marks.length > 0 ? { marks } : {}) });
const block = (type: string, attrs: Record<string, unknown>, ...content: MadeContent[]): MadeContent => ({ type, attrs, content });
const p = (...content: MadeContent[]): MadeContent => ({ type: "paragraph", content });

/** What no push brings in, as if somebody had written it into the database itself. */
const hostile: MadeContent = {
  type: "doc",
  content: [
    block("heading", { level: `2" onclick="kwaad()`, onclick: "kwaad()" }, words(markup)),
    p(words(markup)),
    ...scripts.map((href) => p(words("hier", { type: "link", attrs: { href, onclick: "kwaad()", style: "position:fixed" } }), words("daar", { type: "onmouseover", attrs: { x: "kwaad()" } }))),
    ...["script", "iframe", "svg", "form", "style", "object", "base", "meta", "__proto__", "constructor"].map((type) => block(type, { src: "javascript:kwaad()", onload: "kwaad()" }, words("kwaad()"))),
    ...scripts.map((href) => block("embed", { href, title: markup })),
    block("image", { picture: `x" onerror="kwaad()`, alt: markup, src: "javascript:kwaad()" }),
    block("callout", { kind: `tip" onclick="kwaad()` }, p(words(markup))),
    block("orderedList", { start: `1" onclick="kwaad()` }, block("listItem", {}, p(words(markup)))),
    block("taskList", {}, block("taskItem", { checked: `true" onclick="kwaad()`, person: markup }, p(words(markup)))),
    block("table", { style: "x" }, block("tableRow", {}, block("tableCell", { colspan: `1" onclick="kwaad()`, rowspan: 1e9 }, p(words(markup))))),
    block("details", { open: markup }, block("detailsSummary", {}, words(markup)), p(words(markup))),
    block("learningBlock", { kind: "goal", minutes: markup }, p(words(markup))),
    block("learningBlock", { kind: "activity", minutes: 20, groupSize: `4" onclick="kwaad()` }, p(words(markup))),
    block("learningBlock", { kind: "material" }, p(words(markup))),
    block("learningBlock", { kind: "evidence" }, p(words(markup))),
    block("paragraph", {}, block("mention", { person: markup })),
  ],
};
/** For the bytes of Yjs: it has no attributes of its own on `__proto__`. */
const asUpdate: MadeContent = { ...hostile, content: hostile.content!.filter(({ type }) => type !== "__proto__") };

let server: RunningServer;
let visitor: Visitor;
let id: string;
let doors: string[];

beforeAll(async () => {
  const folder = copyOf(inject("preparedFolder"));
  const home = await openEmbedded({ dir: folder });
  try {
    const { db } = home;
    const [garden] = await db.select().from(group).where(and(eq(group.name, "De tuin")));
    const made = await makeDocument(db, { groupId: garden!.id, spaceId: garden!.spaceId, title: markup, content: asUpdate, schemaVersion: 2 });
    id = made.id;
    const state = made.snapshot;
    const revisions = await db.insert(documentRevision).values([1, 2].map((n) => ({ documentId: id, uptoSeq: 0, kind: "named" as const, name: `${markup} ${n}`, state }))).returning({ id: documentRevision.id });
    await makeDocumentComment(db, { documentId: id, authorActor: made.authorActor, text: `${markup} javascript:kwaad()`, quote: markup });
    for (const number of [1, 2]) await makeEdition(db, { document: { ...made, content: { ...hostile } }, number, slug: "kwaad-proef", title: markup, authors: [markup] });
    const text = `/teksten/${id}`;
    doors = [
      ...["", "/lesplan", "/versies", `/versies?versie=${revisions[0]!.id}`, `/vergelijken?van=${revisions[0]!.id}&tot=${revisions[1]!.id}`, `/vergelijken?van=${revisions[0]!.id}`, "/aanpassen", "/openbaar", "/meenemen", "/schrijven", "/bestand/html"].map((path) => text + path),
      ...["", "/1", "/lesplan", "/2/meenemen", "/hergebruiken", "/vergelijken?van=1&tot=2", "/2/bestand/html"].map((path) => `/leermateriaal/kwaad-proef${path}`),
      "/leermateriaal",
      "/leermateriaal?q=kwaad",
      "/teksten",
      `${space}/teksten`,
      space,
      `/groepen/${garden!.id}`,
      "/zoeken?q=kwaad",
      "/zoeken?q=%3Cscript%3Ekwaad()%3C%2Fscript%3E",
    ];
  } finally {
    await home.close();
  }
  server = await startServer({ DATA_DIR: folder });
  visitor = await new Visitor(server.url).signIn(credentialsIn(server.output(), "fien"));
});
afterAll(async () => {
  await server?.terminate();
  if (server) rmSync(server.dataDir, { recursive: true, force: true });
});

/** What a browser would run, or fetch from elsewhere, of markup that it is given. */
function whatRuns(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "element") found.push(...faultsOf(node));
    if ("children" in node) node.children.forEach(walk);
  };
  walk(fromHtml(html));
  return found;
}

function faultsOf(element: Element): string[] {
  const { tagName, properties, children } = element;
  const inside = children.map((child) => (child.type === "text" ? child.value.trim() : "")).join("");
  const own = Object.entries(properties).flatMap(([name, value]) => {
    const given = String(value);
    if (/^on/i.test(name)) return [`<${tagName} ${name}>`];
    if (/^(href|src|srcDoc|action|formAction|data|poster|xLinkHref)$/i.test(name) && !/^(https?:|mailto:|tel:|#|\?|\/(?!\/)|\.)/i.test(given)) return [`<${tagName} ${name}="${given.slice(0, 60)}">`];
    if (/^(src|action)$/i.test(name) && /^https?:/i.test(given) && !given.startsWith(server.url)) return [`<${tagName} ${name}="${given.slice(0, 60)}">`];
    if (name === "style" && /position|kwaad/.test(given)) return [`<${tagName} style>`];
    return [];
  });
  const stranger = /^(iframe|object|embed|base)$/.test(tagName) || (tagName === "script" && inside.startsWith("kwaad")) || (tagName === "svg" && "onLoad" in properties) || (tagName === "img" && properties["src"] === "x");
  return stranger ? [...own, `<${tagName}>`] : own;
}

test("it would be seen if a door let something through", () => {
  expect(whatRuns(`<p onclick="x">${markup}</p><a href="javascript:kwaad()">x</a><iframe></iframe><img src="https://evil.example/x.png">`).length).toBeGreaterThanOrEqual(6);
});

test("nothing that the database holds of a text runs on any page, in any export, comparison, plan or list of what was found", { timeout: 180_000 }, async () => {
  for (const door of doors) {
    const answer = await visitor.get(door);
    const html = await answer.text();
    expect([door, answer.status]).toEqual([door, 200]);
    expect([door, whatRuns(html)]).toEqual([door, []]);
  }
  // The words themselves are there to be read, as words.
  const page = await (await visitor.get(`/teksten/${id}`)).text();
  expect(page).toContain("&lt;script&gt;kwaad()&lt;/script&gt;");
});

test("a feed, a Word file and Markdown carry it as words too", { timeout: 60_000 }, async () => {
  const feed = await (await visitor.get(`${space}/feed.atom`)).text();
  expect(feed).toContain("kwaad");
  expect(feed).not.toMatch(/<script|<img|<svg|type="x?html"|javascript:/i);
  for (const door of ["docx", "markdown"].flatMap((format) => [`/teksten/${id}/bestand/${format}`, `/leermateriaal/kwaad-proef/2/bestand/${format}`])) {
    const answer = await visitor.get(door);
    expect([door, answer.status]).toEqual([door, 200]);
    const read = await readFile(new Uint8Array(await answer.arrayBuffer()));
    const content = JSON.stringify(read);
    expect([door, content.includes("kwaad"), /"type":"(image|script|iframe|html)"/.test(content)]).toEqual([door, true, false]);
    // Where the text comes from is the one address in it.
    const elsewhere = [...content.matchAll(/"href":"([^"]*)"/g)].flatMap(([, href]) => (href!.startsWith(server.url) ? [] : [href]));
    expect([door, elsewhere]).toEqual([door, []]);
  }
});
