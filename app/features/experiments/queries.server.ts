import { eq, inArray } from "drizzle-orm";
import { experiment } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

export type ExperimentRow = typeof experiment.$inferSelect;

/** `hold` keeps the row from changing until the commit. */
export async function findExperiment(ctx: Ctx, id: string, hold = false): Promise<ExperimentRow | undefined> {
  const query = ctx.db.select().from(experiment).where(eq(experiment.id, id));
  return (await (hold ? query.for("no key update") : query))[0];
}

export async function findExperiments(ctx: Ctx, ids: string[]): Promise<ExperimentRow[]> {
  return ids.length === 0 ? [] : ctx.db.select().from(experiment).where(inArray(experiment.id, [...new Set(ids)]));
}
