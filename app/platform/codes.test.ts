import { expect, test } from "vitest";
import { codes } from "./codes";
import { fieldCodes } from "./define-action.server";
import { languages } from "./language";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

const texts: Record<string, Record<string, string>> = { nl, fr, en };

test.each(languages)("every code has a text in %s, and no text is left over", (language) => {
  const wanted = [...Object.keys(codes), ...fieldCodes.map((code) => `field_${code}`)].sort();
  expect(Object.keys(texts[language]!).sort()).toEqual(wanted);
  for (const text of Object.values(texts[language]!)) expect(text).toMatch(/[.?!]$/);
});
