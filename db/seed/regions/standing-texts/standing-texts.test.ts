import { describe, expect, it } from "vitest";
import { textsOf } from "../block";
import { en } from "./en";
import { fr } from "./fr";
import { nl } from "./nl";
import { defaultHouseRules, fixedHouseRule } from "./nl/house-rules";
import { fillPage, placeholders, standingPageKeys, type StandingTexts } from "./standing-text";

const languages: Record<string, StandingTexts> = { nl, fr, en };
const values = { installation: "Voorbeeld", contactName: "Mia", contactPhone: "000", contactEmail: "mia@voorbeeld.example", dpoContact: "Piet" };

/** Sentences of the running text; list items count as sentences of their own. */
function sentences(texts: string[]): string[] {
  return texts.flatMap((text) => text.split(/(?<=[.!?:])\s+/)).filter((sentence) => /\p{L}/u.test(sentence));
}
const words = (sentence: string) => sentence.split(/\s+/).length;

describe.each(Object.keys(languages))("standing texts in %s", (language) => {
  const texts = languages[language]!;

  it.each(standingPageKeys)("has a complete page: %s", (key) => {
    const page = texts[key];
    expect(page.title.length).toBeGreaterThan(3);
    expect(page.summary).toMatch(/[.?!]$/);
    expect(textsOf(page.blocks).join(" ").split(" ").length).toBeGreaterThan(60);
  });

  it("uses known placeholders only, and all are filled", () => {
    for (const key of standingPageKeys) {
      const page = texts[key];
      const used = JSON.stringify(page).match(/\{\{(\w+)\}\}/g) ?? [];
      for (const name of used) expect(placeholders.map((known) => `{{${known}}}`)).toContain(name);
      expect(JSON.stringify(fillPage(page, values))).not.toContain("{{");
    }
  });

  it("names a phone number for help and the contact point of the Digital Services Act", () => {
    expect(JSON.stringify(texts.help)).toContain("{{contactPhone}}");
    expect(JSON.stringify(texts.moderation)).toMatch(/11 (en|et|and) 12/);
  });
});

describe("plain Dutch", () => {
  it.each(standingPageKeys)("keeps sentences short: %s", (key) => {
    const lengths = sentences(textsOf(nl[key].blocks)).map(words);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(20);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(28);
  });

  it("says je, not u", () => {
    for (const key of standingPageKeys) expect(textsOf(nl[key].blocks).join(" ")).not.toMatch(/\b(u|uw|Uw)\b/);
  });

  it("starts the default house rules with the fixed one", () => {
    expect(defaultHouseRules[0]).toBe(fixedHouseRule);
    expect(fixedHouseRule).toBe("Wat je hier schrijft, komt niet in je dossier.");
  });
});

describe("fillPage", () => {
  it("fills titles, items and addresses", () => {
    const page = fillPage(nl.help, values);
    expect(page.blocks).toContainEqual({ kind: "link", text: "Schrijf een e-mail", href: "mailto:mia@voorbeeld.example" });
  });

  it("leaves an unknown placeholder where it can be seen", () => {
    const page = fillPage({ title: "{{onbekend}}", summary: "x", blocks: [] }, values);
    expect(page.title).toBe("{{onbekend}}");
  });
});
