import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import { actor, decision, report } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import { makeCtx, theHouse, type Ctx, type House } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { limits } from "~/platform/limits";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { loadReport } from "./answer-to-report.server";
import { reportAnswered, yourReportAnswered } from "./facts";
import { ReportIdInput } from "./input";

/** Tells one reporter the outcome, once: in "Berichten voor mij", or by a letter when they left an address. For the house itself. */
export const tellReporter = defineAction({
  name: "moderation.tell-reporter",
  input: ReportIdInput,
  load: (ctx, input) => loadReport(ctx, input.report),
  allow: (who, loaded) => (!who.system ? "forbidden" : !loaded.answer || loaded.row.outcomeToldAt ? "already_done" : true),
  run: async (ctx, { loaded: { row, spaceId }, fact }): Promise<void> => {
    await ctx.db.update(report).set({ outcomeToldAt: ctx.now }).where(eq(report.id, row.id));
    await stateAnswer(ctx, row, spaceId, "decision", fact);
  },
});

/** States that there is an answer, where the reporter hears of it. */
export async function stateAnswer(ctx: Ctx, row: Pick<typeof report.$inferSelect, "id" | "caseId" | "reporterPersonId">, spaceId: string, after: "decision" | "second-look", fact: FactWriter): Promise<void> {
  const data = { caseId: row.caseId, reportId: row.id, after };
  const object = { kind: "report", id: row.id };
  if (row.reporterPersonId === null) return fact(reportAnswered, { spaceId, object, data });
  const [reporter] = await ctx.db.select({ id: actor.id }).from(actor).where(eq(actor.personId, row.reporterPersonId));
  if (reporter) fact(yourReportAnswered, { stream: streamId("person", reporter.id), spaceId, object, data });
}

/** Told of a changed outcome after a second look: those who heard of the first. */
export async function stateChangedOutcome(ctx: Ctx, caseId: string, spaceId: string, fact: FactWriter): Promise<void> {
  const rows = await ctx.db.select().from(report).where(eq(report.caseId, caseId)).orderBy(asc(report.createdAt));
  for (const row of rows) if (row.outcomeToldAt) await stateAnswer(ctx, row, spaceId, "second-look", fact);
}

/**
 * A job: tells the reporters of what was decided more than ten minutes ago, and so cannot be taken back any more.
 * @returns how many were told.
 */
export async function tellReporters(house: House): Promise<number> {
  const ctx = makeCtx(house, { actor: theHouse });
  const final = new Date(ctx.now.getTime() - limits.decisionTakeBack * 1_000);
  const decided = ctx.db.select({ caseId: decision.caseId }).from(decision).where(and(isNull(decision.takenBackAt), lte(decision.createdAt, final)));
  const rows = await ctx.db.select({ id: report.id }).from(report).where(and(isNull(report.outcomeToldAt), inArray(report.caseId, decided)));
  let told = 0;
  for (const row of rows) {
    try {
      await tellReporter(ctx, { report: row.id });
      told += 1;
    } catch (error) {
      // Reported again after the decision, or told by another process.
      if (!(error instanceof AppError) || error.code !== "already_done") throw error;
    }
  }
  return told;
}

