import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/ctx.server";
import { hasRole, type GroupRelation } from "./relations";
import { isOpenForWriting, maySeeSpace } from "./spaces";

/**
 * Reading what is in a group. Public groups of public spaces are for everyone; the others for members and for the
 * facilitators and stewards who run them. A moderator looks into a closed group only with a case: see moderation.
 */
export function mayReadGroup(actor: Actor, group: GroupRelation): Verdict {
  if (actor.system) return true;
  const seen = maySeeSpace(actor, group.space);
  if (seen !== true) return seen;
  if (group.suspended || group.space.suspended) return group.visibility === "public" && group.space.visibility === "public" ? true : "not_found";
  if (hasRole(group.space, "space_steward", "facilitator") || group.member) return true;
  if (group.visibility === "public" && (group.space.visibility === "public" || group.space.member)) return true;
  return signedIn(actor) ? "join_group" : "sign_in";
}

/** Writing anything in a group: messages, questions, shared texts, comments. */
export function mayWriteInGroup(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const read = mayReadGroup(actor, group);
  if (read !== true) return read;
  if (group.suspended || group.space.suspended) return "suspended";
  if (group.muted || group.space.muted) return "muted";
  const open = isOpenForWriting(group.space);
  if (open !== true) return open;
  if (group.archived) return "closed";
  if (hasRole(group.space, "space_steward", "facilitator")) return true;
  if (!group.member) return "join_group";
  return group.mayWrite ? true : "forbidden";
}

export function mayJoinGroup(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (group.suspended || group.space.suspended) return "suspended";
  if (group.space.status === "draft") return "not_open_yet";
  const open = isOpenForWriting(group.space);
  if (open !== true) return open;
  if (group.archived) return "closed";
  if (group.member) return "already_done";
  return group.joining === "open" ? true : "ask_moderator";
}

export function mayAskToJoinGroup(actor: Actor, group: GroupRelation): Verdict {
  const verdict = mayJoinGroup(actor, group);
  if (verdict !== true && verdict !== "ask_moderator") return verdict;
  return group.joining === "invitation" ? "forbidden" : true;
}

/** Letting people in and out, and changing the group. */
export function mayRunGroup(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!hasRole(group.space, "space_steward", "facilitator")) return "forbidden";
  return isOpenForWriting(group.space);
}
