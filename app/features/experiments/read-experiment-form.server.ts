import { randomUUID } from "node:crypto";
import { accessGroup, readableGroups, whoReads, type Readers } from "~/features/groups/index.server";
import { accessSpace } from "~/features/spaces/index.server";
import { mayChangeExperiment, mayStartExperiment, mayTellLesson } from "~/permissions/experiments";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { accessExperiment } from "./access-experiment.server";
import { showExperiment } from "./show-experiments.server";
import type { ExperimentView } from "./views";

/** A strategic objective of the plan, to choose from. */
export interface Objective {
  number: string;
  title: string;
}

export interface StartForm {
  /** For the experiment that this form starts, so that a retry starts one. */
  newId: string;
  space: { slug: string; name: string };
  /** Groups of the leerplek in which the actor may start one, with who reads there. */
  groups: { id: string; name: string; readers: Readers }[];
  objectives: Objective[];
}

/**
 * What the form for a new experiment needs, in one group or in any of a leerplek.
 * @throws AppError `sign_in`, `join_group` or what the rule says when there is no group to start one in.
 */
export async function readStartForm(ctx: Ctx, where: { groupId: string } | { slug: string } | { spaceId: string }): Promise<StartForm> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  if ("groupId" in where) {
    const accessed = await accessGroup(ctx, where.groupId);
    const verdict = mayStartExperiment(ctx.actor, accessed.relation);
    if (verdict !== true) throw new AppError(verdict);
    const { group, space } = accessed;
    return formOf(ctx, space, [{ id: group.id, name: group.name, readers: await whoReads(ctx, accessed) }]);
  }
  const { space } = await accessSpace(ctx, "slug" in where ? where : { id: where.spaceId });
  const groups: StartForm["groups"] = [];
  for (const loaded of (await readableGroups(ctx, { spaceId: space.id })).values()) {
    if (mayStartExperiment(ctx.actor, loaded.relation) !== true) continue;
    groups.push({ id: loaded.group.id, name: loaded.group.name, readers: await whoReads(ctx, loaded) });
  }
  if (groups.length === 0) throw new AppError("join_group");
  return formOf(ctx, space, groups.sort((a, b) => a.name.localeCompare(b.name)));
}

function formOf(ctx: Ctx, { slug, name }: StartForm["space"], groups: StartForm["groups"]): StartForm {
  return { newId: randomUUID(), space: { slug, name }, groups, objectives: objectivesOf(ctx) };
}

export interface ExperimentForm {
  experiment: ExperimentView;
  readers: Readers;
  objectives: Objective[];
}

/** An experiment to be worded anew. @throws AppError as `accessExperiment`, and what the rule says. */
export async function readChangeForm(ctx: Ctx, id: string): Promise<ExperimentForm> {
  const accessed = await accessExperiment(ctx, id);
  const verdict = mayChangeExperiment(ctx.actor, accessed.relation);
  if (verdict !== true) throw new AppError(verdict);
  return { experiment: showExperiment(accessed.experiment), readers: await whoReads(ctx, accessed), objectives: objectivesOf(ctx) };
}

/** An experiment of which the lesson is to be told. @throws AppError as `accessExperiment`, and what the rule says. */
export async function readLessonForm(ctx: Ctx, id: string): Promise<Omit<ExperimentForm, "objectives">> {
  const accessed = await accessExperiment(ctx, id);
  const verdict = mayTellLesson(ctx.actor, accessed.relation);
  if (verdict !== true) throw new AppError(verdict);
  return { experiment: showExperiment(accessed.experiment), readers: await whoReads(ctx, accessed) };
}

function objectivesOf(ctx: Ctx): Objective[] {
  return ctx.house.region.plan.objectives.map(({ number, title }) => ({ number: String(number), title }));
}
