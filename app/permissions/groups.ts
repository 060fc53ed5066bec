import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import { hasRole, type GroupRelation, type SpaceRelation } from "./relations";
import { isOpenForWriting, mayBeAdmitted, mayJoinSpace, mayLetIn, maySeeSpace } from "./spaces";

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

/** Joining at once. Somebody without a shown name in the space takes one in the same step, where the space is open too. */
export function mayJoinGroup(actor: Actor, group: GroupRelation): Verdict {
  const admission = mayBeAdmittedToGroup(actor, group);
  if (admission !== true) return admission;
  if (group.removed) return "ask_moderator";
  if (group.joining === "invitation") return "invitation_only";
  if (group.joining !== "open") return "join_group";
  if (group.space.member) return true;
  const space = mayJoinSpace(actor, group.space);
  return space === "join_group" ? "join_space" : space;
}

/** Asking to be let in, also after having been taken out. In a space by request this is the way in to the space itself. */
export function mayAskToJoinGroup(actor: Actor, group: GroupRelation): Verdict {
  const admission = mayBeAdmittedToGroup(actor, group);
  if (admission !== true) return admission;
  if (group.joining === "invitation") return "invitation_only";
  if (group.space.member || group.space.joining !== "invitation") return true;
  return "invitation_only";
}

/** Coming in by an invitation or because somebody said yes. */
export function mayBeAdmittedToGroup(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (group.suspended || group.space.suspended) return "suspended";
  if (group.space.status === "draft") return "not_open_yet";
  const open = isOpenForWriting(group.space);
  if (open !== true) return open;
  if (group.archived) return "closed";
  return group.member ? "already_done" : true;
}

/** Leaving is always possible: also from what is paused, closed or archived. */
export function mayLeaveGroup(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return group.member ? true : "already_done";
}

/** "Mijn begeleider mag voor mij typen": a choice of each member for themselves, which can be taken back at any time. */
export function mayLetType(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return group.member ? true : "join_group";
}

/**
 * Whether members see of one another who is in a conversation, and who writes. Where nobody chose: not in a closed group,
 * nor about a sensitive theme.
 */
export function showsPresence(group: Pick<GroupRelation, "visibility"> & { space: Pick<SpaceRelation, "visibility"> }, chosen: boolean | null, sensitive: boolean): boolean {
  return chosen ?? (group.visibility === "public" && group.space.visibility === "public" && !sensitive);
}

/** Being seen there, and seeing others: for members, and for those who run the group. */
export function mayBePresent(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const read = mayReadGroup(actor, group);
  if (read !== true) return read;
  if (group.suspended || group.space.suspended) return "suspended";
  return group.member || hasRole(group.space, "space_steward", "facilitator") ? true : "join_group";
}

/** Letting people in and out, and inviting them. */
export function mayRunGroup(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!hasRole(group.space, "space_steward", "facilitator")) return "forbidden";
  if (group.archived) return "closed";
  return isOpenForWriting(group.space);
}

/** Changing what a group is. Who reads and how to come in only ever narrow: nothing written for fewer is shown to more. */
export function mayChangeGroup(actor: Actor, group: GroupRelation, wanted: Pick<GroupRelation, "visibility">): Verdict {
  const run = mayRunGroup(actor, group);
  if (run !== true) return run;
  return group.visibility === "members" && wanted.visibility === "public" ? "only_narrower" : true;
}

/** Saying yes or no to somebody who asked. */
export function mayDecideOnRequest(actor: Actor, request: { group: GroupRelation; self: boolean; open: boolean }): Verdict {
  const run = mayRunGroup(actor, request.group);
  if (run !== true) return run === "forbidden" ? "not_found" : run;
  if (request.self) return "not_yourself";
  return request.open ? true : "already_decided";
}

/** Taking back what one asked. */
export function mayWithdrawRequest(actor: Actor, request: { self: boolean; open: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!request.self) return "not_found";
  return request.open ? true : "already_decided";
}

/** Taking somebody out of a group, with the reason. */
export function mayRemoveFromGroup(actor: Actor, group: GroupRelation, member: { self: boolean; takesPart: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!hasRole(group.space, "space_steward", "facilitator")) return "forbidden";
  if (member.self) return "not_yourself";
  return member.takesPart ? true : "already_done";
}

/** Who is in the group: for those who are in it and those who run it. Others see a number. */
export function mayReadGroupMembers(actor: Actor, group: GroupRelation): Verdict {
  if (actor.system) return true;
  if (!signedIn(actor)) return "sign_in";
  if (group.suspended || group.space.suspended) return "suspended";
  if (hasRole(group.space, "space_steward", "facilitator") || group.member) return true;
  return group.visibility === "public" && group.space.member ? true : "join_group";
}

/** Making links or cards. A helper lets people into the leerplek and into groups that are open anyway. */
export function mayInvitePeople(actor: Actor, space: SpaceRelation, group: GroupRelation | null): Verdict {
  const letIn = mayLetIn(actor, space);
  if (letIn !== true || group === null) return letIn;
  if (group.archived) return "closed";
  return hasRole(space, "space_steward", "facilitator") || group.joining === "open" ? true : "forbidden";
}

/** Taking up an invitation that still holds. Nobody takes up one that they made for somebody else. */
export function mayAcceptInvitation(actor: Actor, invitation: { own: boolean; toRole: boolean; space: SpaceRelation; group: GroupRelation | null }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (invitation.own) return "not_yourself";
  const { space, group } = invitation;
  if (space.suspended) return "suspended";
  if (invitation.toRole) return space.status === "closed" ? "closed" : true;
  if (group) return mayBeAdmittedToGroup(actor, group);
  return mayBeAdmitted(actor, space);
}

/** Another group of the same leerplek, as the new place of what stands in this one. */
export interface NewPlace {
  group: GroupRelation;
  /** Everyone who is in it now is in the group that it stands in too. */
  membersAmong: boolean;
}

const joinedBy: Record<GroupRelation["joining"], number> = { open: 0, request: 1, invitation: 2 };

/**
 * Whether nobody reads there who could not read here: what everyone reads may go anywhere; what members of a group alone
 * read goes only where nobody else is, and where coming in is no easier.
 */
export function isNoWider(group: GroupRelation, to: NewPlace): boolean {
  if (group.visibility === "public") return true;
  return to.group.visibility === "members" && joinedBy[to.group.joining] >= joinedBy[group.joining] && to.membersAmong;
}
