import { signedIn, type Actor } from "~/platform/actor";
import type { Verdict } from "~/platform/codes";

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
