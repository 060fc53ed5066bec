import { expect, test } from "vitest";
import { atomFeed, feedSize, newestEntries, type FeedEntry } from "./atom-feed";

const feed = {
  id: "0f3e1a52-0000-4000-8000-000000000000",
  title: "Nieuws van Op weg",
  subtitle: "Vlot & veilig",
  author: "Gemeente Proefdorp",
  publicUrl: "https://leer.example",
  selfPath: "/leerplekken/op-weg/feed.atom",
  pagePath: "/leerplekken/op-weg",
  language: "nl" as const,
  since: new Date("2025-01-01T00:00:00Z"),
};
const entry: FeedEntry = {
  id: "0f3e1a52-0000-4000-8000-000000000001",
  title: "Wie rijdt er zaterdag?",
  href: "/gesprekken/1",
  published: new Date("2025-11-20T10:00:00Z"),
  updated: new Date("2025-11-21T10:00:00Z"),
  author: "een deelnemer",
  summary: "Ik niet.",
  kind: { term: "conversation", label: "Gesprek" },
};

/** The names of the elements, in order; fails when one is not closed by its own name or a sign stands bare. */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, "");
  const rest = body.replace(/<(\/?)([a-z]+)((?: [a-z:]+="[^"<>&]*(?:&(?:amp|lt|gt|quot|#39);[^"<>&]*)*")*)(\/?)>/g, (_all, closing: string, name: string, _given, alone: string) => {
    if (closing) expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!alone) open.push(name);
    }
    return "";
  });
  expect(open).toEqual([]);
  expect(rest.replace(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toMatch(/[<>&]/);
  return names;
}

test("has all that Atom 1.0 asks of a feed and of an entry", () => {
  const xml = atomFeed(feed, [entry]);
  expect(elementsOf(xml)).toEqual(["feed", "id", "title", "subtitle", "updated", "author", "name", "link", "link", "entry", "id", "title", "published", "updated", "author", "name", "link", "category", "summary"]);
  expect(xml).toContain(`<id>urn:uuid:${feed.id}</id>`);
  expect(xml).toContain(`<id>urn:uuid:${entry.id}</id>`);
  expect(xml).toContain('<link rel="self" type="application/atom+xml" href="https://leer.example/leerplekken/op-weg/feed.atom"/>');
  expect(xml).toContain('<link rel="alternate" type="text/html" href="https://leer.example/gesprekken/1"/>');
  expect(xml).toContain("<subtitle>Vlot &amp; veilig</subtitle>");
  // That of the feed is that of its newest entry.
  expect(xml.match(/<updated>(.*?)<\/updated>/g)).toEqual(["<updated>2025-11-21T10:00:00.000Z</updated>", "<updated>2025-11-21T10:00:00.000Z</updated>"]);
});

test("is a feed without entries too, as old as the leerplek", () => {
  const xml = atomFeed({ ...feed, subtitle: "" }, []);
  expect(elementsOf(xml)).not.toContain("entry");
  expect(xml).toContain("<updated>2025-01-01T00:00:00.000Z</updated>");
});

test.each([
  "</title><script>alert(1)</script>",
  "]]><entry>",
  '"><x y="',
  "&#0; &lt; & <",
  "a\u0000b\u0001\u000b\ufffe\uffff\ud800c",
  "<?xml version='2.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
])("stays itself whatever somebody writes: %j", (hostile) => {
  const xml = atomFeed({ ...feed, title: hostile, author: hostile, subtitle: hostile }, [{ ...entry, title: hostile, author: hostile, summary: hostile, kind: { term: hostile, label: hostile } }]);
  expect(elementsOf(xml)).toHaveLength(19);
  expect(xml.isWellFormed()).toBe(true);
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
});

test("an author always has a name", () => {
  expect(atomFeed(feed, [{ ...entry, author: "  " }])).not.toContain("<name/>");
});

test("takes the newest of all lists, as many as fit", () => {
  const made = (n: number) => ({ ...entry, id: String(n).padStart(3, "0"), updated: new Date(Date.UTC(2025, 0, n)) });
  const many = Array.from({ length: 60 }, (_, n) => made(n + 1));
  const newest = newestEntries(many.slice(0, 30), many.slice(30));
  expect(newest).toHaveLength(feedSize);
  expect([newest[0]!.id, newest.at(-1)!.id]).toEqual(["060", "011"]);
});
