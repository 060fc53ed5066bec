import { desc } from "drizzle-orm";
import { planVersion } from "#db/schema/index";
import type { Plan } from "#db/seed/regions/plan";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";

export interface PlanView {
  version: number;
  /** ISO. */
  validFrom: string;
  plan: Plan;
}

/** The plan of the partnership as it stands now. @throws AppError `not_found` where the region has none. */
export async function readPlan(ctx: Ctx): Promise<PlanView> {
  const [row] = await ctx.db.select().from(planVersion).orderBy(desc(planVersion.number)).limit(1);
  if (!row) throw new AppError("not_found");
  return { version: row.number, validFrom: row.validFrom.toISOString(), plan: row.content as unknown as Plan };
}

/** One action of the plan, by its number. @throws AppError `not_found` */
export async function readPlanAction(ctx: Ctx, number: number) {
  const { plan } = await readPlan(ctx);
  const action = plan.actions.find((one) => one.number === number);
  if (!action) throw new AppError("not_found");
  return { title: plan.title, action };
}
