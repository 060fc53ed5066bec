import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";

/** How somebody stands to a study. Loaded by `access-study`. */
export interface StudyRelation {
  state: "draft" | "review" | "open" | "closed" | "key_destroyed";
  /** Guards the data: holds that role in the installation. */
  dataSteward: boolean;
  /** Was invited for this study and came, and the term has not passed. */
  researcher: boolean;
  /** Steward, facilitator or moderator of a space that the study names: guards no data of it and sees none. */
  runsNamedSpace: boolean;
  /** Organisations that run a named space and for which the actor may speak. */
  speaksFor: readonly string[];
  /** Takes part in a space that takes part in the study. */
  member: boolean;
  /** The person's newest answer, for this version of the sheet or an older one; null without any. */
  answer: "given" | "refused" | "withdrawn" | null;
  /** What researchers were given must be gone by now. */
  retentionOver: boolean;
}

/** Starting a study that names some spaces. */
export function mayStartStudy(actor: Actor, study: { runsNamedSpace: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!actor.roles.includes("data_steward")) return "not_found";
  return study.runsNamedSpace ? "not_yourself" : true;
}

/** Whether the study may be known. Once it was open everyone may: who asks for data is no secret. */
export function maySeeStudy(actor: Actor, study: StudyRelation): Verdict {
  if (actor.system || study.state === "open" || study.state === "closed" || study.state === "key_destroyed") return true;
  return study.dataSteward || study.researcher || study.speaksFor.length > 0 ? true : "not_found";
}

/** Guarding a study: changing, inviting, opening, closing. Never for the one who does the research or runs a space of it. */
export function mayGuardStudy(actor: Actor, study: StudyRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!study.dataSteward) return "not_found";
  return study.researcher || study.runsNamedSpace ? "not_yourself" : true;
}

export function mayChangeStudy(actor: Actor, study: StudyRelation): Verdict {
  const guard = mayGuardStudy(actor, study);
  if (guard !== true) return guard;
  return study.state === "closed" || study.state === "key_destroyed" ? "closed" : true;
}

/** Opening: people can be asked from then on. Needs a space that every one of its organisations agreed to. */
export function mayOpenStudy(actor: Actor, study: StudyRelation, spaces: readonly ("in" | "out" | "waiting")[]): Verdict {
  const change = mayChangeStudy(actor, study);
  if (change !== true) return change;
  if (study.state === "open") return "already_done";
  if (spaces.includes("in")) return true;
  return spaces.includes("waiting") ? "too_soon" : "organisation_said_no";
}

export function mayCloseStudy(actor: Actor, study: StudyRelation): Verdict {
  const guard = mayGuardStudy(actor, study);
  if (guard !== true) return guard;
  if (study.state === "open") return true;
  return study.state === "draft" || study.state === "review" ? "not_open_yet" : "already_done";
}

/** Destroying the key: nobody can then say who a pseudonym was, and nothing more can be delivered. */
export function mayDestroyKey(actor: Actor, study: StudyRelation): Verdict {
  const guard = mayGuardStudy(actor, study);
  if (guard !== true) return guard;
  if (study.state === "key_destroyed") return "already_done";
  return study.state === "closed" ? true : "too_soon";
}

/** Becoming the researcher of a study by its one-time link: neither who guards data nor who runs a named space. */
export function mayBecomeResearcher(actor: Actor, study: Pick<StudyRelation, "state" | "dataSteward" | "runsNamedSpace" | "researcher">): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (study.dataSteward) return "not_yourself";
  if (study.runsNamedSpace) return "forbidden";
  if (study.state === "closed" || study.state === "key_destroyed") return "closed";
  return study.researcher ? "already_done" : true;
}

/** Answering for an organisation that runs a named space; it can change its mind. */
export function mayAnswerForStudy(actor: Actor, study: StudyRelation, organisationId: string): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!study.speaksFor.includes(organisationId)) return "not_found";
  return study.state === "closed" || study.state === "key_destroyed" ? "closed" : true;
}

/** Saying yes or no oneself. Nobody under 16 is asked. */
export function mayAnswerStudy(actor: Actor, study: StudyRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (actor.ageGroup !== "16_plus") return "too_young";
  if (study.state === "draft" || study.state === "review") return "not_found";
  if (study.state !== "open") return "closed";
  return study.member || study.answer !== null ? true : "join_space";
}

/** Taking a yes back: always, also after the study closed or after leaving the space. */
export function mayWithdraw(actor: Actor, study: StudyRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return study.answer === "given" ? true : "already_done";
}

/** Asking for a release, and getting what was made. */
export function mayUseReleases(actor: Actor, study: StudyRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!study.dataSteward && !study.researcher) return "not_found";
  if (study.runsNamedSpace) return "forbidden";
  if (study.state === "draft" || study.state === "review") return "not_open_yet";
  return study.retentionOver || study.state === "key_destroyed" ? "closed" : true;
}

/** Getting a file: not once somebody in it took the yes back. */
export function mayGetRelease(actor: Actor, study: StudyRelation, release: { ready: boolean; someoneWithdrew: boolean }): Verdict {
  const use = mayUseReleases(actor, study);
  if (use !== true) return use;
  if (!release.ready) return "not_found";
  return release.someoneWithdrew ? "closed" : true;
}
