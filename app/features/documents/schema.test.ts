import { expect, it } from "vitest";
import { Node } from "@tiptap/pm/model";
import { isAllowedAddress, isCardAddress, markRules, nodeRules } from "./content-rules";
import { contentOfTemplate, contentOfText, plainTextOf } from "./content";
import { contentSchema } from "./schema";

const schema = contentSchema();

it("knows the same elements, attributes and marks as the rules that updates are examined by", () => {
  const nodes = Object.values(schema.nodes).filter((type) => type.name !== "text");
  expect(nodes.map((type) => type.name).sort()).toEqual(Object.keys(nodeRules).sort());
  for (const type of nodes) expect(Object.keys(type.spec.attrs ?? {}), type.name).toEqual(Object.keys(nodeRules[type.name]!.attributes));
  expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(markRules).sort());
  for (const type of Object.values(schema.marks)) expect(Object.keys(type.spec.attrs ?? {}), type.name).toEqual(Object.keys(markRules[type.name]!.attributes));
});

it("lets each element hold what the rules let it hold, and nothing else", () => {
  for (const [parent, { children }] of Object.entries(nodeRules)) {
    for (const child of Object.keys(schema.nodes).filter((name) => name !== "doc")) {
      const type = schema.nodes[child]!;
      // Reachable at any place: a list item begins with a paragraph and goes on with any block.
      const reachable = fits(parent, type.name);
      expect(children.includes(child === "text" ? "#text" : child), `${child} in ${parent}`).toBe(reachable);
    }
  }
});

function fits(parent: string, child: string): boolean {
  const seen = new Set<unknown>();
  const visit = (match: (typeof schema.nodes)[string]["contentMatch"]): boolean => {
    if (seen.has(match)) return false;
    seen.add(match);
    return Array.from({ length: match.edgeCount }, (_, index) => match.edge(index)).some(({ type, next }) => type.name === child || visit(next));
  };
  return visit(schema.nodes[parent]!.contentMatch);
}

it.each([
  ["https://example.org", true],
  ["HTTPS://EXAMPLE.ORG/a", true],
  ["mailto:a@example.org?subject=Hallo", true],
  ["http://user:secret@example.org", true],
  ["javascript:alert(1)", false],
  ["JaVaScRiPt:alert(1)", false],
  ["java\nscript:alert(1)", false],
  ["\u0001javascript:alert(1)", false],
  ["\u200bjavascript:alert(1)", false],
  ["vbscript:x", false],
  ["data:text/html;base64,PHNjcmlwdD4=", false],
  ["file:///etc/passwd", false],
  ["ftp://example.org", false],
  ["//example.org", false],
  ["/pad", false],
  ["", false],
  [`https://example.org/${"a".repeat(2_000)}`, false],
])("judges the address %j", (address, allowed) => expect(isAllowedAddress(address)).toBe(allowed));

it.each([
  ["https://example.org/film?id=1#deel", true],
  ["https://www.xn--caf-dma.example", true],
  ["https://example.org:8443/a", true],
  ["http://example.org", false],
  ["mailto:a@example.org", false],
  ["https://user@example.org", false],
  ["https://user:secret@example.org", false],
  ["https://localhost/a", false],
  ["https://LOCALHOST.", false],
  ["https://printer", false],
  ["https://printer.local", false],
  ["https://a.home.arpa", false],
  ["https://wiki.internal/x", false],
  ["https://192.168.1.1/x", false],
  ["https://8.8.8.8", false],
  ["https://0x7f.1", false],
  ["https://2130706433", false],
  ["https://[::1]/", false],
  ["https://[fd00::1]:8080", false],
  ["https://example.org/a b", false],
  ["javascript:alert(1)", false],
  ["", false],
])("judges the address of a card %j", (address, allowed) => expect(isCardAddress(address)).toBe(allowed));

it("makes content that fits, from a template and from plain text, and gives the words back", () => {
  for (const content of [contentOfTemplate(["Waarover gaat het?", "Wat weten we al?"]), contentOfTemplate([]), contentOfText("Regel een\nregel twee\n\nTweede stuk"), contentOfText("  ")]) {
    Node.fromJSON(schema, content).check();
  }
  expect(plainTextOf(contentOfText("Regel een\nregel twee\n\nTweede stuk"))).toBe("Regel een\nregel twee\nTweede stuk");
});
