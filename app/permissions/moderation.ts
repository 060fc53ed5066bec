import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import { limits } from "~/platform/limits";
import { hasRole, type SpaceRelation } from "./relations";

/** How somebody stands to one case. Loaded by `access-case`. */
export interface CaseRelation {
  state: "open" | "decided" | "appealed" | "closed";
  /** Moderator or deputy of the space; or of the duty desk while the case is with the duty desk or with nobody. */
  moderates: boolean;
  /** Wrote what the case is about, runs the space that it is about, or reported it. */
  involved: boolean;
  /** Took the decision that is asked about again. */
  decidedFirst: boolean;
}

/** How somebody stands to one decision. */
export interface DecisionRelation {
  /** Whom the decision is about. */
  concerned: boolean;
  decidedByActor: boolean;
  measure: string;
  decidedAt: Date;
  takenBack: boolean;
  /** Somebody asked for a second look. */
  askedAgain: boolean;
  /** The case has a later decision. */
  superseded: boolean;
}

/** Telling that something is not all right: everyone who can see it, also without an account. */
export function mayReport(actor: Actor, thing: { own: boolean }): Verdict {
  if (actor.system) return "forbidden";
  return thing.own ? "not_yourself" : true;
}

/** The queue of reports of one space. */
export function maySeeDesk(actor: Actor, space: SpaceRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (actor.roles.includes("duty_desk")) return true;
  return hasRole(space, "moderator", "deputy_moderator") && !space.suspended ? true : "not_found";
}

/** Reading a case. To whoever does not moderate there it does not exist. */
export function maySeeCase(actor: Actor, one: CaseRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!one.moderates) return "not_found";
  return one.involved ? "not_own_case" : true;
}

/** Taking a case upon oneself, so that others see that somebody is at it. */
export function mayClaimCase(actor: Actor, one: CaseRelation): Verdict {
  const seen = maySeeCase(actor, one);
  if (seen !== true) return seen;
  if (one.state === "decided" || one.state === "closed") return "already_decided";
  return one.state === "appealed" && one.decidedFirst ? "other_decider" : true;
}

/** Deciding upon reports. */
export function mayDecideCase(actor: Actor, one: CaseRelation): Verdict {
  const seen = maySeeCase(actor, one);
  if (seen !== true) return seen;
  return one.state === "open" ? true : "already_decided";
}

/** Answering a question for a second look: never who decided first. */
export function mayDecideSecondLook(actor: Actor, one: CaseRelation): Verdict {
  const seen = maySeeCase(actor, one);
  if (seen !== true) return seen;
  if (one.state !== "appealed") return "already_decided";
  return one.decidedFirst ? "other_decider" : true;
}

/** Taking a decision back: who took it, within ten minutes, while nothing was built upon it. */
export function mayTakeBack(actor: Actor, one: CaseRelation, decision: DecisionRelation, now: Date): Verdict {
  const seen = maySeeCase(actor, one);
  if (seen !== true) return seen;
  if (!decision.decidedByActor) return "forbidden";
  if (decision.takenBack) return "already_done";
  if (decision.superseded || decision.askedAgain) return "already_decided";
  return now.getTime() - decision.decidedAt.getTime() <= limits.decisionTakeBack * 1_000 ? true : "closed";
}

/** Asking for a second look: whom a measure is about, once, for six months. */
export function mayAskSecondLook(actor: Actor, decision: DecisionRelation, now: Date): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!decision.concerned || decision.measure === "none") return "not_found";
  if (decision.takenBack || decision.askedAgain) return "already_done";
  return now.getTime() - decision.decidedAt.getTime() <= limits.appealTerm * 1_000 ? true : "closed";
}

/** Looking around in a closed group: for a case that still has to be decided, and it leaves a trace. */
export function mayLookIntoGroup(actor: Actor, one: CaseRelation, hasGroup: boolean): Verdict {
  const claim = mayClaimCase(actor, one);
  if (claim !== true) return claim;
  return hasGroup ? true : "not_found";
}
