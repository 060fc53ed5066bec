import { experiment } from "#db/schema/index";
import { accessGroup } from "~/features/groups/index.server";
import { mayStartExperiment } from "~/permissions/experiments";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutExperiment } from "./access-experiment.server";
import { experimentStarted } from "./facts";
import { StartExperimentInput } from "./input";
import { findExperiment, type ExperimentRow } from "./queries.server";

/**
 * Proposes to try something out, in three plain answers. Sending it again with the same id gives the first.
 * @throws AppError `already_done` when the id was used for something else; `join_group`, `muted` … from the rule.
 */
export const startExperiment = defineAction({
  name: "experiment.start",
  input: StartExperimentInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => ({ ...(await accessGroup(ctx, input.groupId)), earlier: (await findExperiment(ctx, input.id)) ?? null }),
  allow: (actor, { relation, earlier }, input) => {
    if (!earlier) return mayStartExperiment(actor, relation);
    return isSame(earlier, actor.actorId, input) ? true : "already_done";
  },
  run: async (ctx, { input, loaded, fact }) => {
    if (loaded.earlier) return { id: loaded.earlier.id };
    const actorId = ctx.actor.actorId!;
    const [made] = await ctx.db
      .insert(experiment)
      .values({ ...input, spaceId: loaded.space.id, createdByActor: actorId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (!made) {
      // The same id came in twice at once; the other one was first.
      const first = await findExperiment(ctx, input.id);
      if (first && isSame(first, actorId, input)) return { id: first.id };
      throw new AppError("already_done");
    }
    fact(experimentStarted, { ...aboutExperiment(made, loaded.relation), data: {} });
    return { id: made.id };
  },
});

/** Whether an earlier experiment is this very one, sent again. */
function isSame(earlier: ExperimentRow, actorId: string | null, given: { groupId: string; title: string }): boolean {
  return earlier.createdByActor === actorId && earlier.groupId === given.groupId && earlier.title === given.title;
}
