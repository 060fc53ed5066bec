import { expect, test } from "vitest";
import type { LoadContext } from "./load-context.server";
import { giveMarkup, standInFor, type PageMarkup } from "./page-markup.server";
import { useLanguage } from "./define-words";

let drawn = 0;
const count = () => void (drawn += 1);
function Part({ words, onDraw }: { words: string; onDraw: () => void }) {
  onDraw();
  return <p lang={useLanguage()}>{words}</p>;
}

/** What one page draws. */
function draw(words: string, keep?: { of: object; by: unknown }, language = "nl"): string {
  const markup: PageMarkup = new Map();
  giveMarkup({ context: { ctx: { language }, markup } as unknown as LoadContext }, "text", <Part words={words} onDraw={count} />, keep);
  return markup.get("text")!().toString();
}

test("what is kept is drawn once for all that see the same, and anew for who does not", () => {
  drawn = 0;
  const text = {};
  expect([draw("<Een>", { of: text, by: ["Ann"] }), draw("<Een>", { of: text, by: ["Ann"] })]).toEqual(['<p lang="nl">&lt;Een&gt;</p>', '<p lang="nl">&lt;Een&gt;</p>']);
  expect(drawn).toBe(1);
  expect(draw("<Een>", { of: text, by: ["Bea"] }, "nl")).toContain("Een");
  expect(draw("<Een>", { of: text, by: ["Ann"] }, "fr")).toContain('lang="fr"');
  expect(draw("Twee", { of: {}, by: ["Ann"] })).toContain("Twee");
  expect(drawn).toBe(4);
  draw("<Een>", { of: text, by: ["Ann"] });
  expect(drawn).toBe(4);
});

test("of one thing only the last few looks are kept", () => {
  const text = {};
  const look = (by: number) => draw("Een", { of: text, by });
  [1, 2, 3, 4].forEach(look);
  drawn = 0;
  [4, 3, 2].forEach(look);
  expect(drawn).toBe(0);
  look(1);
  expect(drawn).toBe(1);
});

test("without something to keep it with, it is drawn for each page, and for none that does not ask", () => {
  drawn = 0;
  draw("Een");
  draw("Een");
  expect(drawn).toBe(2);
  giveMarkup({ context: { ctx: { language: "nl" }, markup: new Map() } as unknown as LoadContext }, "text", <Part words="Een" onDraw={count} />);
  expect(drawn).toBe(2);
});

test("the very bytes that are kept take the place of what stood in for them, in the order of the page", () => {
  const parts = { text: Buffer.from("<p>Één</p>"), foot: Buffer.from("<p>Voet</p>") };
  const { standIn, putIn } = standInFor(new Map(Object.entries(parts).map(([name, part]) => [name, () => part])), "geheim");
  const [foot, text] = [standIn("foot"), standIn("text")];
  expect([standIn("nowhere"), foot.includes("Voet")]).toEqual(["", false]);
  const page = putIn(Buffer.from(`<h1>Één</h1>${text}<hr><!--ander text-->${foot}</body>`));
  expect(Buffer.concat(page).toString()).toBe("<h1>Één</h1><p>Één</p><hr><!--ander text--><p>Voet</p></body>");
  expect(page).toContain(parts.text);
  expect(page.find((part) => part === parts.foot)).toBe(parts.foot);
});

test("a page without such a part comes as it was drawn, and a part that is not drawn is not made", () => {
  const { putIn } = standInFor(new Map([["text", () => expect.unreachable()]]), "geheim");
  expect(Buffer.concat(putIn(Buffer.from("<p>Kort</p>"))).toString()).toBe("<p>Kort</p>");
});

test("what was drawn for a page that then became another is not in it", () => {
  const { standIn, putIn } = standInFor(new Map([["text", () => Buffer.from("<p>Niet voor jou</p>")]]), "geheim");
  standIn("text");
  expect(Buffer.concat(putIn(Buffer.from("<p>Dat ging mis</p>"))).toString()).toBe("<p>Dat ging mis</p>");
});
