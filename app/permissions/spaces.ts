import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/ctx.server";
import { hasRole, staffRoles, type SpaceRelation } from "./relations";

/** Whether the space may be known to exist, with its front page. */
export function maySeeSpace(actor: Actor, space: SpaceRelation): Verdict {
  if (actor.system || hasRole(space, ...staffRoles, "helper") || space.organisationSteward) return true;
  if (actor.roles.includes("administrator") || actor.roles.includes("coordinator")) return true;
  return space.status === "draft" ? "not_found" : true;
}

/** Changing what the space is: settings, partners, appointments, opening, pausing, closing. */
export function mayRunSpace(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return hasRole(space, "space_steward") ? true : "forbidden";
}

/** Helping people along: groups, requests, bundles, activities. */
export function mayFacilitate(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!hasRole(space, "space_steward", "facilitator")) return "forbidden";
  return isOpenForWriting(space);
}

/** Taking a shown name in the space. */
export function mayJoinSpace(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (space.suspended) return "suspended";
  if (space.status === "draft") return "not_found";
  if (space.status !== "open") return space.status;
  return space.joining === "open" ? true : "join_group";
}

/** A draft is written in by those who prepare it; paused and closed spaces are read only. */
export function isOpenForWriting(space: SpaceRelation): Verdict {
  if (space.status === "paused") return "paused";
  if (space.status === "closed") return "closed";
  return true;
}
