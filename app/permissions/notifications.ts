import { signedIn, type Actor } from "~/platform/actor";
import type { Verdict } from "~/platform/codes";
import { hasRole, type SpaceRelation } from "./relations";

/** How much somebody wants to hear of a place: everything, what is for them, nothing. */
export const noticeLevels = ["all", "mine", "none"] as const;
export type NoticeLevel = (typeof noticeLevels)[number];

/** From the nearest to the widest: the first that somebody chose counts. */
export const placeKinds = ["discussion", "group", "space"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Where nothing was chosen: nobody is flooded, nobody misses what is meant for them. */
export const defaultLevel: NoticeLevel = "mine";

/** The level that counts in a place, and the choice that it comes from. */
export function levelThatCounts(chosen: Partial<Record<PlaceKind, NoticeLevel>>): { level: NoticeLevel; from: PlaceKind | "default" } {
  const from = placeKinds.find((kind) => chosen[kind] !== undefined);
  return from ? { level: chosen[from]!, from } : { level: defaultLevel, from: "default" };
}

/** Choosing what to hear of a place, and taking that back: one's own matter, for everyone with an account who can see the place. */
export function mayChooseNotices(actor: Actor): Verdict {
  return signedIn(actor) ? true : "sign_in";
}

/**
 * How what is new reaches somebody: in letters as soon as it is, or together once a day or a week; from the mouth of a
 * facilitator (`told`); or not at all.
 */
export const mailRhythms = ["at_once", "daily", "weekly", "told", "never"] as const;
export type MailRhythm = (typeof mailRhythms)[number];

/** Whoever gave an address and chose nothing: once a day, in the morning. */
export const defaultMail = { rhythm: "daily", hour: 8, weekday: 1 } as const satisfies MailTimes;

export interface MailTimes {
  rhythm: MailRhythm;
  /** On the clock of the region, 0 to 23. */
  hour: number;
  /** 1 is Monday. */
  weekday: number;
}

/** Choosing when letters come. */
export function mayChooseMail(actor: Actor): Verdict {
  return mayChooseNotices(actor);
}

/** Stopping letters with the address that stands in them: whoever has it, signed in or not. */
export function mayStopMail(_actor: Actor): Verdict {
  return true;
}

/** News that appears by itself: on a device that somebody called their own, never on a shared computer. */
export function mayGetPush(actor: Actor, device: { own: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return device.own ? true : "forbidden";
}

/** Whether letters go to somebody who chose this. */
export function isWrittenTo(rhythm: MailRhythm): boolean {
  return rhythm !== "never" && rhythm !== "told";
}

/** Seeing who wants to be told what is new: for those who help people along in the leerplek, and only what both may read. */
export function maySeeWhoWantsToBeTold(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (space.suspended) return "suspended";
  return hasRole(space, "space_steward", "facilitator") ? true : "forbidden";
}
