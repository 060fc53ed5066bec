import { and, count, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { appeal, decision, moderationCase, report } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { waitingStates } from "./choose-owner.server";
import { moderationWords } from "./words";

const waits = (state: string) => (waitingStates as readonly string[]).includes(state);

/** Decisions with a measure about an actor, newest first. */
async function decisionsAbout(ctx: Ctx, actorId: string) {
  return ctx.db
    .select({ decision, appeal })
    .from(decision)
    .innerJoin(moderationCase, eq(moderationCase.id, decision.caseId))
    .leftJoin(appeal, eq(appeal.decisionId, decision.id))
    .where(and(eq(moderationCase.authorActor, actorId), ne(decision.measure, "none")))
    .orderBy(desc(decision.createdAt));
}

/**
 * The log and the decisions stay: they name actors, and who an actor was goes with the account. What says who somebody is
 * goes: the name in the evidence, the address of a report. Their words stay as evidence while a case waits; after that
 * they go when the person chose so.
 */
defineErasure({
  feature: "moderation",
  describe: async (ctx, person) => {
    const t = moderationWords.for(ctx.language);
    const [reports] = await ctx.db.select({ n: count() }).from(report).where(eq(report.reporterPersonId, person.personId));
    return [
      { what: t("erase_reports"), count: reports?.n ?? 0, fate: "stays" },
      { what: t("erase_decisions"), count: (await decisionsAbout(ctx, person.actorId)).length, fate: "stays" },
    ];
  },
  erase: async (ctx, { personId, actorId, keepWords }) => {
    await ctx.db.update(report).set({ contact: null }).where(eq(report.reporterPersonId, personId));
    const about = await ctx.db.select().from(moderationCase).where(eq(moderationCase.authorActor, actorId)).for("update");
    for (const row of about) {
      // Of a person the evidence is the name itself.
      const keep = row.subjectKind !== "membership" && (keepWords || waits(row.state));
      const { title, text } = keep ? row.evidence : { title: undefined, text: "" };
      await ctx.db.update(moderationCase).set({ evidence: { title, text, shownName: "" } }).where(eq(moderationCase.id, row.id));
      await ctx.db
        .update(report)
        .set({ evidence: keep ? sql`${report.evidence} || '{"shownName": ""}'::jsonb` : null })
        .where(and(eq(report.caseId, row.id), isNotNull(report.evidence)));
    }
    const settled = about.filter((row) => !waits(row.state)).map((row) => row.id);
    if (!keepWords && settled.length > 0) await ctx.db.update(appeal).set({ text: "" }).where(and(eq(appeal.byActor, actorId), inArray(appeal.caseId, settled)));
  },
});

defineDownload({
  feature: "moderation",
  collect: async (ctx, person): Promise<DownloadPart[]> => {
    const t = moderationWords.for(ctx.language);
    const reports = await ctx.db.select().from(report).where(eq(report.reporterPersonId, person.personId)).orderBy(desc(report.createdAt));
    const decisions = await decisionsAbout(ctx, person.actorId);
    return [
      {
        key: "reports",
        title: t("download_reports"),
        columns: { reference: t("download_reference"), at: t("download_at"), explanation: t("download_explanation") },
        rows: reports.map((row) => ({ reference: row.reference, at: row.createdAt.toISOString(), explanation: row.explanation })),
      },
      {
        key: "decisions",
        title: t("download_decisions"),
        columns: { at: t("download_at"), letter: t("download_letter"), question: t("download_question"), answer: t("download_answer") },
        rows: decisions.map((row) => ({ at: row.decision.createdAt.toISOString(), letter: row.decision.reasons, question: row.appeal?.text ?? null, answer: row.appeal?.answer ?? null })),
      },
    ];
  },
});
