import { groupStream, readPlace, whoReads, type Place, type Readers } from "~/features/groups/index.server";
import { linksTo, showPeople, spaceStream, type ShownPerson } from "~/features/spaces/index.server";
import { mayPlanActivity } from "~/permissions/activities";
import { mayChangeExperiment, mayMoveExperiment, mayTellLesson, stagesFrom, type ExperimentStage } from "~/permissions/experiments";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { readHeads } from "~/platform/publisher.server";
import { findThings, type Thing } from "~/platform/things.server";
import { accessExperiment } from "./access-experiment.server";
import { findExperiment } from "./queries.server";
import { showExperiment } from "./show-experiments.server";
import type { ExperimentView } from "./views";

export interface ExperimentPage {
  experiment: ExperimentView;
  place: Place;
  readers: Readers;
  /** Who had the idea. */
  by: ShownPerson;
  /** Title of the plan's objective that it serves. */
  objective: string | null;
  /** Where it came from: a bundle of learning questions. */
  cameFrom: Thing[];
  may: {
    change: Verdict;
    /** Stages that the actor may bring it to now. */
    move: ExperimentStage[];
    tellLesson: Verdict;
    planActivity: Verdict;
  };
}

/** An experiment as its page shows it. @throws AppError as `accessExperiment`. */
export async function readExperiment(ctx: Ctx, id: string): Promise<ExperimentPage> {
  const found = await findExperiment(ctx, id);
  if (!found) throw new AppError("not_found");
  // The numbers before the rows: what comes in between makes the page old, never wrong.
  const heads = await readHeads(ctx, [groupStream(found.groupId), spaceStream(found.spaceId)]);
  for (const stream of [groupStream(found.groupId), spaceStream(found.spaceId)]) ctx.dependsOn.set(stream, heads.get(stream) ?? 0);
  const accessed = await accessExperiment(ctx, id);
  const { experiment, relation } = accessed;
  const people = await showPeople(ctx, experiment.spaceId, [experiment.createdByActor]);
  const { objectives } = ctx.house.region.plan;
  return {
    experiment: showExperiment(experiment),
    place: await readPlace(ctx, accessed),
    readers: await whoReads(ctx, accessed),
    by: people.get(experiment.createdByActor)!,
    objective: objectives.find(({ number }) => String(number) === experiment.objective)?.title ?? null,
    cameFrom: await findThings(ctx, (await linksTo(ctx, id)).map((link) => link.from)),
    may: {
      change: mayChangeExperiment(ctx.actor, relation),
      move: stagesFrom(experiment.stage).filter((to) => mayMoveExperiment(ctx.actor, relation, to) === true),
      tellLesson: mayTellLesson(ctx.actor, relation),
      planActivity: mayPlanActivity(ctx.actor, relation.group),
    },
  };
}
