import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ContentNode } from "./content";
import { ContentView } from "./content-view";

const starts = ["javascript:", "JaVaScRiPt:", "java\tscript:", "java\nscript:", " javascript:", "\u0001javascript:", "vbscript:", "data:text/html,", "data:image/svg+xml,", "file:///", "blob:https://x/", "//evil.example/", "\\\\evil.example\\", "intent://", "x-javascript:", "feed:javascript:"];
const bodies = ["alert(1)", "<script>alert(1)</script>", "\"onmouseover=\"alert(1)", "'><img src=x onerror=alert(1)>", "%0aalert(1)", "&#106;avascript:alert(1)"];
const names = ["script", "iframe", "image", "svg", "html", "style", "__proto__", "constructor", "table", "tableRow", "tableCell", "tableHeader", "embed", "callout", "details", "detailsSummary", "learningBlock", "taskList", "taskItem", "mention", "horizontalRule", "code"];

/** Content as somebody would put it into the database, past everything that guards the way there. */
function* hostile(): Generator<ContentNode> {
  const inParagraph = (text: ContentNode): ContentNode => ({ type: "doc", content: [{ type: "paragraph", content: [text] }] });
  for (const start of starts) for (const body of bodies) yield inParagraph({ type: "text", text: "hier", marks: [{ type: "link", attrs: { href: start + body } }] });
  for (const body of bodies) yield inParagraph({ type: "text", text: body });
  for (const name of names) {
    for (const body of bodies) {
      const attrs = { src: body, onload: body, style: `background:url(${starts[0]}${body})`, class: body, dangerouslySetInnerHTML: { __html: body }, href: starts[0]! + body, kind: body, person: body, picture: body, title: body, alt: body, colspan: body, rowspan: `2" ${body}`, minutes: body, groupSize: body, checked: body };
      yield { type: "doc", content: [{ type: name, attrs, content: [{ type: "text", text: body }] }] };
      yield { type: "doc", content: [{ type: "heading", attrs: { ...attrs, level: name }, content: [{ type: "text", text: body, marks: [{ type: name, attrs }] }] }] };
      yield { type: "doc", content: [{ type: "orderedList", attrs: { ...attrs, start: `1" onclick="${body}` }, content: [{ type: "listItem", attrs, content: [] }] }] };
    }
  }
}

const allowed = /^<(\/?(div|p|h2|h3|h4|ul|ol|li|blockquote|strong|em|br|a|hr|code|span|table|tbody|tr|td|th|aside|section|details|summary|figure|figcaption)\b[^>]*)>$/;

/** Every tag of the markup that is not one of ours, or carries what none of ours carries. */
function badTags(html: string): string[] {
  return (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !allowed.test(tag) || / (on\w+|style|src|srcdoc)=/i.test(tag) || (tag.startsWith("<a ") && !/^<a href="(https?:|mailto:)[^"]*" rel="nofollow ugc noopener">$/.test(tag)));
}

it("draws no script, handler, style or foreign address, whatever content it is given", () => {
  const all = [...hostile()];
  expect(all.length).toBeGreaterThan(340);
  expect(all.flatMap((content) => badTags(renderToStaticMarkup(<ContentView content={content} />)))).toEqual([]);
  const link = renderToStaticMarkup(<ContentView content={{ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "https://example.org" } }] }] }] }} />);
  expect(link).toContain('<a href="https://example.org" rel="nofollow ugc noopener">x</a>');
});

it("draws any words as words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.constantFrom(...bodies), (text, body) => {
      const html = renderToStaticMarkup(<ContentView content={{ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: text + body }] }] }} />);
      expect(badTags(html)).toEqual([]);
    }),
    { numRuns: 200, seed: 34 },
  );
});

const text = (words: string): ContentNode => ({ type: "text", text: words });
const paragraph = (words: string): ContentNode => ({ type: "paragraph", content: [text(words)] });
const drawn = (node: ContentNode, people?: Record<string, string>) => renderToStaticMarkup(<ContentView content={{ type: "doc", content: [node] }} people={people} />);

it("says in words what colour and place say too: of tasks, tables, blocks that stand out and parts of a session", () => {
  const person = "0b5e8b1e-7b1a-4c6e-9d0a-3f2c1d4e5f60";
  const tasks: ContentNode = { type: "taskList", content: [{ type: "taskItem", attrs: { checked: true, person }, content: [paragraph("Zaal vragen")] }, { type: "taskItem", attrs: { checked: false, person: null }, content: [paragraph("Koffie")] }] };
  expect(drawn(tasks, { [person]: "Noor" })).toMatch(/Klaar: .*Zaal vragen.*Voor Noor.*Nog te doen: .*Koffie/);
  expect(drawn(tasks)).toContain("vroegere deelnemer");
  expect(drawn({ type: "callout", attrs: { kind: "attention" }, content: [paragraph("Heet!")] })).toMatch(/<aside class="callout callout--attention"><p class="callout__word">Let op<\/p><p>Heet!/);
  expect(drawn({ type: "learningBlock", attrs: { kind: "activity", minutes: 20, groupSize: 4 }, content: [paragraph("Kennismaken")] })).toContain("Activiteit · 20 minuten · in groepjes van 4");
  expect(drawn({ type: "details", content: [{ type: "detailsSummary", content: [text("Meer uitleg")] }, paragraph("Dit.")] })).toMatch(/<details><summary>Meer uitleg<\/summary><p>Dit\.<\/p><\/details>/);
  const cell = (type: string, words: string): ContentNode => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [paragraph(words)] });
  const table = drawn({ type: "table", content: [{ type: "tableRow", content: [cell("tableHeader", "Wat"), cell("tableHeader", "Wie")] }, { type: "tableRow", content: [cell("tableHeader", "Koffie"), cell("tableCell", "Jef")] }] });
  expect(table).toMatch(/<th scope="col"><p>Wat.*<th scope="col"><p>Wie.*<th scope="row"><p>Koffie.*<td><p>Jef/);
  expect(drawn({ type: "embed", attrs: { href: "https://video.example/a", title: "Film" } })).toMatch(/<a href="https:\/\/video.example\/a" rel="nofollow ugc noopener">Film<\/a>.*video\.example/);
  expect(drawn({ type: "paragraph", content: [{ type: "mention", attrs: { person } }] }, { [person]: "Jef" })).toContain("@Jef");
});

it("draws a long text in parts, between which there is as much room as between paragraphs", () => {
  const heading = (words: string): ContentNode => ({ type: "heading", attrs: { level: 2 }, content: [text(words)] });
  const content = (count: number): ContentNode => ({ type: "doc", content: Array.from({ length: count }, (_, index) => (index % 50 < 2 ? heading(`Deel ${index}`) : paragraph(`Regel ${index}.`))) });
  const html = (count: number) => renderToStaticMarkup(<ContentView content={content(count)} />);
  expect(html(299)).not.toContain("prose__part");
  const long = html(300);
  const parts = long.split('<div class="prose prose__part">').slice(1);
  expect(parts.length).toBeGreaterThan(3);
  // No part begins with a heading or ends with one: those have other room above and below.
  expect(parts.slice(1).filter((part) => part.startsWith("<h"))).toEqual([]);
  expect(parts.slice(0, -1).filter((part) => part.endsWith("</h2></div>"))).toEqual([]);
  // Nothing was lost, and what leads to a part of the text still does.
  expect(long.match(/Regel \d+\./g)).toEqual(html(299).match(/Regel \d+\./g)!.concat("Regel 299."));
  expect(long.match(/id="[^"]*"/g)).toEqual(html(299).match(/id="[^"]*"/g));
});
