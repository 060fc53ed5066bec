import { defineFact } from "~/platform/facts";

/** Whoever has it open is judged again at once, as members of the group where it came. */
export const documentMovedAway = defineFact({
  name: "document.moved-away",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider verplaatste een tekst naar een andere groep", en: "Staff moved a shared text to another group" },
  personalData: "administration",
  fields: {},
  entity: "document",
  changesAccess: true,
});

/** A case about it follows. */
export const documentMovedHere = defineFact({
  name: "document.moved-here",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider verplaatste een tekst naar hier", en: "Staff moved a shared text to here" },
  personalData: "administration",
  fields: {},
  entity: "document",
  wakes: true,
});

/** For one person: a text in which they wrote was moved. Of several that went along the one that stands highest. */
export const documentMovedForYou = defineFact({
  name: "document.moved-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Een begeleider verplaatste een tekst waaraan je meeschreef", en: "Staff moved a shared text that you wrote along on" },
  personalData: "administration",
  fields: { document: { kind: "id", label: { nl: "tekst", en: "text" } } },
  wakes: true,
});
