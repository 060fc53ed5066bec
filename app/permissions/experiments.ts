import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import { mayReadGroup, mayRunGroup, mayWriteInGroup } from "./groups";
import type { GroupRelation } from "./relations";

export const experimentStages = ["idea", "running", "measuring", "lesson"] as const;
export type ExperimentStage = (typeof experimentStages)[number];

/** What rules need to know of an experiment and of how the actor stands to it. */
export interface ExperimentRelation {
  group: GroupRelation;
  stage: ExperimentStage;
  moderation: "visible" | "hidden" | "removed";
  /** The actor had the idea. */
  mine: boolean;
}

/** What moderation hid is there for nobody; the desk shows it with its case. */
export function mayReadExperiment(actor: Actor, experiment: ExperimentRelation): Verdict {
  const read = mayReadGroup(actor, experiment.group);
  if (read !== true || actor.system) return read;
  return experiment.moderation === "visible" ? true : "not_found";
}

/** Having an idea is for everyone who writes in the group. */
export function mayStartExperiment(actor: Actor, group: GroupRelation): Verdict {
  return mayWriteInGroup(actor, group);
}

/** Who had the idea words it until it starts; from then on those who run the group do. */
export function mayChangeExperiment(actor: Actor, experiment: ExperimentRelation): Verdict {
  const run = mayRunExperiment(actor, experiment);
  return run === "forbidden" && experiment.mine && experiment.stage === "idea" ? mayWriteInGroup(actor, experiment.group) : run;
}

/** Stages go forward one by one; from measuring one may go back to doing more. The lesson has a form of its own. */
export function mayMoveExperiment(actor: Actor, experiment: ExperimentRelation, to: ExperimentStage): Verdict {
  const run = mayRunExperiment(actor, experiment);
  if (run !== true) return run;
  return stagesFrom(experiment.stage).includes(to) ? true : "closed";
}

/** Writing down what was learnt, also when it was stopped early; and wording it better later. */
export function mayTellLesson(actor: Actor, experiment: ExperimentRelation): Verdict {
  const run = mayRunExperiment(actor, experiment);
  if (run !== true) return run;
  return experiment.stage === "idea" ? "too_soon" : true;
}

/** Where an experiment may go from here, the lesson apart. */
export function stagesFrom(stage: ExperimentStage): ExperimentStage[] {
  if (stage === "idea") return ["running"];
  if (stage === "running") return ["measuring"];
  return stage === "measuring" ? ["running"] : [];
}

function mayRunExperiment(actor: Actor, { group, moderation }: ExperimentRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (moderation !== "visible") return "not_found";
  if (group.suspended || group.space.suspended) return "suspended";
  return mayRunGroup(actor, group);
}
