import { and, asc, gte, lte } from "drizzle-orm";
import { activity } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessActivity } from "./access-activity.server";
import { activityHref } from "./views";

/** The path for on paper, short enough to type over: the first eight signs of the id. */
export function shortPath(id: string): string {
  return `/a/${id.slice(0, 8)}`;
}

/** Where a short path leads. @throws AppError as `accessActivity`; `not_found` for a path of nothing. */
export async function followShortPath(ctx: Ctx, code: string): Promise<string> {
  if (!/^[0-9a-f]{8}$/i.test(code)) throw new AppError("not_found");
  const [found] = await ctx.db
    .select({ id: activity.id })
    .from(activity)
    .where(and(gte(activity.id, `${code}-0000-0000-0000-000000000000`), lte(activity.id, `${code}-ffff-ffff-ffff-ffffffffffff`)))
    .orderBy(asc(activity.createdAt))
    .limit(1);
  if (!found) throw new AppError("not_found");
  await accessActivity(ctx, found.id);
  return activityHref(found.id);
}
