import { defineFact, type FactField } from "~/platform/facts";
import { deskRoles, findings, measures, ownerReasons, reportReasons } from "./codes";

const caseId = { kind: "id", label: { nl: "zaak", en: "case" } } as const satisfies FactField;
const decisionId = { kind: "id", label: { nl: "beslissing", en: "decision" } } as const satisfies FactField;
const appealId = { kind: "id", label: { nl: "vraag om opnieuw te kijken", en: "request for a second look" } } as const satisfies FactField;
const measure = { kind: "code", codes: measures, label: { nl: "maatregel", en: "measure" } } as const satisfies FactField;
const outcome = { kind: "code", codes: ["upheld", "overturned"], label: { nl: "uitkomst", en: "outcome" } } as const satisfies FactField;
const desk = { audience: "desk", version: 1, entity: "case", personalData: "administration" } as const;
const toPerson = { audience: "person", version: 1, personalData: "administration", wakes: true } as const;

export const thingReported = defineFact({
  ...desk,
  name: "moderation.thing-reported",
  label: { nl: "Iemand meldde iets", en: "Somebody reported something" },
  personalData: "never-exported",
  unsigned: true,
  fields: {
    caseId,
    reason: { kind: "code", codes: reportReasons, label: { nl: "reden", en: "reason" } },
    danger: { kind: "flag", label: { nl: "iemand is in gevaar", en: "somebody is in danger" } },
    illegal: { kind: "flag", label: { nl: "tegen de wet", en: "against the law" } },
    reports: { kind: "count", label: { nl: "aantal meldingen over dit", en: "number of reports on this" } },
  },
});

/** For the letter that confirms a report to somebody without an account. */
export const reportReceived = defineFact({
  name: "moderation.report-received",
  version: 1,
  audience: "log-only",
  label: { nl: "Een melding is ontvangen", en: "A report was received" },
  personalData: "never-exported",
  unsigned: true,
  wakes: true,
  fields: { caseId, reportId: { kind: "id", label: { nl: "melding", en: "report" } } },
});

export const ownerChosen = defineFact({
  ...desk,
  name: "moderation.owner-chosen",
  label: { nl: "Een zaak kreeg een eigenaar", en: "A case was given an owner" },
  // It is written with the report that opened the case.
  unsigned: true,
  wakes: true,
  fields: {
    caseId,
    because: { kind: "code", codes: ownerReasons, label: { nl: "waarom", en: "why" } },
    to: { kind: "code", codes: [...deskRoles, "nobody"], label: { nl: "aan wie", en: "to whom" } },
  },
});

export const caseClaimed = defineFact({
  ...desk,
  name: "moderation.case-claimed",
  label: { nl: "Iemand nam een zaak op zich", en: "Somebody took a case upon them" },
  fields: { caseId },
});

export const caseDecided = defineFact({
  ...desk,
  name: "moderation.case-decided",
  label: { nl: "Over een zaak is beslist", en: "A case was decided" },
  fields: {
    caseId,
    decisionId,
    measure,
    found: { kind: "code", codes: findings, label: { nl: "wat er gebeurde", en: "what happened" } },
    scope: { kind: "code", codes: ["group", "space"], label: { nl: "waar het geldt", en: "where it holds" } },
  },
});

export const decisionTakenBack = defineFact({
  ...desk,
  name: "moderation.decision-taken-back",
  label: { nl: "Een beslissing is teruggenomen", en: "A decision was taken back" },
  fields: { caseId, decisionId },
});

export const secondLookAsked = defineFact({
  ...desk,
  name: "moderation.second-look-asked",
  label: { nl: "Iemand vroeg om opnieuw te kijken", en: "Somebody asked for a second look" },
  fields: { caseId, decisionId, appealId },
});

export const secondLookDecided = defineFact({
  ...desk,
  name: "moderation.second-look-decided",
  label: { nl: "Iemand anders keek opnieuw", en: "Somebody else took the second look" },
  fields: { caseId, decisionId, appealId, outcome },
});

export const surroundingsOpened = defineFact({
  ...desk,
  name: "moderation.surroundings-opened",
  label: { nl: "Iemand bekeek de omgeving van een melding", en: "Somebody looked at what stands around a report" },
  fields: { caseId },
});

/** Members of a closed group see which official looked, and when; not for which case. */
export const lookedIn = defineFact({
  name: "moderation.looked-in",
  version: 1,
  audience: "group",
  label: { nl: "Iemand van de leerplek keek mee in de groep, voor een melding", en: "An official looked into the group, for a report" },
  personalData: "administration",
  fields: {},
});

export const decidedAboutYou = defineFact({
  ...toPerson,
  name: "moderation.decided-about-you",
  label: { nl: "Er is over jou beslist", en: "A decision was taken about you" },
  fields: { caseId, decisionId, measure },
});

export const decisionAboutYouTakenBack = defineFact({
  ...toPerson,
  name: "moderation.decision-about-you-taken-back",
  label: { nl: "Een beslissing over jou is teruggenomen", en: "A decision about you was taken back" },
  fields: { caseId, decisionId },
});

export const secondLookAnswered = defineFact({
  ...toPerson,
  name: "moderation.second-look-answered",
  label: { nl: "Je kreeg antwoord: iemand anders keek opnieuw", en: "You got an answer: somebody else took the second look" },
  fields: { caseId, decisionId, outcome },
});

const reportOutcome = {
  caseId,
  reportId: { kind: "id", label: { nl: "melding", en: "report" } },
  after: { kind: "code", codes: ["decision", "second-look"], label: { nl: "na", en: "after" } },
} as const satisfies Record<string, FactField>;

/** The outcome for a reporter with an account. */
export const yourReportAnswered = defineFact({
  ...toPerson,
  name: "moderation.your-report-answered",
  label: { nl: "Er is antwoord op je melding", en: "There is an answer to your report" },
  unsigned: true,
  fields: reportOutcome,
});

/** The outcome for a reporter without an account, who may have left an address. */
export const reportAnswered = defineFact({
  name: "moderation.report-answered",
  version: 1,
  audience: "log-only",
  label: { nl: "Er is antwoord op een melding zonder account", en: "There is an answer to a report without an account" },
  personalData: "never-exported",
  unsigned: true,
  wakes: true,
  fields: reportOutcome,
});
