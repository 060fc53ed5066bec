import { defineFact } from "~/platform/facts";

const study = { kind: "id", label: { nl: "de studie", en: "the study" } } as const;
const organisation = { kind: "id", label: { nl: "de organisatie", en: "the organisation" } } as const;
const release = { kind: "id", label: { nl: "de levering", en: "the release" } } as const;

/** A step in the life of a study; its object is the study. */
export const studyMoved = defineFact({
  name: "research.study-moved",
  version: 1,
  audience: "log-only",
  label: { nl: "Een studie begon, veranderde, ging open of sloot", en: "A study began, changed, opened or closed" },
  personalData: "administration",
  fields: {
    to: { kind: "code", codes: ["started", "changed", "opened", "closed", "key-destroyed"], label: { nl: "wat er gebeurde", en: "what happened" } },
    sheetVersion: { kind: "count", label: { nl: "versie van het infoblad", en: "version of the information sheet" } },
  },
});

/** To each who may speak for an organisation: a study names a space that it runs. */
export const answerAsked = defineFact({
  name: "research.answer-asked",
  version: 1,
  audience: "person",
  label: { nl: "Een studie vraagt iets aan je organisatie", en: "A study asks something of your organisation" },
  personalData: "administration",
  fields: { study, organisation },
  wakes: true,
});

export const organisationAnswered = defineFact({
  name: "research.organisation-answered",
  version: 1,
  audience: "log-only",
  label: { nl: "Een organisatie antwoordde over een studie", en: "An organisation answered about a study" },
  personalData: "administration",
  fields: { organisation, agrees: { kind: "flag", label: { nl: "ja", en: "yes" } } },
});

export const researcherMoved = defineFact({
  name: "research.researcher-moved",
  version: 1,
  audience: "log-only",
  label: { nl: "Een onderzoeker werd uitgenodigd of kwam erbij", en: "A researcher was invited or came" },
  personalData: "administration",
  fields: { to: { kind: "code", codes: ["invited", "joined"], label: { nl: "wat er gebeurde", en: "what happened" } } },
});

/** Who said what about a study leaves the house in no export. */
export const consentAnswered = defineFact({
  name: "research.consent-answered",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand antwoordde op een studie", en: "Somebody answered a study" },
  personalData: "never-exported",
  fields: {
    answer: { kind: "code", codes: ["given", "refused", "withdrawn"], label: { nl: "antwoord", en: "answer" } },
    sheetVersion: { kind: "count", label: { nl: "versie van het infoblad", en: "version of the information sheet" } },
    coversBefore: { kind: "flag", label: { nl: "ook van vroeger", en: "also what was before" } },
  },
});

/** To each researcher: somebody in a release took the yes back; which row it is stands in the next release. */
export const rowsWithdrawn = defineFact({
  name: "research.rows-withdrawn",
  version: 1,
  audience: "person",
  label: { nl: "Iemand in een levering trok de toestemming in", en: "Somebody in a release withdrew consent" },
  personalData: "never-exported",
  unsigned: true,
  fields: { study },
  wakes: true,
});

export const releaseMoved = defineFact({
  name: "research.release-moved",
  version: 1,
  audience: "log-only",
  label: { nl: "Een levering werd gevraagd, gemaakt, geweigerd of opgehaald", en: "A release was asked for, made, refused or fetched" },
  personalData: "administration",
  fields: {
    release,
    to: { kind: "code", codes: ["asked", "made", "refused", "failed", "fetched"], label: { nl: "wat er gebeurde", en: "what happened" } },
    participants: { kind: "count", label: { nl: "aantal deelnemers", en: "number of participants" } },
    events: { kind: "count", label: { nl: "aantal rijen", en: "number of rows" } },
  },
});

/** To who asked for it. */
export const releaseReady = defineFact({
  name: "research.release-ready",
  version: 1,
  audience: "person",
  label: { nl: "Je levering is klaar", en: "Your release is ready" },
  personalData: "administration",
  fields: { study, release, outcome: { kind: "code", codes: ["ready", "refused", "failed"], label: { nl: "hoe het afliep", en: "how it ended" } } },
  wakes: true,
});
