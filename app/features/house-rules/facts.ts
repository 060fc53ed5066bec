import { defineFact } from "~/platform/facts";

/** Somebody's standing changed in a group. It names nobody: it makes every process judge again who may follow and write. */
export const standingChangedInGroup = defineFact({
  name: "house-rules.standing-changed-in-group",
  version: 1,
  audience: "group",
  label: { nl: "Wie mag meedoen in de groep, is veranderd", en: "Who may take part in the group changed" },
  personalData: "never-exported",
  fields: {},
  changesAccess: true,
  unsigned: true,
});

/** The same for the person it is about, on all their devices. */
export const yourStandingChanged = defineFact({
  name: "house-rules.your-standing-changed",
  version: 1,
  audience: "person",
  label: { nl: "Meedoen of schrijven is voor iemand gestopt of weer begonnen", en: "Taking part or writing was stopped or given back" },
  personalData: "administration",
  fields: {
    kind: { kind: "code", codes: ["mute", "suspension"], label: { nl: "wat", en: "what" } },
    given: { kind: "flag", label: { nl: "gestopt (anders: teruggegeven)", en: "stopped (else: given back)" } },
  },
  changesAccess: true,
  unsigned: true,
});
