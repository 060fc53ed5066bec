import { defineFact } from "~/platform/facts";

/** Whoever has it open is judged again: writing and reading end at once. */
export const documentTrashed = defineFact({
  name: "document.trashed",
  version: 1,
  audience: "group",
  label: { nl: "Iemand zette een tekst in de prullenbak", en: "Somebody put a text in the trash" },
  personalData: "participation",
  fields: {},
  entity: "document",
  changesAccess: true,
});

export const documentPutBack = defineFact({
  name: "document.put-back",
  version: 1,
  audience: "group",
  label: { nl: "Iemand zette een tekst terug uit de prullenbak", en: "Somebody put a text back from the trash" },
  personalData: "participation",
  fields: {},
  entity: "document",
  changesAccess: true,
});

/** By a job, after its term; `emptied` where its editions stay. */
export const documentDeleted = defineFact({
  name: "document.deleted",
  version: 1,
  audience: "group",
  label: { nl: "Een tekst werd gewist na zijn tijd in de prullenbak", en: "A text was deleted after its term in the trash" },
  personalData: "never-exported",
  unsigned: true,
  fields: { editions: { kind: "count", label: { nl: "uitgaven die blijven staan", en: "editions that stay" } } },
  entity: "document",
});
