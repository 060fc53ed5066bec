import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WordsProvider } from "~/platform/define-words";
import { Announcement } from "./document-screen";
import type { DocumentPage } from "./read-document.server";

const draw = (page: { write: boolean; published?: boolean; announced?: boolean; wasSaid?: boolean }) => {
  const view = {
    document: { id: "d", licence: "CC BY 4.0" },
    announced: page.announced ? { publishFrom: "2026-03-01T10:00:00.000Z" } : null,
    naming: null,
    published: page.published ? { href: "/leermateriaal/d", number: 1 } : null,
    may: { write: page.write ? true : "sign_in" },
  } as unknown as DocumentPage;
  return renderToStaticMarkup(<WordsProvider language="nl"><Announcement page={view} wasSaid={page.wasSaid} /></WordsProvider>);
};

test("who writes knows from the start that the text may become public; it does not stand before the text for who only reads, nor once it is", () => {
  expect(draw({ write: true })).toContain("Deze tekst kan later openbaar worden");
  expect(draw({ write: false })).toBe("");
  expect(draw({ write: true, published: true })).toBe("");
  expect(draw({ write: true, wasSaid: true })).toBe("");
});

test("that it becomes public soon is said to everyone who reads it", () => {
  expect(draw({ write: false, announced: true })).toContain("Deze tekst wordt binnenkort openbaar");
  expect(draw({ write: true, published: true, announced: true })).toContain("Deze tekst wordt binnenkort openbaar");
});
