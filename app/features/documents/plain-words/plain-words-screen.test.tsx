import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WordsProvider } from "~/platform/define-words";
import type { Verdict } from "~/platform/codes";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { languages } from "~/platform/language";
import { Gate } from "../gate/gate-section";
import { PlainWordsScreen } from "./plain-words-screen";

const page = { space: { id: "s", slug: "op-weg", name: "Op weg" }, lines: "traject =", rev: 4, product: [{ word: "thans", instead: "nu" }] };
const typed = { lines: "dus = zo\nfout", rev: "3" };
const draw = (refusal?: FormRefusal, language: (typeof languages)[number] = "nl", may: Verdict = true) =>
  renderToStaticMarkup(<WordsProvider language={language}><PlainWordsScreen page={{ ...page, may }} saved={false} refusal={refusal} /></WordsProvider>);
const wrong: FormRefusal = { code: "invalid_input", fields: { lines: "not_valid" }, values: typed, detail: { line: 2 } };
const stale: FormRefusal = { code: "stale", fields: {}, values: typed };

test("a line that cannot be read is named by its number, and what was typed stays", () => {
  const html = draw(wrong);
  expect(html).toContain("Regel 2 kunnen we niet lezen");
  expect(html).toContain("dus = zo\nfout</textarea>");
  expect(html).toContain('name="rev" value="3"');
  expect(draw({ ...wrong, fields: { lines: "too_long" } })).toContain("Regel 2 is te lang");
});

test("who was too late sees both lists, and saves over the one that is shown", () => {
  const html = draw(stale);
  expect(html).toContain("<li>traject =</li>");
  expect(html).toContain("dus = zo\nfout</textarea>");
  expect(html).toContain('name="rev" value="4"');
  expect(draw()).not.toContain("<li>traject =</li>");
});

test("while the leerplek is stopped it says why and shows the list to read; what was sent meanwhile stays in the form", () => {
  const html = draw(undefined, "nl", "paused");
  expect(html).toContain("Deze leerplek staat even stil.");
  expect(html).toContain("<li>traject =</li>");
  expect(html).not.toContain("<form");
  expect(draw({ code: "paused", fields: {}, values: typed }, "nl", "paused")).toContain("dus = zo\nfout</textarea>");
});

test("it has words in each language, and lists the product's words", () => {
  for (const language of languages) for (const refusal of [undefined, wrong, stale]) {
    const html = draw(refusal, language);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/\{\{|>\w+_\w+</);
    expect(html).toContain("<li>thans = nu</li>");
  }
});

test("the hints about difficult words lead to the list, for who may change it", () => {
  const judgement = { hints: [{ kind: "difficult_word" as const, section: 0, sectionTitle: "", quote: "thans", instead: "nu" }], more: 0, sentences: 1, easy: 0, score: null };
  const gate = (words: string | null) => renderToStaticMarkup(<WordsProvider language="nl"><Gate documentId="d" judgement={judgement} words={words} /></WordsProvider>);
  expect(gate("/lijst")).toContain('Deze woorden komen uit een lijst. <a href="/lijst">Pas de lijst aan</a>');
  expect(gate(null)).not.toContain("lijst");
});
