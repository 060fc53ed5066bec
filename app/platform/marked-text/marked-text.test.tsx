import { renderToStaticMarkup } from "react-dom/server";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../written-text";
import { MarkedText } from "./marked-text";
import { parseMarks, type Inline } from "./parse-marks";
import { textOf, withoutMarks } from "./text-of";

const html = (text: string) => renderToStaticMarkup(<MarkedText text={text} />).replace(/<\/?span>/g, "");
const p = (inner: string) => `<p>${inner}</p>`;
const rel = 'rel="noopener nofollow ugc"';

describe("marks", () => {
  it.each([
    ["**vet**", "<strong>vet</strong>"],
    ["*schuin* en _schuin_", "<em>schuin</em> en <em>schuin</em>"],
    ["***allebei***", "<strong><em>allebei</em></strong>"],
    ["**vet en _schuin_ erin**", "<strong>vet en <em>schuin</em> erin</strong>"],
    ["(**ja**), \"*nee*\".", "(<strong>ja</strong>), &quot;<em>nee</em>&quot;."],
    ["**een** twee **drie**", "<strong>een</strong> twee <strong>drie</strong>"],
    ["*a **b *c*", "*a **b <em>c</em>"],
    ["**x*", "**x*"],
    ["**<b onclick=x>**", "<strong>&lt;b onclick=x&gt;</strong>"],
  ])("%s", (text, shown) => expect(html(text)).toBe(p(shown)));

  it.each(["2 * 3 * 4", "5*3*2", "een_lange_naam_hier", "k*t en g*d", "*_* en -_- en *-*", "¯\\_(ツ)_/¯", "*****", "_____", "__init__", "vul in: ____ en ____", "a ** b ** c", "-5 graden", "14.30 uur", "@ en [ en ](", "**niet\ndicht**"])(
    "leaves %s as it is",
    (text) => expect(html(text)).not.toMatch(/<(?!\/?p>|br\/>)/),
  );
});

describe("paragraphs and lists", () => {
  it("keeps paragraphs and lines as they were", () => expect(html("een\ntwee\n\n\ndrie")).toBe("<p>een<br/>twee</p><p>drie</p>"));
  it("makes lists, straight after a line too", () =>
    expect(html("Breng mee:\n- brood\n* **kaas**\n• melk\nTot dan")).toBe("<p>Breng mee:</p><ul><li>brood</li><li><strong>kaas</strong></li><li>melk</li></ul><p>Tot dan</p>"));
  it("counts on from the number that was written", () => expect(html("3. drie\n4) vier\n\n- los")).toBe('<ol start="3"><li>drie</li><li>vier</li></ol><ul><li>los</li></ul>'));
});

describe("links", () => {
  it.each([
    ["https://www.ieper.be/", "https://www.ieper.be/", "ieper.be"],
    ["http://a.be/b?c=d&e#f", "http://a.be/b?c=d&amp;e#f", "a.be/b…"],
    ["www.vlaanderen.be/fietsen", "https://www.vlaanderen.be/fietsen", "vlaanderen.be/fietsen"],
    ["https://ieper.be/een/heel/lang/pad/dat/niet/ophoudt", "https://ieper.be/een/heel/lang/pad/dat/niet/ophoudt", "ieper.be/een/heel/lang/pad/dat/niet/opho…"],
    ["mailto:jan@ieper.be", "mailto:jan@ieper.be", "jan@ieper.be"],
    ["jan.p_x@sport.ieper.be", "mailto:jan.p_x@sport.ieper.be", "jan.p_x@sport.ieper.be"],
    ["[Lees meer](https://ieper.be/x_(y))", "https://ieper.be/x_(y)", "Lees meer (ieper.be)"],
    ["[kbc.be](https://kwaad.example/kbc.be)", "https://kwaad.example/kbc.be", "kbc.be (kwaad.example)"],
    ["[mail ons](mailto:a@b.be)", "mailto:a@b.be", "mail ons (a@b.be)"],
    ["https://kbс.be", "https://xn--kb-pmc.be/", "xn--kb-pmc.be"],
  ])("%s", (text, href, shown) => expect(html(text)).toBe(p(`<a href="${href}" ${rel}>${shown}</a>`)));

  it("leaves the punctuation of the sentence out, and keeps brackets that belong to the address", () => {
    expect(html("Zie (https://a.be/x). Of https://a.be/x_(y)!")).toBe(p(`Zie (<a href="https://a.be/x" ${rel}>a.be/x</a>). Of <a href="https://a.be/x_(y)" ${rel}>a.be/x_(y)</a>!`));
    expect(html("**https://a.be**")).toBe(p(`<strong><a href="https://a.be/" ${rel}>a.be</a></strong>`));
  });

  it.each([
    "javascript:alert(1)", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,x)", "[x](//evil.be)", "[x](/ik)", "[x](vbscript:x)", "[x](ftp://a.be)", "https://bank.be@evil.be/", "https://u:p@evil.be",
    "https://", "www.", "www.x", "https://..", "xhttps://a.be", "a@b", "@jan",
  ])("%s is no link", (text) => expect(html(text)).not.toContain("<a"));
});

