import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WordsProvider } from "~/platform/define-words";
import type { EditionPage } from "../editions/read-edition.server";
import { ComparedWith } from "./edition-parts";

test("an edition leads to what changed since an earlier one, and in a later one, never backwards", () => {
  const page = { edition: { number: 2, href: "/leermateriaal/de-bus/2" } } as EditionPage;
  const drawn = (number: number) => renderToStaticMarkup(<WordsProvider language="nl"><ComparedWith page={page} number={number} /></WordsProvider>);
  expect(drawn(1)).toBe('<a href="/leermateriaal/de-bus/vergelijken?van=1&amp;tot=2">Wat veranderde er sinds uitgave 1?</a>');
  expect(drawn(3)).toBe('<a href="/leermateriaal/de-bus/vergelijken?van=2&amp;tot=3">Wat veranderde er in uitgave 3?</a>');
});
