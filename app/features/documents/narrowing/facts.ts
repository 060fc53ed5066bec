import { defineFact } from "~/platform/facts";

/** Whoever has it open is judged again at once; those of its group who do not read it any more hear that it is gone. */
export const documentNarrowed = defineFact({
  name: "document.narrowed",
  version: 1,
  audience: "group",
  label: { nl: "Iemand koos wie een tekst leest en wie eraan schrijft", en: "Somebody chose who reads a text and who writes in it" },
  personalData: "administration",
  fields: {},
  entity: "document",
  changesAccess: true,
});

/** For one person: they were chosen to write along in a text. */
export const chosenForYou = defineFact({
  name: "document.chosen-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Je bent gekozen om mee te schrijven aan een tekst", en: "You were chosen to write along in a text" },
  personalData: "administration",
  fields: { document: { kind: "id", label: { nl: "tekst", en: "text" } } },
  wakes: true,
});
