import { defineFact } from "~/platform/facts";

const event = "http://activitystrea.ms/schema/1.0/event";
const activity = { kind: "id", label: { nl: "activiteit", en: "activity" } } as const;
const place = { kind: "code", label: { nl: "gemeente waar het plaatsvindt", en: "municipality where it takes place" } } as const;
const waiting = { kind: "flag", label: { nl: "op de wachtlijst", en: "on the waiting list" } } as const;

export const activityPlanned = defineFact({
  name: "activity.planned",
  version: 1,
  audience: "group",
  label: { nl: "Iemand plande een activiteit", en: "Somebody planned an activity" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/schedule", activity: event },
  fields: { place, experiment: { kind: "id", label: { nl: "experiment waar ze bij hoort", en: "experiment that it belongs to" } } },
  entity: "activity",
});

export const activityChanged = defineFact({
  name: "activity.changed",
  version: 1,
  audience: "group",
  label: { nl: "Een activiteit veranderde", en: "An activity was changed" },
  personalData: "administration",
  fields: {
    moment: { kind: "flag", label: { nl: "ander moment", en: "another moment" } },
    place: { kind: "flag", label: { nl: "andere plek", en: "another place" } },
  },
  entity: "activity",
});

export const activityCancelled = defineFact({
  name: "activity.cancelled",
  version: 1,
  audience: "group",
  label: { nl: "Een activiteit werd afgelast", en: "An activity was cancelled" },
  personalData: "administration",
  fields: { people: { kind: "count", label: { nl: "hoeveel mensen ingeschreven waren of wachtten", en: "how many people were signed up or waiting" } } },
  entity: "activity",
});

/** Who comes is not for the group: that only sees the numbers. */
export const placesChanged = defineFact({
  name: "activity.places-changed",
  version: 1,
  audience: "group",
  label: { nl: "Het aantal ingeschreven of wachtende mensen veranderde", en: "The number of people signed up or waiting changed" },
  personalData: "never-exported",
  unsigned: true,
  fields: {
    activity,
    signedUp: { kind: "count", label: { nl: "ingeschreven", en: "signed up" } },
    waiting: { kind: "count", label: { nl: "op de wachtlijst", en: "waiting" } },
  },
});

export const signedUp = defineFact({
  name: "activity.signed-up",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand schreef zich in", en: "Somebody signed up" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/registered", activity: event },
  fields: { place, waiting },
});

export const signedOff = defineFact({
  name: "activity.signed-off",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand schreef zich uit", en: "Somebody signed off" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/rsvp-no", activity: event },
  fields: { place },
});

export const guestWrittenDown = defineFact({
  name: "activity.guest-written-down",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand zonder account werd ingeschreven", en: "Somebody without an account was signed up" },
  personalData: "administration",
  fields: { place, waiting },
});

export const takenOffList = defineFact({
  name: "activity.taken-off-list",
  version: 1,
  audience: "log-only",
  label: { nl: "Een begeleider haalde iemand van de lijst", en: "Staff took somebody off the list" },
  personalData: "administration",
  fields: { guest: { kind: "flag", label: { nl: "zonder account", en: "without an account" } } },
});

/** For one person, who hears of it: there is a place after all. */
export const movedUp = defineFact({
  name: "activity.moved-up",
  version: 1,
  audience: "person",
  label: { nl: "Iemand kreeg een plaats van de wachtlijst", en: "Somebody got a place from the waiting list" },
  personalData: "participation",
  fields: { activity },
  wakes: true,
});

export const cancelledForYou = defineFact({
  name: "activity.cancelled-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Een activiteit waarvoor iemand ingeschreven was, gaat niet door", en: "An activity that somebody signed up for does not take place" },
  personalData: "administration",
  fields: { activity },
  wakes: true,
});

/** Only when or where it is; other words change without a message. */
export const changedForYou = defineFact({
  name: "activity.changed-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Een activiteit waarvoor iemand ingeschreven is, kreeg een ander moment of een andere plek", en: "An activity that somebody signed up for got another moment or place" },
  personalData: "administration",
  fields: {
    activity,
    moment: { kind: "flag", label: { nl: "ander moment", en: "another moment" } },
    place: { kind: "flag", label: { nl: "andere plek", en: "another place" } },
  },
  wakes: true,
});

export const takenOffForYou = defineFact({
  name: "activity.taken-off-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Iemand werd van de lijst gehaald", en: "Somebody was taken off the list" },
  personalData: "administration",
  fields: { activity },
  wakes: true,
});

/** The actor is who came, not who noted it. */
export const attendanceNoted = defineFact({
  name: "activity.attendance-noted",
  version: 1,
  audience: "log-only",
  label: { nl: "Genoteerd of iemand er was", en: "Noted whether somebody came" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/attended", activity: event },
  fields: { place, attended: { kind: "flag", label: { nl: "was erbij", en: "attended" } } },
});

/** Everyone who came, with or without an account. */
export const headcountNoted = defineFact({
  name: "activity.headcount-noted",
  version: 1,
  audience: "group",
  label: { nl: "Geteld hoeveel mensen er waren", en: "Counted how many people came" },
  personalData: "administration",
  fields: { place, people: { kind: "count", label: { nl: "aantal aanwezigen", en: "headcount" } } },
  entity: "activity",
});

/** Follows a decision of moderation or its undoing; the decision itself is a fact of moderation. */
export const activityModerated = defineFact({
  name: "activity.moderated",
  version: 1,
  audience: "group",
  label: { nl: "Een activiteit werd verborgen of teruggezet", en: "An activity was hidden or restored" },
  personalData: "never-exported",
  unsigned: true,
  fields: {},
  entity: "activity",
});
