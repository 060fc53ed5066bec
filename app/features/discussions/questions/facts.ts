import { defineFact } from "~/platform/facts";

/** Things of other features that a question's answer or a bundle may lead to; `message` is one of our own. */
export const leadsTo = ["message", "document", "activity", "experiment"] as const;

const toKind = { kind: "code", codes: leadsTo, label: { nl: "soort waar het toe leidde", en: "kind of what it led to" } } as const;
const toId = { kind: "id", label: { nl: "waar het toe leidde", en: "what it led to" } } as const;
const bundle = { kind: "id", label: { nl: "bundel", en: "bundle" } } as const;
const supporters = { kind: "count", label: { nl: "hoeveel anderen dit ook willen leren", en: "how many others want to learn this too" } } as const;

const question = "http://adlnet.gov/expapi/activities/question";

export const questionAsked = defineFact({
  name: "question.asked",
  version: 1,
  audience: "group",
  label: { nl: "Iemand stelde een leervraag", en: "Somebody asked a learning question" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/asked", activity: question },
  fields: {},
  entity: "discussion",
});

/** For the participation log. Who wants to learn something too is not for the group: that only sees the number. */
export const questionSupported = defineFact({
  name: "question.supported",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand wil dit ook leren", en: "Somebody wants to learn this too" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/like", activity: question },
  fields: { want: { kind: "flag", label: { nl: "wil het leren (anders: toch niet)", en: "wants to learn it (else: no longer)" } } },
});

export const supportersChanged = defineFact({
  name: "question.supporters-changed",
  version: 1,
  audience: "group",
  label: { nl: "Het aantal dat dit ook wil leren, veranderde", en: "The number who want to learn this too changed" },
  personalData: "never-exported",
  fields: { supporters },
  entity: "discussion",
  unsigned: true,
});

/** Everyone who asked or joined in hears: see `whoAskedQuestion`. */
export const questionPickedUp = defineFact({
  name: "question.picked-up",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider nam een leervraag op", en: "A facilitator took on a learning question" },
  personalData: "participation",
  fields: {},
  entity: "discussion",
  wakes: true,
});

/** Everyone who asked or joined in hears: see `whoAskedQuestion`. */
export const questionAnswered = defineFact({
  name: "question.answered",
  version: 1,
  audience: "group",
  label: { nl: "Een leervraag kreeg een antwoord", en: "A learning question was answered" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/answered", activity: question },
  fields: { toKind, toId },
  entity: "discussion",
  wakes: true,
});

export const questionBundled = defineFact({
  name: "question.bundled",
  version: 1,
  audience: "group",
  label: { nl: "Een leervraag kwam in een bundel", en: "A learning question was bundled" },
  personalData: "administration",
  fields: { bundle },
  entity: "discussion",
});

export const questionUnbundled = defineFact({
  name: "question.unbundled",
  version: 1,
  audience: "group",
  label: { nl: "Een leervraag ging uit een bundel", en: "A learning question left a bundle" },
  personalData: "administration",
  fields: { bundle },
  entity: "discussion",
});

export const bundleMade = defineFact({
  name: "question.bundle-made",
  version: 1,
  audience: "space",
  label: { nl: "Een begeleider bundelde leervragen", en: "A facilitator bundled learning questions" },
  personalData: "participation",
  fields: { questions: { kind: "count", label: { nl: "aantal leervragen", en: "number of questions" } } },
});

export const bundleChanged = defineFact({
  name: "question.bundle-changed",
  version: 1,
  audience: "space",
  label: { nl: "Een bundel veranderde", en: "A bundle was changed" },
  personalData: "administration",
  fields: { questions: { kind: "count", label: { nl: "aantal leervragen", en: "number of questions" } } },
});

/** Everyone who asked hears: see `everyoneWhoAsked`. */
export const bundleLedTo = defineFact({
  name: "question.bundle-led-to",
  version: 1,
  audience: "space",
  label: { nl: "Leervragen leidden tot een activiteit of experiment", en: "Questions led to an activity or experiment" },
  personalData: "participation",
  fields: {
    toKind,
    toId,
    questions: { kind: "count", label: { nl: "aantal leervragen", en: "number of questions" } },
    people: { kind: "count", label: { nl: "aantal mensen die het vroegen", en: "number of people who asked" } },
  },
  wakes: true,
});
