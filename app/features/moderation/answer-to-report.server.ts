import { and, asc, eq, gte, isNull } from "drizzle-orm";
import { decision, moderationCase, report } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";

export type ReportRow = typeof report.$inferSelect;

/** What became of a report, as its reporter hears it: never what was decided about a person. */
export interface Answer {
  outcome: "nothing" | "label" | "hide" | "remove" | "lock" | "acted" | "given-back";
  /** The whole letter, when nothing was done; else null. */
  letter: string | null;
  at: Date;
}

/** The outcome of a report; null while nobody decided, or the decision can still be taken back. */
export async function answerTo(ctx: Ctx, row: Pick<ReportRow, "caseId" | "createdAt">): Promise<Answer | null> {
  const [decided] = await ctx.db
    .select()
    .from(decision)
    .where(and(eq(decision.caseId, row.caseId), isNull(decision.takenBackAt), gte(decision.createdAt, row.createdAt)))
    .orderBy(asc(decision.createdAt))
    .limit(1);
  if (!decided || ctx.now.getTime() - decided.createdAt.getTime() < limits.decisionTakeBack * 1_000) return null;
  if (decided.undoneAt) return { outcome: "given-back", letter: null, at: decided.undoneAt };
  if (decided.measure === "none") return { outcome: "nothing", letter: decided.reasons, at: decided.createdAt };
  const onPerson = decided.measure === "warn" || decided.measure === "mute" || decided.measure === "suspend";
  return { outcome: onPerson ? "acted" : (decided.measure as Answer["outcome"]), letter: null, at: decided.createdAt };
}

/** A report with its outcome, for the house's own work; inside an action it is held until the commit. @throws AppError `not_found`. */
export async function loadReport(ctx: Ctx, reportId: string): Promise<{ row: ReportRow; spaceId: string; answer: Answer | null }> {
  const query = ctx.db.select().from(report).where(eq(report.id, reportId));
  const [row] = await (ctx.writing ? query.for("update") : query);
  if (!row) throw new AppError("not_found");
  const [of] = await ctx.db.select({ spaceId: moderationCase.spaceId }).from(moderationCase).where(eq(moderationCase.id, row.caseId));
  return { row, spaceId: of!.spaceId, answer: await answerTo(ctx, row) };
}
