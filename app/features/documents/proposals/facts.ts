import { defineFact } from "~/platform/facts";

const document = { kind: "id", label: { nl: "tekst", en: "text" } } as const;
/** What became of a proposal. */
export const outcomes = ["accepted", "partly", "declined"] as const;
const outcome = { kind: "code", codes: outcomes, label: { nl: "wat ervan werd", en: "what became of it" } } as const;

/** Everyone who wrote along hears of it. */
export const proposalSent = defineFact({
  name: "document.proposal-sent",
  version: 1,
  audience: "group",
  label: { nl: "Iemand stelde een wijziging van een tekst voor", en: "Somebody proposed a change to a text" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/submit", activity: "http://id.tincanapi.com/activitytype/document" },
  fields: { document, parts: { kind: "count", label: { nl: "plaatsen", en: "places" } } },
  wakes: true,
});

export const proposalWithdrawn = defineFact({
  name: "document.proposal-withdrawn",
  version: 1,
  audience: "group",
  label: { nl: "Iemand trok een eigen voorstel in", en: "Somebody withdrew their proposal" },
  personalData: "participation",
  fields: { document },
});

export const proposalDecided = defineFact({
  name: "document.proposal-decided",
  version: 1,
  audience: "group",
  label: { nl: "Iemand besliste over een voorstel voor een tekst", en: "Somebody decided on a proposal for a text" },
  personalData: "participation",
  fields: { document, outcome, taken: { kind: "count", label: { nl: "plaatsen overgenomen", en: "places taken over" } } },
});

/** For who proposed it. */
export const proposalAnswered = defineFact({
  name: "document.proposal-answered-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Er is beslist over jouw voorstel", en: "Your proposal was decided on" },
  personalData: "administration",
  fields: { document, outcome },
  wakes: true,
});

export const proposalModerated = defineFact({
  name: "document.proposal-moderated",
  version: 1,
  audience: "group",
  label: { nl: "Een voorstel werd verborgen of teruggezet", en: "A proposal was hidden or restored" },
  personalData: "never-exported",
  unsigned: true,
  fields: { document },
});
