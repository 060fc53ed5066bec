import { and, eq } from "drizzle-orm";
import { activity, experiment } from "#db/schema/index";
import { accessGroup } from "~/features/groups/index.server";
import { mayPlanActivity } from "~/permissions/activities";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutActivity } from "./access-activity.server";
import { requireDetails } from "./details.server";
import { activityPlanned } from "./facts";
import { PlanActivityInput } from "./input";
import { findActivity, type ActivityRow } from "./queries.server";

/**
 * Plans an activity in a group. Sending it again with the same id gives the first.
 * @throws AppError `invalid_input` for a moment that is over or no moment at all; `not_found` for an experiment that is not
 * of this group; `already_done` when the id was used for something else; `forbidden` … from the rule.
 */
export const planActivity = defineAction({
  name: "activity.plan",
  input: PlanActivityInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => {
    const accessed = await accessGroup(ctx, input.groupId);
    const earlier = (await findActivity(ctx, input.id)) ?? null;
    if (!earlier && input.experimentId) await requireExperiment(ctx, input.groupId, input.experimentId);
    return { ...accessed, earlier };
  },
  allow: (actor, { relation, earlier }, input) => {
    if (!earlier) return mayPlanActivity(actor, relation);
    return isSame(earlier, actor.actorId, input) ? true : "already_done";
  },
  run: async (ctx, { input, loaded, fact }) => {
    if (loaded.earlier) return { id: loaded.earlier.id };
    const { id, groupId, experimentId } = input;
    const actorId = ctx.actor.actorId!;
    const details = await requireDetails(ctx, input);
    const [made] = await ctx.db
      .insert(activity)
      .values({ id, groupId, experimentId, ...details, spaceId: loaded.space.id, createdByActor: actorId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (!made) {
      // The same id came in twice at once; the other one was first.
      const first = await findActivity(ctx, id);
      if (first && isSame(first, actorId, input)) return { id };
      throw new AppError("already_done");
    }
    fact(activityPlanned, { ...aboutActivity(made, loaded.relation), mode: "on-site", data: { place: made.nis, experiment: experimentId } });
    return { id };
  },
});

/** Of the same group: whoever reads the one then reads the other. */
async function requireExperiment(ctx: Ctx, groupId: string, id: string): Promise<void> {
  const found = await ctx.db
    .select({ id: experiment.id })
    .from(experiment)
    .where(and(eq(experiment.id, id), eq(experiment.groupId, groupId), eq(experiment.moderation, "visible")));
  if (found.length === 0) throw new AppError("not_found");
}

/** Whether an earlier activity is this very one, sent again. */
function isSame(earlier: ActivityRow, actorId: string | null, given: { groupId: string; title: string }): boolean {
  return earlier.createdByActor === actorId && earlier.groupId === given.groupId && earlier.title === given.title;
}