it("keeps the words of a link that it cannot make", () => expect(html("[](https://a.be) [x](mailto:a@b.be?cc=y)")).toBe(p(`[](<a href="https://a.be/" ${rel}>a.be</a>) [x](<a href="mailto:a@b.be" ${rel}>a@b.be</a>?cc=y)`)));

describe("as plain text", () => {
  const text = "**Breng** _mee_:\n- brood\n- [kaas](https://k.be/lang)\n\n1. www.a.be/b?c";
  it("is without marks, with whole addresses for a mail", () => expect(withoutMarks(text)).toBe("Breng mee:\n\n- brood\n- kaas (https://k.be/lang)\n\n1. www.a.be/b?c"));
  it("is short for a list", () => expect(withoutMarks(text, "short")).toBe("Breng mee:\n\n- brood\n- kaas\n\n1. a.be/b…"));
});

const pieces = ["*", "**", "_", "[", "](", ")", "(", "@", "https://", "www.", "mailto:", "javascript:", "a.be", "/", "\n", "\n\n", "- ", "1. ", " ", "woord", "é", "😀", "<script>", "\"", "'", "\u202e", "\ud800", "."];
const wild = fc.oneof({ weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((some) => some.join("")) }, fc.string({ unit: "binary", maxLength: 200 }));

describe("whatever is written", () => {
  it("never throws, and gives only elements and addresses of the known kinds", () => {
    fc.assert(
      fc.property(wild, (text) => {
        const walk = (nodes: readonly Inline[]): void =>
          nodes.forEach((node) => {
            if (node.kind === "link") expect(node.href).toMatch(/^(https?:\/\/[^\s"<>]+|mailto:[^\s"<>:?]+)$/);
            else if ("children" in node) walk(node.children);
          });
        for (const block of parseMarks(text)) (block.kind === "list" ? block.items : block.lines).forEach(walk);
        expect(renderToStaticMarkup(<MarkedText text={text} />)).toMatch(/^(<\/?(p|span|ul|li|strong|em)>|<ol( start="\d+")?>|<\/ol>|<br\/>|<a href="(https?:\/\/|mailto:)[^"<>]*" rel="noopener nofollow ugc">|<\/a>|[^<>])*$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it("loses no word: but for the marks, all that was written is still there", () => {
    const letters = (text: string) => text.replace(/[^\p{L}]/gu, "");
    fc.assert(fc.property(wild.filter((text) => !/mailto|\n/i.test(text)), (text) => void expect(letters(withoutMarks(text))).toBe(letters(text))), { numRuns: 1_000 });
  });

  it("gives back a text without marks as it was", () => {
    const plain = fc.string({ unit: fc.constantFrom(..."abc éü.,!?()'\n:;&<>\"😀"), maxLength: 200 }).map((text) => cleanText(text).replace(/\n{2,}/g, "\n\n"));
    fc.assert(fc.property(plain, (text) => void expect(textOf(parseMarks(text))).toBe(text)));
  });
});

it.each(["*", "_", "**a ", "*a", " *a", "a* ", "*.", ".* ", "[", "[a](", "[a](https://a", "](", "(", "@", "a@", "a@a.", "https://", "https://a.be/(", "https://)", "www.", "*a **b _c ", "a_", "- ", "1.", "  ", "mailto:", "\n"])("takes time in proportion to the text, also for one of nothing but %j", (piece) => {
  const text = piece.repeat(200_000 / piece.length);
  const from = performance.now();
  parseMarks(text);
  // Some fifty milliseconds; anything quadratic takes many seconds.
  expect(performance.now() - from).toBeLessThan(1_500);
});
