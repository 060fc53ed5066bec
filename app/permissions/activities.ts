import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import { mayReadGroup, mayRunGroup } from "./groups";
import { hasRole, type GroupRelation } from "./relations";
import { isOpenForWriting } from "./spaces";

/** What rules need to know of an activity and of how the actor stands to it. */
export interface ActivityRelation {
  group: GroupRelation;
  state: "planned" | "cancelled";
  moderation: "visible" | "hidden" | "removed";
  /** Its first minute has come. */
  begun: boolean;
  over: boolean;
}

/** What moderation hid is there for nobody; the desk shows it with its case. */
export function mayReadActivity(actor: Actor, activity: ActivityRelation): Verdict {
  const read = mayReadGroup(actor, activity.group);
  if (read !== true || actor.system) return read;
  return activity.moderation === "visible" ? true : "not_found";
}

/** Planning, with a phone number that everyone sees: those who run the group. */
export function mayPlanActivity(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (group.suspended || group.space.suspended) return "suspended";
  return mayRunGroup(actor, group);
}

export function mayChangeActivity(actor: Actor, activity: ActivityRelation): Verdict {
  const run = mayRunActivity(actor, activity);
  if (run !== true) return run;
  return activity.state === "cancelled" ? "closed" : true;
}

export function mayCancelActivity(actor: Actor, activity: ActivityRelation): Verdict {
  const run = mayRunActivity(actor, activity);
  if (run !== true) return run;
  if (activity.state === "cancelled") return "already_done";
  return activity.over ? "closed" : true;
}

/** Everyone with a name in the leerplek who may read it, also who may not write: coming along is no writing. */
export function maySignUp(actor: Actor, activity: ActivityRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const { group } = activity;
  if (activity.moderation !== "visible") return "not_found";
  if (group.suspended || group.space.suspended) return "suspended";
  const read = mayReadGroup(actor, group);
  if (read !== true) return read;
  const open = isOpenForSignUp(activity);
  if (open !== true) return open;
  if (activity.begun) return "closed";
  return group.space.member || group.member ? true : "join_space";
}

/** Signing off is always possible until it begins, also when paused, closed or suspended. */
export function maySignOff(actor: Actor, { begun }: Pick<ActivityRelation, "begun">): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return begun ? "closed" : true;
}

/** Writing down somebody without an account, by phone or at a table in the library; a helper may too. */
export function mayWriteDownGuest(actor: Actor, activity: ActivityRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const { group } = activity;
  if (activity.moderation !== "visible") return "not_found";
  if (group.suspended || group.space.suspended) return "suspended";
  if (!hasRole(group.space, "space_steward", "facilitator", "helper")) return "forbidden";
  const open = isOpenForSignUp(activity);
  if (open !== true) return open;
  return activity.over ? "closed" : true;
}

/** Who is on the list, by name: only for those who run it. Others see a number. */
export function maySeeSignUps(actor: Actor, activity: ActivityRelation): Verdict {
  if (actor.system) return true;
  if (!signedIn(actor)) return "sign_in";
  const { group } = activity;
  if (activity.moderation !== "visible") return "not_found";
  if (group.suspended || group.space.suspended) return "suspended";
  return hasRole(group.space, "space_steward", "facilitator") ? true : "forbidden";
}

/** Taking somebody off the list, such as a guest who calls to say that they cannot come. */
export function mayTakeOffList(actor: Actor, activity: ActivityRelation): Verdict {
  const run = mayRunActivity(actor, activity);
  if (run !== true) return run;
  return activity.over || activity.state === "cancelled" ? "closed" : true;
}

/** Noting who came, and how many, from the moment it begins. */
export function mayCountPeople(actor: Actor, activity: ActivityRelation): Verdict {
  const run = mayRunActivity(actor, activity);
  if (run !== true) return run;
  if (activity.state === "cancelled") return "closed";
  return activity.begun ? true : "too_soon";
}

function mayRunActivity(actor: Actor, { group, moderation }: ActivityRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (moderation !== "visible") return "not_found";
  return mayPlanActivity(actor, group);
}

/** A draft takes no sign-ups yet: nobody but those who prepare it sees it. */
function isOpenForSignUp({ group, state }: ActivityRelation): Verdict {
  if (group.space.status === "draft") return "not_open_yet";
  const open = isOpenForWriting(group.space);
  if (open !== true) return open;
  return group.archived || state === "cancelled" ? "closed" : true;
}
