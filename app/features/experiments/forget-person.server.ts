import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { experiment } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import { groupStream } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { experimentModerated } from "./facts";
import type { ExperimentRow } from "./queries.server";
import { experimentWords } from "./words";

/** What somebody proposed and nobody took up yet: their own words. Once it runs it is the group's work. */
async function ideasOf(ctx: Ctx, actorId: string): Promise<ExperimentRow[]> {
  return ctx.db
    .select()
    .from(experiment)
    .where(and(eq(experiment.createdByActor, actorId), eq(experiment.stage, "idea"), ne(experiment.wantToKnow, "")))
    .orderBy(experiment.id);
}

async function countOfGroup(ctx: Ctx, actorId: string): Promise<number> {
  const rows = await ctx.db
    .select({ id: experiment.id })
    .from(experiment)
    .where(and(eq(experiment.createdByActor, actorId), ne(experiment.stage, "idea")));
  return rows.length;
}

defineErasure({
  feature: "experiments",
  describe: async (ctx, { actorId }) => {
    const t = experimentWords.for(ctx.language);
    return [
      { what: t("erasure_ideas"), count: (await ideasOf(ctx, actorId)).length, fate: "choice" },
      { what: t("erasure_experiments"), count: await countOfGroup(ctx, actorId), fate: "stays" },
    ];
  },
  erase: async (ctx, { actorId, keepWords, fact }) => {
    const ideas = keepWords ? [] : await ideasOf(ctx, actorId);
    if (ideas.length === 0) return;
    await ctx.db
      .update(experiment)
      .set({ title: "…", wantToKnow: "", whatWeDo: "", whenWeStop: "", howWeMeasure: "", learningForm: null, moderation: "removed", rev: sql`${experiment.rev} + 1` })
      .where(inArray(experiment.id, ideas.map((row) => row.id)));
    for (const { id, spaceId, groupId } of ideas) {
      fact(experimentModerated, { stream: groupStream(groupId), spaceId, groupId, object: { kind: "experiment", id }, data: {} });
    }
  },
});

defineDownload({
  feature: "experiments",
  collect: async (ctx, { actorId }): Promise<DownloadPart[]> => {
    const t = experimentWords.for(ctx.language);
    const rows = await ctx.db.select().from(experiment).where(eq(experiment.createdByActor, actorId)).orderBy(experiment.createdAt, experiment.id);
    return [
      {
        key: "experiments",
        title: t("download_experiments"),
        rows: rows.map((row) => ({
          title: row.title,
          wantToKnow: row.wantToKnow,
          whatWeDo: row.whatWeDo,
          whenWeStop: row.whenWeStop,
          howWeMeasure: row.howWeMeasure,
          stage: t(`stage_${row.stage}`),
          lesson: row.lesson,
          createdAt: row.createdAt.toISOString(),
        })),
        columns: {
          title: t("download_name"),
          wantToKnow: t("want_to_know"),
          whatWeDo: t("what_we_do"),
          whenWeStop: t("when_we_stop"),
          howWeMeasure: t("how_we_measure"),
          stage: t("stage"),
          lesson: t("lesson"),
          createdAt: t("download_at"),
        },
      },
    ];
  },
});
