import { eq, sql } from "drizzle-orm";
import { experiment } from "#db/schema/index";
import { mayMoveExperiment } from "~/permissions/experiments";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutExperiment, accessExperiment } from "./access-experiment.server";
import { stageChanged } from "./facts";
import { MoveExperimentInput } from "./input";

/**
 * Brings an experiment to its next stage: it starts, or it is measured. Sending it again changes nothing.
 * @throws AppError `stale` when it changed since `rev`; `closed` for a stage that cannot come now; `forbidden` … from the rule.
 */
export const moveExperiment = defineAction({
  name: "experiment.move",
  input: MoveExperimentInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessExperiment(ctx, input.id),
  allow: (actor, { relation, experiment: row }, input) => {
    if (row.stage === input.to && row.rev === input.rev + 1) return true;
    const verdict = mayMoveExperiment(actor, relation, input.to);
    if (verdict === true || verdict === "closed") return row.rev === input.rev ? verdict : "stale";
    return verdict;
  },
  run: async (ctx, { input, loaded, fact }) => {
    const { experiment: row, relation } = loaded;
    if (row.stage === input.to) return { id: row.id };
    await ctx.db
      .update(experiment)
      .set({ stage: input.to, startedAt: row.startedAt ?? ctx.now, rev: sql`${experiment.rev} + 1` })
      .where(eq(experiment.id, row.id));
    fact(stageChanged, { ...aboutExperiment(row, relation.group), data: { from: row.stage, to: input.to } });
    return { id: row.id };
  },
});
