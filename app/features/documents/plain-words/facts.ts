import { defineFact } from "~/platform/facts";

export const plainWordsChanged = defineFact({
  name: "document.plain-words-changed",
  version: 1,
  audience: "log-only",
  label: { nl: "Een begeleider paste de lijst met moeilijke woorden van de leerplek aan", en: "Staff changed the space's list of difficult words" },
  personalData: "administration",
  fields: { words: { kind: "count", label: { nl: "aantal woorden", en: "number of words" } } },
});
