import { defineFact } from "~/platform/facts";

/** Open pages stay as they are: nothing moves while somebody reads. */
export const documentPlaced = defineFact({
  name: "document.placed",
  version: 1,
  audience: "group",
  label: { nl: "Iemand gaf een tekst een andere plaats tussen de teksten", en: "Somebody gave a text another place among the texts" },
  personalData: "participation",
  fields: {},
});
