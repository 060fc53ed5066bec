import { eq, sql } from "drizzle-orm";
import { experiment } from "#db/schema/index";
import { mayChangeExperiment } from "~/permissions/experiments";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutExperiment, accessExperiment } from "./access-experiment.server";
import { experimentChanged } from "./facts";
import { ChangeExperimentInput } from "./input";
import type { ExperimentRow } from "./queries.server";

/**
 * Words an experiment anew. The same words again change nothing.
 * @throws AppError `stale` when it changed since `rev`; `forbidden`, `closed` … from the rule.
 */
export const changeExperiment = defineAction({
  name: "experiment.change",
  input: ChangeExperimentInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessExperiment(ctx, input.id),
  allow: (actor, loaded, { rev, ...words }) => {
    const verdict = mayChangeExperiment(actor, loaded.relation);
    if (verdict !== true || isUnchanged(loaded.experiment, words)) return verdict;
    return loaded.experiment.rev === rev ? true : "stale";
  },
  run: async (ctx, { input, loaded, fact }) => {
    const { id, rev: _seen, ...words } = input;
    if (isUnchanged(loaded.experiment, words)) return { id };
    await ctx.db.update(experiment).set({ ...words, rev: sql`${experiment.rev} + 1` }).where(eq(experiment.id, id));
    fact(experimentChanged, { ...aboutExperiment(loaded.experiment, loaded.relation.group), data: {} });
    return { id };
  },
});

/** Whether the row says all of this already. */
export function isUnchanged(row: ExperimentRow, words: Partial<ExperimentRow>): boolean {
  return Object.entries(words).every(([key, value]) => row[key as keyof ExperimentRow] === value);
}
