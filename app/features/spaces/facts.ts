import { defineFact } from "~/platform/facts";

const roles = ["space_steward", "facilitator", "moderator", "deputy_moderator", "helper"] as const;
const statuses = ["draft", "open", "paused", "closed"] as const;
const organisation = { kind: "id", label: { nl: "de organisatie", en: "the organisation" } } as const;
const member = { kind: "id", label: { nl: "de deelname in deze leerplek", en: "the membership in this space" } } as const;
const role = { kind: "code", codes: roles, label: { nl: "de taak", en: "the role" } } as const;
const visibility = { kind: "code", codes: ["public", "members"], label: { nl: "wie leest", en: "who reads" } } as const;
const joining = { kind: "code", codes: ["open", "request", "invitation"], label: { nl: "hoe je binnenkomt", en: "how to come in" } } as const;

/** How somebody came in; the law treats open and closed groups differently. */
export const admissions = ["open", "approved", "invited", "card", "appointed"] as const;

export const spaceStarted = defineFact({
  name: "space.started",
  version: 1,
  audience: "space",
  label: { nl: "Iemand startte een leerplek", en: "Somebody started a space" },
  personalData: "administration",
  fields: { visibility, joining },
});

export const spaceChanged = defineFact({
  name: "space.changed",
  version: 1,
  audience: "space",
  label: { nl: "De gegevens van de leerplek zijn aangepast", en: "The settings of the space were changed" },
  personalData: "administration",
  fields: { visibility, joining },
  changesAccess: true,
});

/** Everyone who agreed to the rules hears that there are others now. */
export const houseRulesChanged = defineFact({
  name: "space.house-rules-changed",
  version: 1,
  audience: "space",
  label: { nl: "De afspraken van de leerplek zijn aangepast", en: "The house rules of the space were changed" },
  personalData: "administration",
  fields: { rules: { kind: "count", label: { nl: "aantal afspraken", en: "number of rules" } } },
  wakes: true,
});

export const spaceStatusChanged = defineFact({
  name: "space.status-changed",
  version: 1,
  audience: "space",
  label: { nl: "De leerplek ging open, pauzeerde of sloot", en: "The space opened, paused or closed" },
  personalData: "administration",
  fields: {
    from: { kind: "code", codes: statuses, label: { nl: "van", en: "from" } },
    to: { kind: "code", codes: statuses, label: { nl: "naar", en: "to" } },
  },
  wakes: true,
  changesAccess: true,
});

export const organisationInvited = defineFact({
  name: "space.organisation-invited",
  version: 1,
  audience: "space",
  label: { nl: "Een organisatie is gevraagd om mee te doen", en: "An organisation was asked to take part" },
  personalData: "administration",
  fields: { organisation },
  wakes: true,
});

export const organisationAnswered = defineFact({
  name: "space.organisation-answered",
  version: 1,
  audience: "space",
  label: { nl: "Een organisatie zei ja of nee", en: "An organisation said yes or no" },
  personalData: "administration",
  fields: { organisation, accepted: { kind: "flag", label: { nl: "ja", en: "yes" } } },
  wakes: true,
});

export const organisationLeft = defineFact({
  name: "space.organisation-left",
  version: 1,
  audience: "space",
  label: { nl: "Een organisatie stopte met deze leerplek", en: "An organisation left the space" },
  personalData: "administration",
  fields: {
    organisation,
    lead: { kind: "id", label: { nl: "wie nu de trekker is", en: "who leads now" } },
    rolesEnded: { kind: "count", label: { nl: "aantal taken dat eindigde", en: "number of roles that ended" } },
  },
  wakes: true,
  changesAccess: true,
});

export const roleGiven = defineFact({
  name: "space.role-given",
  version: 1,
  audience: "space",
  label: { nl: "Iemand kreeg een taak", en: "Somebody was given a role" },
  personalData: "administration",
  fields: { member, role, organisation, how: { kind: "code", codes: ["started", "joined", "appointed", "invited"], label: { nl: "hoe", en: "how" } } },
  entity: "member",
  changesAccess: true,
});

export const roleGivenToYou = defineFact({
  name: "space.role-given-to-you",
  version: 1,
  audience: "person",
  label: { nl: "Je kreeg een taak", en: "You were given a role" },
  personalData: "administration",
  fields: { role, organisation },
  wakes: true,
  changesAccess: true,
});

const because = { kind: "code", codes: ["ended", "resigned", "organisation_left"], label: { nl: "waarom", en: "why" } } as const;

export const roleEnded = defineFact({
  name: "space.role-ended",
  version: 1,
  audience: "space",
  label: { nl: "Een taak eindigde", en: "A role ended" },
  personalData: "administration",
  fields: { member, role, organisation, because },
  entity: "member",
  changesAccess: true,
});

export const yourRoleEnded = defineFact({
  name: "space.your-role-ended",
  version: 1,
  audience: "person",
  label: { nl: "Je taak eindigde", en: "Your role ended" },
  personalData: "administration",
  fields: { role, organisation, because },
  wakes: true,
  changesAccess: true,
});

/** The actor made one or more links or cards; nobody hears of it, the log does. */
export const invitationMade = defineFact({
  name: "space.invitation-made",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand maakte een uitnodiging", en: "Somebody made an invitation" },
  personalData: "administration",
  fields: {
    role: { kind: "code", codes: [...roles, "member"], label: { nl: "de taak", en: "the role" } },
    how: { kind: "code", codes: ["invited", "card"], label: { nl: "link of kaart", en: "link or card" } },
    count: { kind: "count", label: { nl: "hoeveel", en: "how many" } },
  },
});

export const memberJoined = defineFact({
  name: "space.member-joined",
  version: 1,
  audience: "space",
  label: { nl: "Iemand deed mee met de leerplek", en: "Somebody joined the space" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/join", activity: "http://id.tincanapi.com/activitytype/community-site" },
  fields: { how: { kind: "code", codes: admissions, label: { nl: "hoe binnengekomen", en: "how let in" } } },
  entity: "member",
});

export const memberLeft = defineFact({
  name: "space.member-left",
  version: 1,
  audience: "space",
  label: { nl: "Iemand ging weg uit de leerplek", en: "Somebody left the space" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/leave", activity: "http://id.tincanapi.com/activitytype/community-site" },
  fields: { because: { kind: "code", codes: ["left", "removed"], label: { nl: "waarom", en: "why" } } },
  entity: "member",
  changesAccess: true,
});

export const youWereRemoved = defineFact({
  name: "space.you-were-removed",
  version: 1,
  audience: "person",
  label: { nl: "Iemand haalde je uit de leerplek", en: "Somebody took you out of the space" },
  personalData: "administration",
  fields: {},
  wakes: true,
  changesAccess: true,
});

export const nameChanged = defineFact({
  name: "space.name-changed",
  version: 1,
  audience: "space",
  label: { nl: "Iemand koos een andere naam", en: "Somebody chose another name" },
  personalData: "participation",
  fields: { forEveryone: { kind: "flag", label: { nl: "de naam is voor iedereen", en: "the name is for everyone" } } },
  entity: "member",
});

/** Somebody erased their account: their name leaves this stream's screens and kept pages. */
export const memberErased = defineFact({
  name: "space.member-erased",
  version: 1,
  audience: "space",
  label: { nl: "Een deelnemer wiste het eigen account", en: "A member erased their account" },
  personalData: "administration",
  fields: {},
  entity: "member",
  changesAccess: true,
});
