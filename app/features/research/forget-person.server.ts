import { asc, count, eq } from "drizzle-orm";
import { consent, fact as factTable, release, releaseActor, space, study, studyResearcher } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { factTypes } from "~/platform/facts";
import { tellResearchers } from "./answer-study.server";
import { researchWords } from "./words";

/**
 * Answers and lists of releases name an actor, and who that was goes with the account; from then on the actor counts as
 * somebody who took the yes back, so the next release lists the pseudonym to be destroyed.
 */
defineErasure({
  feature: "research",
  describe: async (ctx, { personId, actorId }) => {
    const t = researchWords.for(ctx.language);
    const [answers] = await ctx.db.select({ n: count() }).from(consent).where(eq(consent.actorId, actorId));
    const [studies] = await ctx.db.select({ n: count() }).from(studyResearcher).where(eq(studyResearcher.personId, personId));
    return [
      { what: t("erase_answers"), count: answers?.n ?? 0, fate: "stays" },
      { what: t("erase_studies"), count: studies?.n ?? 0, fate: "goes" },
    ];
  },
  erase: async (ctx, { actorId, fact }) => {
    const held = await ctx.db
      .selectDistinct({ studyId: release.studyId })
      .from(releaseActor)
      .innerJoin(release, eq(release.id, releaseActor.releaseId))
      .where(eq(releaseActor.actorId, actorId));
    for (const { studyId } of held) await tellResearchers(ctx, { studyId, actorId }, fact);
  },
});

defineDownload({
  feature: "research",
  collect: async (ctx, { actorId }): Promise<DownloadPart[]> => {
    const t = researchWords.for(ctx.language);
    const answers = await ctx.db
      .select({ consent, study: study.title })
      .from(consent)
      .innerJoin(study, eq(study.id, consent.studyId))
      .where(eq(consent.actorId, actorId))
      .orderBy(asc(consent.at));
    const held = await ctx.db
      .select({ study: study.title, number: release.number, rows: releaseActor.rows, at: release.readyAt })
      .from(releaseActor)
      .innerJoin(release, eq(release.id, releaseActor.releaseId))
      .innerJoin(study, eq(study.id, release.studyId))
      .where(eq(releaseActor.actorId, actorId))
      .orderBy(asc(release.readyAt));
    return [
      {
        key: "studyAnswers",
        title: t("download_answers"),
        rows: answers.map((row) => ({ study: row.study, answer: row.consent.answer, coversBefore: row.consent.coversBefore, receipt: row.consent.receipt, at: row.consent.at.toISOString() })),
        columns: { study: t("study"), answer: t("my_answer"), coversBefore: t("covers_before"), receipt: t("receipt"), at: t("when") },
        words: { given: t("answer_given"), refused: t("answer_refused"), withdrawn: t("answer_withdrawn") },
      },
      {
        key: "studyReleases",
        title: t("download_releases"),
        rows: held.map((row) => ({ study: row.study, release: row.number, rows: row.rows, at: row.at?.toISOString() ?? null })),
        columns: { study: t("study"), release: t("release"), rows: t("rows_about_me"), at: t("when") },
      },
      { key: "log", title: t("download_log"), rows: await ownLog(ctx, actorId), columns: { at: t("when"), what: t("what_happened"), space: t("space"), mode: t("how") }, words: { online: t("mode_online"), "on-site": t("mode_on_site"), hybrid: t("mode_hybrid") } },
    ];
  },
});

/** Everything in the log that names this actor, in words, oldest first. */
async function ownLog(ctx: Ctx, actorId: string): Promise<DownloadPart["rows"]> {
  const rows = await ctx.db
    .select({ fact: factTable, space: space.name })
    .from(factTable)
    .leftJoin(space, eq(space.id, factTable.spaceId))
    .where(eq(factTable.actorId, actorId))
    .orderBy(asc(factTable.id));
  const language = ctx.language === "en" ? "en" : "nl";
  return rows.map(({ fact, space: name }) => ({
    at: fact.occurredAt.toISOString(),
    what: factTypes().get(fact.type)?.label[language] ?? fact.type,
    space: name,
    mode: fact.mode,
    type: fact.type,
    data: JSON.stringify(fact.data),
  }));
}
