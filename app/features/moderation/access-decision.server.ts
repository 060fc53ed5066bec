import { desc, eq } from "drizzle-orm";
import { appeal, decision, moderationCase, space } from "#db/schema/index";
import type { DecisionRelation } from "~/permissions/moderation";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import type { AppealRow, CaseRow, DecisionRow } from "./access-case.server";
import { relationToDecision } from "./take-back-decision.server";

export interface AccessedDecision {
  decided: DecisionRow;
  row: CaseRow;
  spaceName: string;
  spaceSlug: string;
  relation: DecisionRelation;
  appeal: AppealRow | null;
}

/**
 * A decision for whom it is about, and for nobody else. Inside an action its case is locked until the commit.
 * @throws AppError `sign_in`, `not_found`.
 */
export async function accessOwnDecision(ctx: Ctx, decisionId: string): Promise<AccessedDecision> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const [found] = await ctx.db.select({ caseId: decision.caseId }).from(decision).where(eq(decision.id, decisionId));
  if (!found) throw new AppError("not_found");
  const query = ctx.db.select().from(moderationCase).where(eq(moderationCase.id, found.caseId));
  const [row] = await (ctx.writing ? query.for("update") : query);
  const decisions = await ctx.db.select().from(decision).where(eq(decision.caseId, found.caseId)).orderBy(desc(decision.createdAt));
  const decided = decisions.find((one) => one.id === decisionId);
  if (!row || !decided) throw new AppError("not_found");
  const relation = await relationToDecision(ctx, decided, { row, decisions });
  if (!relation.concerned || decided.measure === "none") throw new AppError("not_found");
  const [itsSpace] = await ctx.db.select({ name: space.name, slug: space.slug }).from(space).where(eq(space.id, row.spaceId));
  const [asked = null] = await ctx.db.select().from(appeal).where(eq(appeal.decisionId, decisionId));
  return { decided, row, spaceName: itsSpace!.name, spaceSlug: itsSpace!.slug, relation, appeal: asked };
}
