import { defineFact } from "~/platform/facts";

/** For one person: somebody named you in a shared text. Once per text, however often the name comes and goes. */
export const namedForYou = defineFact({
  name: "document.named-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Iemand noemde jou in een tekst van de groep", en: "Somebody named you in a shared text" },
  personalData: "administration",
  fields: { document: { kind: "id", label: { nl: "tekst", en: "text" } } },
  wakes: true,
});
