import { defineFact } from "~/platform/facts";

const what = { kind: "code", codes: ["made", "changed"], label: { nl: "wat er gebeurde", en: "what happened" } } as const;

export const organisationRecorded = defineFact({
  name: "organisation.recorded",
  version: 1,
  audience: "log-only",
  label: { nl: "Een organisatie is toegevoegd of aangepast", en: "An organisation was added or changed" },
  personalData: "administration",
  fields: { what },
});

/** To the person: they may, or may no longer, speak for an organisation. */
export const organisationStewardship = defineFact({
  name: "organisation.stewardship",
  version: 1,
  audience: "person",
  label: { nl: "Iemand mag voor een organisatie spreken, of niet meer", en: "Somebody may speak for an organisation, or no longer" },
  personalData: "administration",
  fields: { given: { kind: "flag", label: { nl: "gekregen", en: "given" } } },
  wakes: true,
  changesAccess: true,
});

export const installationRoleChanged = defineFact({
  name: "installation.role-changed",
  version: 1,
  audience: "person",
  label: { nl: "Iemand kreeg of verloor een taak voor de hele website", en: "Somebody was given or lost a role over the whole installation" },
  personalData: "administration",
  fields: {
    role: { kind: "code", codes: ["administrator", "coordinator", "data_steward", "duty_desk"], label: { nl: "de taak", en: "the role" } },
    given: { kind: "flag", label: { nl: "gekregen", en: "given" } },
  },
  wakes: true,
  changesAccess: true,
});
