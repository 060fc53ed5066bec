import { expect, test } from "vitest";
import { reportWords, type ReportKind } from "~/features/house-rules/report-path";
import { languages } from "~/platform/language";
import { findings, laws, measures } from "../codes";
import { findingSentence, ruleSentence, writeLetter, type LetterFacts } from "./write-letter";

const base: LetterFacts = {
  kind: "message",
  title: "De bus naar Diksmuide",
  spaceName: "Samen op weg",
  found: "insult",
  rule: { house: "We blijven vriendelijk." },
  measure: "hide",
  where: null,
  until: null,
  words: "",
  organisation: "Gemeente Hier",
};

test("says what happened, by which rule, what follows, how it was decided and how to object", () => {
  expect(writeLetter(base)).toBe(
    [
      "Dit gaat over je bericht in het gesprek “De bus naar Diksmuide”.",
      "Wat er gebeurde\nIemand wordt beledigd of gekleineerd.",
      "Waarom dat niet kan\nHet is een afspraak van deze leerplek: “We blijven vriendelijk.”",
      "Wat we doen\nWe verbergen het. Anderen kunnen het niet meer lezen. We gooien niets weg.",
      "Hoe we dit beslisten\nIemand meldde dit aan ons. Een mens las het en besliste: een moderator van Gemeente Hier. Geen computer besliste mee.",
      "Niet akkoord?\nVraag binnen zes maanden om opnieuw te kijken. Dat is gratis. Iemand anders beslist dan en schrijft je waarom. Je kunt ook naar een rechter gaan, of naar een erkende dienst die ruzies oplost zonder rechter.",
    ].join("\n\n"),
  );
});

test("names the law, where and until when, and keeps added words in one part", () => {
  const letter = writeLetter({ ...base, rule: { law: "threat" }, measure: "suspend", where: { scope: "group", name: "Buurtbus" }, until: new Date("2025-12-03T13:00:00Z"), words: "Eerst dit.\n\nDan dat.", organisation: null });
  expect(letter).toContain("Het gaat om de strafwet over bedreiging en belaging.");
  expect(letter).toContain("Je kunt in de groep “Buurtbus” niet meedoen tot woensdag 3 december 2025 om 14 uur.");
  expect(letter).toContain("\n\nDe moderator schrijft erbij\nEerst dit.\nDan dat.\n\n");
  expect(letter).toContain("iemand van de wachtdienst");
});

test("for every kind, finding, law and measure, in every language, no word is missing and no placeholder is left", () => {
  for (const language of languages) {
    for (const kind of Object.keys(reportWords) as ReportKind[]) {
      for (const measure of measures) {
        for (const until of [null, new Date("2025-12-03T13:00:00Z")]) {
          const letter = writeLetter({ ...base, kind, measure, until, where: { scope: "space", name: "Samen op weg" } }, language);
          expect(letter).not.toMatch(/\{\{|[a-z]+_[a-z]+/);
        }
      }
    }
    for (const found of findings) expect(writeLetter({ ...base, found }, language)).not.toMatch(/[a-z]+_found/);
    for (const law of laws) expect(writeLetter({ ...base, rule: { law } }, language)).not.toMatch(/[a-z]+_law/);
  }
});

test("keeps with the decision what it said", () => {
  expect(findingSentence("privacy")).toBe("Er staan gegevens of beelden in van iemand die dat niet wil.");
  expect(ruleSentence({ house: "Geen reclame." })).toBe("Geen reclame.");
  expect(ruleSentence({ law: "copyright" })).toBe("de wet op het auteursrecht");
  expect(ruleSentence(null)).toBe("");
});
