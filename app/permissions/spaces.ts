import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import { hasRole, staffRoles, type SpaceRelation, type SpaceRole } from "./relations";

/** Whether the space may be known to exist, with its front page. */
export function maySeeSpace(actor: Actor, space: SpaceRelation): Verdict {
  if (actor.system || hasRole(space, ...staffRoles, "helper") || space.organisationSteward) return true;
  if (actor.roles.includes("administrator") || actor.roles.includes("coordinator")) return true;
  return space.status === "draft" ? "not_found" : true;
}

/**
 * Following a leerplek with a program that has no account: a feed, a calendar. It is for everyone or for nobody, so one of
 * which only members read is as if it were not there.
 */
export function mayFollowSpace(actor: Actor, space: SpaceRelation): Verdict {
  const seen = maySeeSpace(actor, space);
  if (seen !== true) return seen;
  return space.visibility === "public" && space.status !== "draft" ? true : "not_found";
}

/** Starting a leerplek in an organisation's name. */
export function mayStartSpace(actor: Actor, organisation: { steward: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return organisation.steward ? true : "forbidden";
}

/** Changing what the space is, also while it is paused: settings, partners, appointments, opening, pausing, closing. */
export function mayRunSpace(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!hasRole(space, "space_steward")) return "forbidden";
  return space.status === "closed" ? "closed" : true;
}

/** Changing the settings. Who reads only narrows once people came in: what was written for fewer is never shown to more. */
export function mayChangeSpace(actor: Actor, space: SpaceRelation, wanted: { visibility: SpaceRelation["visibility"] }): Verdict {
  const run = mayRunSpace(actor, space);
  if (run !== true) return run;
  return space.status !== "draft" && space.visibility === "members" && wanted.visibility === "public" ? "only_narrower" : true;
}

/** What must be so before people can come in. */
export interface Readiness {
  /** A moderator whose role holds now and who can be reached, by phone or by a confirmed e-mail address. */
  moderator: boolean;
  /** Somebody of another organisation, or of the shared duty desk, who can decide a second time. */
  secondDecider: boolean;
}

export function mayOpenSpace(actor: Actor, space: SpaceRelation, readiness: Readiness): Verdict {
  const run = mayRunSpace(actor, space);
  if (run !== true) return run;
  if (space.status === "open") return "already_done";
  if (!readiness.moderator) return "no_moderator";
  return readiness.secondDecider ? true : "no_second_decider";
}

export function mayPauseSpace(actor: Actor, space: SpaceRelation): Verdict {
  const run = mayRunSpace(actor, space);
  if (run !== true) return run;
  if (space.status === "draft") return "not_open_yet";
  return space.status === "open" ? true : "already_done";
}

/** Closing is for good: everything stays to be read, nothing can be added. */
export function mayCloseSpace(actor: Actor, space: SpaceRelation): Verdict {
  const run = mayRunSpace(actor, space);
  if (run === "closed") return "already_done";
  return run;
}

/** Roles that a steward gives; stewards come with their organisation. */
export const appointable = ["facilitator", "moderator", "deputy_moderator", "helper"] as const satisfies SpaceRole[];

/** Appointing somebody, or inviting somebody to a role: never oneself. */
export function mayAppoint(actor: Actor, space: SpaceRelation, appointment: { self: boolean; organisationTakesPart: boolean }): Verdict {
  const run = mayRunSpace(actor, space);
  if (run !== true) return run;
  if (!appointment.organisationTakesPart) return "forbidden";
  return appointment.self ? "not_yourself" : true;
}

/** Ending a role: a steward that of others, everyone their own; that of a steward only they themselves. */
export function mayEndRole(actor: Actor, space: SpaceRelation, held: { role: SpaceRole; self: boolean; ended: boolean; otherStewards: number }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (held.ended) return "already_done";
  if (!held.self && (held.role === "space_steward" || !hasRole(space, "space_steward"))) return "forbidden";
  return held.role === "space_steward" && held.otherStewards === 0 && space.status !== "closed" ? "last_steward" : true;
}

/** Becoming a steward for one's own organisation, when that takes part and one is not a steward already. */
export function mayTakeUpStewardship(actor: Actor, space: SpaceRelation, organisation: { steward: boolean; state: string | null; already: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!organisation.steward || organisation.state !== "accepted") return "forbidden";
  if (space.status === "closed") return "closed";
  return organisation.already ? "already_done" : true;
}

/** Helping people along: groups, requests, bundles, activities. */
export function mayFacilitate(actor: Actor, space: SpaceRelation): Verdict {
  const sees = maySeeFacilitating(actor, space);
  return sees === true ? isOpenForWriting(space) : sees;
}

/** Seeing what those who help people along have set up; also while the leerplek is paused or closed. */
export function maySeeFacilitating(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return hasRole(space, "space_steward", "facilitator") ? true : "forbidden";
}

/** Letting people in by a link or a card; a helper does so at a table in the library. */
export function mayLetIn(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!hasRole(space, "space_steward", "facilitator", "helper")) return "forbidden";
  return isOpenForWriting(space);
}

/** Taking a shown name in the space. */
export function mayJoinSpace(actor: Actor, space: SpaceRelation): Verdict {
  const admission = mayBeAdmitted(actor, space);
  if (admission !== true) return admission;
  if (space.removed) return "ask_moderator";
  if (space.joining === "open") return true;
  return space.joining === "request" ? "join_group" : "invitation_only";
}

/** Coming in by an invitation or because somebody said yes. */
export function mayBeAdmitted(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (space.suspended) return "suspended";
  if (space.status === "draft") return "not_open_yet";
  if (space.status !== "open") return space.status;
  return space.member ? "already_done" : true;
}

/** Changing one's own shown name: also where one may not write, for it is one's own. */
export function mayChangeShownName(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return space.member ? true : "join_space";
}

/** Leaving is always possible, also when closed; staff end their role first, so that nobody goes missing unseen. */
export function mayLeaveSpace(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!space.member) return "already_done";
  return space.roles.length > 0 ? "end_role_first" : true;
}

/** Taking somebody out, with the reason. Staff lose their role first. */
export function mayRemoveMember(actor: Actor, space: SpaceRelation, member: { self: boolean; takesPart: boolean; staff: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!hasRole(space, "space_steward", "facilitator")) return "forbidden";
  if (member.self) return "not_yourself";
  if (!member.takesPart) return "already_done";
  return member.staff ? "end_role_first" : true;
}

/** The list of who takes part: for those who take part themselves and those who run it. Others see the staff and a number. */
export function mayReadMembers(actor: Actor, space: SpaceRelation): Verdict {
  if (actor.system) return true;
  if (!signedIn(actor)) return "sign_in";
  if (space.suspended) return "suspended";
  return space.member || hasRole(space, ...staffRoles) ? true : "join_space";
}

/** A draft is written in by those who prepare it; paused and closed spaces are read only. */
export function isOpenForWriting(space: SpaceRelation): Verdict {
  if (space.status === "paused") return "paused";
  if (space.status === "closed") return "closed";
  return true;
}
