import { expect, test } from "vitest";
import { ownWords } from "./own-words";

const marker = "Schrijf je antwoord boven deze lijn";
const own = (text: string) => ownWords(text, [marker]);

test.each([
  ["Op zaterdag schreef Jan mij:\nhij komt ook.\nTot dan", "what somebody tells about a letter of their own is theirs"],
  ["Van: het station\nnaar de markt", "so is a line that looks like the head of a mail"],
  ["Groetjes,\nRia", "so is a greeting without details"],
  ["Verzonden worden wil ik niet, zei ze.\nWat nu?", "so are words as of an advertisement, further up"],
  ["- melk\n- brood", "so are lists"],
  ["> citaat van een boek\nMooi toch?", "so is a quote of something else above one's own words"],
])("%j stays: %s", (text) => {
  expect(own(text)).toBe(text);
  expect(own(`${text}\n\nOp ma 24 nov 2025 om 10:12 schreef X <a@b.example>:\n> ## ${marker} ##\n> Dag\n`)).toBe(text);
});

test("the line is found in whatever clothes it comes", () => {
  for (const line of [`## ${marker} ##`, `> > *## ${marker} ##*`, `| ${marker.toUpperCase()}`, `\u200b  ${marker.replace(/ /g, "\u00a0")}  `]) expect(own(`Ja\n\n${line}\nDag\n`)).toBe("Ja");
});

test("an introduction that no pattern knows goes, when it stands right above the line and names an address and a time", () => {
  expect(own(`Ja\n\nLeerhoek <antwoord@x.example> (24.11.2025, 10:12):\n## ${marker} ##\nDag`)).toBe("Ja");
});

test("details of a person do not go along: phone, address, disclaimer", () => {
  const text = own("Ja graag.\n\nMvg\nMia Claes\nOCMW Voorbeeldem\nGSM +32 470 12 34 56\nmia@ocmw.example\n\nDit bericht is vertrouwelijk en bestemd voor wie het krijgt.");
  expect(text).toBe("Ja graag.\n\nMvg\nMia Claes");
});

test("what a program broke becomes one line again; what the writer broke does not", () => {
  expect(own("Dit is een zin die zo lang is dat het programma ze in het midden moest breken\nomdat er een grens is.\nDit is een nieuwe zin.\nEn nog een.")).toBe(
    "Dit is een zin die zo lang is dat het programma ze in het midden moest breken omdat er een grens is.\nDit is een nieuwe zin.\nEn nog een.",
  );
});

test("long and strange texts are read in no time to speak of", () => {
  for (const text of ["Op ".repeat(50_000), `${"Le 1 ".repeat(20_000)}:`, "> ".repeat(100_000), "\n".repeat(100_000), `${"a@".repeat(50_000)} 10:12:`, "0".repeat(100_000), `Mvg\n${"0 ".repeat(50_000)}`]) {
    const before = performance.now();
    own(text);
    expect(performance.now() - before).toBeLessThan(2_000);
  }
});
