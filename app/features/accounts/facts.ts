import { defineFact } from "~/platform/facts";

/** Why sessions of somebody ended, other than signing out. */
export const endReasons = ["everywhere", "one-device", "password", "role", "erased", "disabled"] as const;
export type EndReason = (typeof endReasons)[number];

const device = { kind: "code", codes: ["own", "shared"], label: { nl: "soort toestel", en: "kind of device" } } as const;

export const accountMade = defineFact({
  name: "accounts.account-made",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand maakte een account", en: "Somebody made an account" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/registered", activity: "http://id.tincanapi.com/activitytype/site" },
  fields: { device },
});

export const signedIn = defineFact({
  name: "accounts.signed-in",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand meldde zich aan", en: "Somebody signed in" },
  personalData: "participation",
  xapi: { verb: "https://w3id.org/xapi/adl/verbs/logged-in", activity: "http://id.tincanapi.com/activitytype/site" },
  fields: { device },
});

export const signedOut = defineFact({
  name: "accounts.signed-out",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand meldde zich af", en: "Somebody signed out" },
  personalData: "participation",
  xapi: { verb: "https://w3id.org/xapi/adl/verbs/logged-out", activity: "http://id.tincanapi.com/activitytype/site" },
  fields: { device },
});

/** Every process hears of it through the person's stream and drops the live connections of those sessions. */
export const sessionsEnded = defineFact({
  name: "accounts.sessions-ended",
  version: 1,
  audience: "person",
  label: { nl: "Toestellen zijn afgemeld", en: "Devices were signed out" },
  personalData: "administration",
  fields: {
    reason: { kind: "code", codes: endReasons, label: { nl: "waarom", en: "why" } },
    sessions: { kind: "count", label: { nl: "aantal toestellen", en: "number of devices" } },
  },
});

export const passwordChanged = defineFact({
  name: "accounts.password-changed",
  version: 1,
  audience: "person",
  label: { nl: "Het wachtwoord is veranderd", en: "The password was changed" },
  personalData: "administration",
  fields: { how: { kind: "code", codes: ["known", "paper", "email"], label: { nl: "hoe", en: "how" } } },
  wakes: true,
});

/** The person sees who let them back in; the actor is the facilitator or steward who gave the code. */
export const paperCodeGiven = defineFact({
  name: "accounts.paper-code-given",
  version: 1,
  audience: "person",
  label: { nl: "Iemand gaf een code op papier voor een nieuw wachtwoord", en: "Somebody gave a paper code for a new password" },
  personalData: "administration",
  fields: { minutes: { kind: "count", label: { nl: "hoeveel minuten ze geldt", en: "minutes it is good for" } } },
  wakes: true,
});

export const emailChanged = defineFact({
  name: "accounts.email-changed",
  version: 1,
  audience: "person",
  label: { nl: "Het e-mailadres is veranderd", en: "The e-mail address was changed" },
  personalData: "administration",
  fields: { state: { kind: "code", codes: ["confirmed", "removed"], label: { nl: "wat er gebeurde", en: "what happened" } } },
});

export const accountErased = defineFact({
  name: "accounts.account-erased",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand wiste het account", en: "Somebody erased the account" },
  personalData: "administration",
  fields: { keptWords: { kind: "flag", label: { nl: "wat geschreven was, blijft zonder naam", en: "what was written stays without a name" } } },
});

export const firstAdministratorMade = defineFact({
  name: "accounts.first-administrator-made",
  version: 1,
  audience: "log-only",
  label: { nl: "De eerste beheerder van de installatie is er", en: "The first administrator of the installation is there" },
  personalData: "administration",
  fields: {},
});
