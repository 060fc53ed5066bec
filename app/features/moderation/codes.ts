/** The closed lists of moderation: plain data, for inputs, screens and facts alike. */

/** What a reporter can say is wrong. */
export const reportReasons = ["insult", "threat", "privacy", "advertising", "untrue", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What a decider can find. `nothing` goes with no measure, the others may. */
export const findings = ["nothing", "insult", "threat", "hate", "privacy", "advertising", "untrue", "other"] as const;
export type Finding = (typeof findings)[number];

/** Laws that an illegal post may break, by name; no article numbers, since those move when a code is rewritten. */
export const laws = ["threat", "hate", "defamation", "privacy", "image", "copyright", "fraud", "child_abuse", "other"] as const;
export type Law = (typeof laws)[number];

export const measures = ["none", "warn", "label", "hide", "remove", "lock", "mute", "suspend"] as const;
export type Measure = (typeof measures)[number];

/** What a measure does to the thing itself; the others concern the person, or nobody. */
export const thingMeasures = ["label", "hide", "remove", "lock"] as const;
export type ThingMeasure = (typeof thingMeasures)[number];

/** How long writing or taking part may be stopped, in days; 0 is until somebody lifts it. */
export const spans = [1, 7, 30, 90, 0] as const;

export const ownerReasons = ["opened", "reopened", "second-look", "term-passed", "unreachable", "claimed", "involved", "taken-back"] as const;
export type OwnerReason = (typeof ownerReasons)[number];

export const deskRoles = ["moderator", "deputy_moderator", "duty_desk"] as const;
export type DeskRole = (typeof deskRoles)[number];
