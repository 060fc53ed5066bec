import { experimentStages } from "~/permissions/experiments";
import { defineFact } from "~/platform/facts";
import { outcomes } from "./codes";

/** Activity Streams has no type for trying something out; a process comes nearest. */
const activity = "http://activitystrea.ms/schema/1.0/process";
const stage = { kind: "code", codes: experimentStages } as const;

export const experimentStarted = defineFact({
  name: "experiment.started",
  version: 1,
  audience: "group",
  label: { nl: "Iemand stelde een experiment voor", en: "Somebody proposed an experiment" },
  personalData: "participation",
  xapi: { verb: "https://w3id.org/xapi/dod-isd/verbs/created", activity },
  fields: {},
  entity: "experiment",
});

export const experimentChanged = defineFact({
  name: "experiment.changed",
  version: 1,
  audience: "group",
  label: { nl: "De tekst van een experiment veranderde", en: "The wording of an experiment changed" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/update", activity },
  fields: {},
  entity: "experiment",
});

export const stageChanged = defineFact({
  name: "experiment.stage-changed",
  version: 1,
  audience: "group",
  label: { nl: "Een experiment kwam in een andere fase", en: "An experiment came to another stage" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/progressed", activity },
  fields: {
    from: { ...stage, label: { nl: "van", en: "from" } },
    to: { ...stage, label: { nl: "naar", en: "to" } },
  },
  entity: "experiment",
});

/** What did not work is a lesson too. */
export const lessonLearned = defineFact({
  name: "experiment.lesson-learned",
  version: 1,
  audience: "group",
  label: { nl: "Een experiment leverde een les op", en: "An experiment gave a lesson" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/completed", activity },
  fields: {
    from: { ...stage, label: { nl: "van", en: "from" } },
    outcome: { kind: "code", codes: outcomes, label: { nl: "resultaat", en: "outcome" } },
  },
  entity: "experiment",
});

/** Follows a decision of moderation or its undoing; the decision itself is a fact of moderation. */
export const experimentModerated = defineFact({
  name: "experiment.moderated",
  version: 1,
  audience: "group",
  label: { nl: "Een experiment werd verborgen of teruggezet", en: "An experiment was hidden or restored" },
  personalData: "never-exported",
  unsigned: true,
  fields: {},
  entity: "experiment",
});
