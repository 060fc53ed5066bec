import { defineFact } from "~/platform/facts";

/** For one person: somebody gave them a task in a text. The object is the task for that person: once for each. */
export const taskForYou = defineFact({
  name: "document.task-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Iemand gaf jou een taak in een tekst", en: "Somebody gave you a task in a text" },
  personalData: "administration",
  fields: { document: { kind: "id", label: { nl: "tekst", en: "text" } } },
  wakes: true,
});
