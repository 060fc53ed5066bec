import { eq, sql } from "drizzle-orm";
import { experiment } from "#db/schema/index";
import { mayTellLesson } from "~/permissions/experiments";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutExperiment, accessExperiment } from "./access-experiment.server";
import { isUnchanged } from "./change-experiment.server";
import { experimentChanged, lessonLearned } from "./facts";
import { TellLessonInput } from "./input";

/**
 * Ends an experiment with what was measured and learnt, also when it failed; later it words the lesson better.
 * The same again changes nothing.
 * @throws AppError `too_soon` for what never started; `stale` when it changed since `rev`; `forbidden` … from the rule.
 */
export const tellLesson = defineAction({
  name: "experiment.tell-lesson",
  input: TellLessonInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessExperiment(ctx, input.id),
  allow: (actor, loaded, { rev, ...words }) => {
    const verdict = mayTellLesson(actor, loaded.relation);
    if (verdict !== true || isUnchanged(loaded.experiment, { ...words, stage: "lesson" })) return verdict;
    return loaded.experiment.rev === rev ? true : "stale";
  },
  run: async (ctx, { input, loaded, fact }) => {
    const { id, rev: _seen, ...words } = input;
    const { experiment: row, relation } = loaded;
    if (isUnchanged(row, { ...words, stage: "lesson" })) return { id };
    await ctx.db
      .update(experiment)
      .set({ ...words, stage: "lesson", finishedAt: row.finishedAt ?? ctx.now, rev: sql`${experiment.rev} + 1` })
      .where(eq(experiment.id, id));
    const about = aboutExperiment(row, relation.group);
    if (row.stage === "lesson" && row.outcome === words.outcome) fact(experimentChanged, { ...about, data: {} });
    else fact(lessonLearned, { ...about, data: { from: row.stage, outcome: words.outcome } });
    return { id };
  },
});
