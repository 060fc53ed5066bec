import { defineFact } from "~/platform/facts";

const visibility = { kind: "code", codes: ["public", "members"], label: { nl: "wie leest", en: "who reads" } } as const;
const joining = { kind: "code", codes: ["open", "request", "invitation"], label: { nl: "hoe je binnenkomt", en: "how to come in" } } as const;
const request = { kind: "id", label: { nl: "de vraag om mee te doen", en: "the request to join" } } as const;

export const groupMade = defineFact({
  name: "group.made",
  version: 1,
  audience: "group",
  label: { nl: "Er is een nieuwe groep", en: "There is a new group" },
  personalData: "administration",
  fields: { visibility, joining },
});

export const groupChanged = defineFact({
  name: "group.changed",
  version: 1,
  audience: "group",
  label: { nl: "De gegevens van de groep zijn aangepast", en: "The settings of the group were changed" },
  personalData: "administration",
  fields: { visibility, joining },
  changesAccess: true,
});

export const groupArchived = defineFact({
  name: "group.archived",
  version: 1,
  audience: "group",
  label: { nl: "De groep is afgesloten", en: "The group was archived" },
  personalData: "administration",
  fields: {},
  wakes: true,
  changesAccess: true,
});

/** Tells the leerplek that its list of groups looks different; never about a group that hides itself. */
export const groupListChanged = defineFact({
  name: "group.list-changed",
  version: 1,
  audience: "space",
  label: { nl: "De lijst van groepen veranderde", en: "The list of groups changed" },
  personalData: "administration",
  fields: { what: { kind: "code", codes: ["made", "changed", "archived"], label: { nl: "wat er gebeurde", en: "what happened" } } },
});

export const groupJoined = defineFact({
  name: "group.member-joined",
  version: 1,
  audience: "group",
  label: { nl: "Iemand werd lid van een groep", en: "Somebody became a member of a group" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/join", activity: "http://activitystrea.ms/schema/1.0/group" },
  fields: { how: { kind: "code", codes: ["open", "approved", "invited", "card", "appointed"], label: { nl: "hoe binnengekomen", en: "how let in" } } },
  entity: "member",
});

export const groupLeft = defineFact({
  name: "group.member-left",
  version: 1,
  audience: "group",
  label: { nl: "Iemand is geen lid meer van een groep", en: "Somebody is no longer a member of a group" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/leave", activity: "http://activitystrea.ms/schema/1.0/group" },
  fields: { because: { kind: "code", codes: ["left", "removed"], label: { nl: "waarom", en: "why" } } },
  entity: "member",
  changesAccess: true,
});

export const removedFromGroup = defineFact({
  name: "group.you-were-removed",
  version: 1,
  audience: "person",
  label: { nl: "Iemand haalde je uit een groep", en: "Somebody took you out of a group" },
  personalData: "administration",
  fields: {},
  wakes: true,
  changesAccess: true,
});

export const writingChanged = defineFact({
  name: "group.writing-changed",
  version: 1,
  audience: "group",
  label: { nl: "Iemand mag in een groep schrijven, of alleen nog lezen", en: "Somebody may write in a group, or only read" },
  personalData: "administration",
  fields: { mayWrite: { kind: "flag", label: { nl: "mag schrijven", en: "may write" } } },
  entity: "member",
  changesAccess: true,
});

/** Whether somebody who runs the group may type in what a member wrote on paper: between the two of them. */
export const typingAllowed = defineFact({
  name: "group.typing-allowed",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand koos of een begeleider voor hen mag typen", en: "Somebody chose whether a facilitator may type for them" },
  personalData: "never-exported",
  fields: { allowed: { kind: "flag", label: { nl: "mag", en: "may" } } },
});

/** Those who let people in hear of it; the group does not. */
export const joinRequested = defineFact({
  name: "group.join-requested",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand vroeg om mee te doen met een groep", en: "Somebody asked to join a group" },
  personalData: "participation",
  fields: { request },
  wakes: true,
});

export const joinWithdrawn = defineFact({
  name: "group.join-withdrawn",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand trok de vraag om mee te doen in", en: "Somebody withdrew a request to join" },
  personalData: "participation",
  fields: { request },
});

export const joinDecided = defineFact({
  name: "group.join-decided",
  version: 1,
  audience: "person",
  label: { nl: "Er is beslist over je vraag om mee te doen", en: "Your request to join was decided" },
  personalData: "administration",
  fields: { request, accepted: { kind: "flag", label: { nl: "ja", en: "yes" } } },
  wakes: true,
  changesAccess: true,
});

/** The name of a member changed in the leerplek: it shows in this group too. */
export const nameChangedInGroup = defineFact({
  name: "group.name-changed",
  version: 1,
  audience: "group",
  label: { nl: "Iemand koos een andere naam", en: "Somebody chose another name" },
  personalData: "never-exported",
  fields: {},
  entity: "member",
});

/** The leerplek around the group changed: who follows the group is judged again. */
export const spaceChangedAround = defineFact({
  name: "group.space-changed",
  version: 1,
  audience: "group",
  label: { nl: "Er veranderde iets aan de leerplek van deze groep", en: "Something changed in the space of this group" },
  personalData: "never-exported",
  fields: { change: { kind: "code", codes: ["settings", "status", "person"], label: { nl: "wat", en: "what" } } },
  changesAccess: true,
});

/** Somebody erased their account: their name leaves this group's screens and kept pages. */
export const groupMemberErased = defineFact({
  name: "group.member-erased",
  version: 1,
  audience: "group",
  label: { nl: "Een deelnemer wiste het eigen account", en: "A member erased their account" },
  personalData: "never-exported",
  fields: {},
  entity: "member",
  changesAccess: true,
});
