import { describe, expect, it } from "vitest";
import type { ContentNode } from "../content";
import { productWords, wordsOfLines } from "./difficult-words";
import { judgeText, lacksAlt, type HintKind } from "./judge-text";
import { difficultIn, bindWords, isLong, isPassive, sentencesOf } from "./sentences";

const text = (words: string, href?: string): ContentNode => ({ type: "text", text: words, ...(href ? { marks: [{ type: "link", attrs: { href } }] } : {}) });
const p = (...content: (ContentNode | string)[]): ContentNode => ({ type: "paragraph", content: content.map((one) => (typeof one === "string" ? text(one) : one)) });
const h = (level: number, words: string): ContentNode => ({ type: "heading", attrs: { level }, content: words ? [text(words)] : [] });
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });
const kinds = (content: ContentNode, words = productWords): HintKind[] => judgeText(content, words).hints.map(({ kind }) => kind);

describe("sentences", () => {
  it("end at a stop, not at a short form", () => {
    expect(sentencesOf("Neem bv. De Lijn. Of ga te voet! Bel nr. 5 (zie p. 12). En dan? \"Ja.\" Klaar")).toEqual(["Neem bv. De Lijn.", "Of ga te voet!", "Bel nr. 5 (zie p. 12).", "En dan?", "\"Ja.\"", "Klaar"]);
    expect(sentencesOf("Een\nTwee\n\n…")).toEqual(["Een", "Twee"]);
  });

  it.each([
    ["De koffie wordt door Noor gezet.", true],
    ["De affiches werden opgehangen.", true],
    ["Er is veel over geschreven en het wordt volgend jaar aangepast.", true],
    ["Het wordt koud.", false],
    ["Wij werden vrienden.", false],
    ["Noor heeft koffie gezet.", false],
    ["Dat wordt een mooi gebied met veel geld.", false],
  ])("%j is passive: %s", (sentence, passive) => expect(isPassive(sentence)).toBe(passive));

  it("is long above twenty words", () => {
    expect(isLong(Array.from({ length: 20 }, () => "woord").join(" "))).toBe(false);
    expect(isLong(Array.from({ length: 21 }, () => "woord").join(" "))).toBe(true);
  });

  it("finds words and groups of words, and lets a leerplek's own explanation go first", () => {
    const book = bindWords([...productWords, ...wordsOfLines("indien = als\nlokaal bestuur = gemeente\nzonder teken\n = niets")]);
    expect(difficultIn("Indien het lokaal bestuur dat wil, met betrekking tot de bus.", book).map(({ word, instead }) => [word, instead])).toEqual([["indien", "als"], ["lokaal bestuur", "gemeente"], ["met betrekking tot", "over"]]);
    expect(difficultIn("Het lokaal is open.", book)).toEqual([]);
  });

  it("does not point out a word that a leerplek calls fine", () => {
    const sentence = "Het traject begint thans, met betrekking tot de bus.";
    const found = (own: string) => difficultIn(sentence, bindWords([...productWords, ...wordsOfLines(own)])).map(({ word }) => word);
    expect(found("")).toEqual(["traject", "thans", "met betrekking tot"]);
    expect(found("Traject =\nmet  betrekking tot=")).toEqual(["thans"]);
    expect(found("traject =\ntraject = weg")).toEqual(["traject", "thans", "met betrekking tot"]);
  });
});

