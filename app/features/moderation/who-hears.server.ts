import { eq } from "drizzle-orm";
import { actor, moderationCase, report } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** Actor of who owns a case now; null when nobody does. */
export async function caseOwner(ctx: Ctx, caseId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ id: actor.id }).from(moderationCase).innerJoin(actor, eq(actor.personId, moderationCase.ownerPersonId)).where(eq(moderationCase.id, caseId));
  return row?.id ?? null;
}

/** The number on a report's receipt, and the address that a reporter without an account left. */
export async function reportContact(ctx: Ctx, reportId: string): Promise<{ reference: string; email: string | null } | null> {
  const [row] = await ctx.db.select({ reference: report.reference, email: report.contact }).from(report).where(eq(report.id, reportId));
  return row ?? null;
}
