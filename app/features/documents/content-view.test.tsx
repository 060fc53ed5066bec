import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ContentNode } from "./content";
import { ContentView } from "./content-view";

const starts = ["javascript:", "JaVaScRiPt:", "java\tscript:", "java\nscript:", " javascript:", "\u0001javascript:", "vbscript:", "data:text/html,", "data:image/svg+xml,", "file:///", "blob:https://x/", "//evil.example/", "\\\\evil.example\\", "intent://", "x-javascript:", "feed:javascript:"];
const bodies = ["alert(1)", "<script>alert(1)</script>", "\"onmouseover=\"alert(1)", "'><img src=x onerror=alert(1)>", "%0aalert(1)", "&#106;avascript:alert(1)"];
const names = ["script", "iframe", "image", "svg", "html", "style", "__proto__", "constructor", "table", "embed"];

/** Content as somebody would put it into the database, past everything that guards the way there. */
function* hostile(): Generator<ContentNode> {
  const inParagraph = (text: ContentNode): ContentNode => ({ type: "doc", content: [{ type: "paragraph", content: [text] }] });
  for (const start of starts) for (const body of bodies) yield inParagraph({ type: "text", text: "hier", marks: [{ type: "link", attrs: { href: start + body } }] });
  for (const body of bodies) yield inParagraph({ type: "text", text: body });
  for (const name of names) {
    for (const body of bodies) {
      const attrs = { src: body, onload: body, style: `background:url(${starts[0]}${body})`, class: body, dangerouslySetInnerHTML: { __html: body }, href: starts[0]! + body };
      yield { type: "doc", content: [{ type: name, attrs, content: [{ type: "text", text: body }] }] };
      yield { type: "doc", content: [{ type: "heading", attrs: { ...attrs, level: name }, content: [{ type: "text", text: body, marks: [{ type: name, attrs }] }] }] };
      yield { type: "doc", content: [{ type: "orderedList", attrs: { ...attrs, start: `1" onclick="${body}` }, content: [{ type: "listItem", attrs, content: [] }] }] };
    }
  }
}

const allowed = /^<(\/?(div|p|h2|h3|h4|ul|ol|li|blockquote|strong|em|br|a)\b[^>]*)>$/;

/** Every tag of the markup that is not one of ours, or carries what none of ours carries. */
function badTags(html: string): string[] {
  return (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !allowed.test(tag) || / (on\w+|style|src|srcdoc)=/i.test(tag) || (tag.startsWith("<a ") && !/^<a href="(https?:|mailto:)[^"]*" rel="nofollow ugc noopener">$/.test(tag)));
}

it("draws no script, handler, style or foreign address, whatever content it is given", () => {
  const all = [...hostile()];
  expect(all.length).toBeGreaterThan(270);
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