describe("what a reader may stumble over", () => {
  it("is nothing in a plain text with headings in order", () => {
    const judged = judgeText(doc(h(2, "De bus"), p("Noor neemt de bus. Jef gaat mee."), h(3, "Wat heb je nodig?"), p("Een ticket."), h(2, "En dan?"), p(text("Het uurrooster van de bus", "https://example.org"))), productWords);
    expect(judged).toEqual({ hints: [], more: 0, sentences: 4, easy: 4, score: 100 });
  });

  it("names the part that it stands in", () => {
    const { hints, score, easy, sentences } = judgeText(doc(p("Indien het regent, blijven we thuis."), h(2, "Het plan"), p("Er wordt een plan gemaakt. Wij gaan."), { type: "bulletList", content: [{ type: "listItem", content: [p("Thans is alles klaar.")] }] }), productWords);
    expect(hints).toEqual([
      { kind: "difficult_word", section: 0, sectionTitle: "", quote: "indien", instead: "als" },
      { kind: "passive", section: 1, sectionTitle: "Het plan", quote: "Er wordt een plan gemaakt." },
      { kind: "difficult_word", section: 1, sectionTitle: "Het plan", quote: "thans", instead: "nu" },
    ]);
    expect([score, easy, sentences]).toEqual([25, 1, 4]);
  });

  it("sees headings out of order, empty ones, and a long text without any", () => {
    expect(kinds(doc(h(3, "Te klein"), h(2, "Goed"), h(4, "Sprong"), h(2, "")))).toEqual(["heading_first", "heading_skip", "heading_empty"]);
    expect(kinds(doc(...Array.from({ length: 100 }, () => p("Noor neemt vandaag de bus."))))).toEqual(["no_headings"]);
  });

  it("sees links that do not say where they lead, over several pieces too", () => {
    const bold: ContentNode = { type: "text", text: " hier", marks: [{ type: "bold" }, { type: "link", attrs: { href: "https://a.example" } }] };
    expect(kinds(doc(p(text("Klik", "https://a.example"), bold, " of ", text("https://a.example/lang", "https://a.example"))))).toEqual(["link_words", "link_bare"]);
    expect(kinds(doc(p(text("hier", "https://a.example"), text(" staat alles", "https://a.example"))))).toEqual([]);
  });

  it("stops at a picture without words, wherever it stands, and puts that first", () => {
    const picture = (alt: unknown): ContentNode => ({ type: "picture", attrs: { alt } });
    const inside = doc(p("Indien het kan."), { type: "blockquote", content: [picture(" ")] });
    expect(kinds(inside)).toEqual(["alt_missing", "difficult_word"]);
    for (const alt of ["", "  ", undefined, 4]) expect(lacksAlt(doc(picture(alt)))).toBe(true);
    expect(lacksAlt(doc(picture("Een bus")))).toBe(false);
    expect(kinds(doc(picture("IMG_2041"), picture("Een bus aan de halte")))).toEqual(["alt_file", "picture_text", "picture_text"]);
  });

  it("asks for headers in a table, above or at the side", () => {
    const row = (...cells: string[]): ContentNode => ({ type: "tableRow", content: cells.map((type) => ({ type, content: [p("Uur")] })) });
    const table = (...rows: ContentNode[]) => doc({ type: "table", content: rows });
    expect(kinds(table(row("tableCell", "tableCell"), row("tableCell", "tableCell")))).toEqual(["table_header"]);
    expect(kinds(table(row("tableHeader", "tableHeader"), row("tableCell", "tableCell")))).toEqual([]);
    expect(kinds(table(row("tableHeader", "tableCell"), row("tableHeader", "tableCell")))).toEqual([]);
  });

  it("lists a hundred at most and says how many more; what stops comes first all the same", () => {
    const judged = judgeText(doc(...Array.from({ length: 130 }, () => p("Indien het kan.")), { type: "picture", attrs: {} }), productWords);
    expect([judged.hints.length, judged.more, judged.hints[0]!.kind]).toEqual([100, 32, "alt_missing"]);
  });

  it("takes a megabyte of anything, one word too, without stalling", () => {
    for (const words of ["a".repeat(1_000_000), "wordt ge".repeat(120_000), "Bv. ".repeat(250_000), "Bv. A. ".repeat(150_000), ". ".repeat(400_000)]) {
      const before = performance.now();
      judgeText(doc(p(words)), productWords);
      expect(performance.now() - before).toBeLessThan(4_000);
    }
  });

  it("leaves the reading of another language alone", () => expect(judgeText(doc(p("Indien. Thans. Reeds.")), productWords, "fr")).toEqual({ hints: [], more: 0, sentences: 0, easy: 0, score: null }));
});
