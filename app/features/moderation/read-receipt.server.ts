import { eq } from "drizzle-orm";
import { moderationCase, report } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { answerTo, type Answer } from "./answer-to-report.server";
import { hashReportSecret } from "./report-thing.server";

export interface ReceiptView {
  reference: string;
  about: (typeof moderationCase.$inferSelect)["subjectKind"];
  at: string;
  danger: boolean;
  /** Somebody of the desk is at it. */
  looking: boolean;
  answer: (Omit<Answer, "at"> & { at: string }) | null;
  /** Address of this page for who reported without an account; null for the reporter's own account. */
  link: string | null;
}

/**
 * The state of a report, for who has the secret of its receipt, and for the account that made it.
 * @throws AppError `not_found` for everybody else.
 */
export async function readReceipt(ctx: Ctx, reference: string, secret: string | null): Promise<ReceiptView> {
  const [found] = await ctx.db
    .select({ report, about: moderationCase.subjectKind, claimed: moderationCase.claimedByActor })
    .from(report)
    .innerJoin(moderationCase, eq(moderationCase.id, report.caseId))
    .where(eq(report.reference, reference));
  if (!found) throw new AppError("not_found");
  const row = found.report;
  const own = signedIn(ctx.actor) && row.reporterPersonId === ctx.actor.personId;
  const holds = secret !== null && hashReportSecret(secret) === row.secretHash;
  if (!own && !holds) throw new AppError("not_found");
  const answer = await answerTo(ctx, row);
  return {
    reference,
    about: found.about,
    at: row.createdAt.toISOString(),
    danger: row.danger,
    looking: found.claimed !== null,
    answer: answer && { ...answer, at: answer.at.toISOString() },
    link: holds && row.reporterPersonId === null ? `${ctx.house.publicUrl}${receiptPath(reference, secret)}` : null,
  };
}

/** Where a reporter sees what becomes of a report. */
export function receiptPath(reference: string, secret: string | null): string {
  return `/melding/${reference}${secret ? `?sleutel=${secret}` : ""}`;
}
