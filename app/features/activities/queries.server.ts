import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { activity, activitySignUp } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { Numbers } from "./views";

export type ActivityRow = typeof activity.$inferSelect;
export type SignUpRow = typeof activitySignUp.$inferSelect;

/** `hold` keeps the row from changing until the commit; sign-ups for one activity then stand in line for a place. */
export async function findActivity(ctx: Ctx, id: string, hold = false): Promise<ActivityRow | undefined> {
  const query = ctx.db.select().from(activity).where(eq(activity.id, id));
  return (await (hold ? query.for("no key update") : query))[0];
}

export async function findActivities(ctx: Ctx, ids: string[]): Promise<ActivityRow[]> {
  return ids.length === 0 ? [] : ctx.db.select().from(activity).where(inArray(activity.id, [...new Set(ids)]));
}

/** Everyone on the list, in the order in which they came on it; also who signed off. */
export async function findSignUps(ctx: Ctx, activityId: string): Promise<SignUpRow[]> {
  return ctx.db.select().from(activitySignUp).where(eq(activitySignUp.activityId, activityId)).orderBy(asc(activitySignUp.createdAt), asc(activitySignUp.id));
}

export async function findSignUp(ctx: Ctx, id: string): Promise<SignUpRow | undefined> {
  return (await ctx.db.select().from(activitySignUp).where(eq(activitySignUp.id, id)))[0];
}

/** The actor's own place on a list; absent without an account. */
export async function findOwnSignUp(ctx: Ctx, activityId: string): Promise<SignUpRow | undefined> {
  const { personId } = ctx.actor;
  if (personId === null) return undefined;
  return (await ctx.db.select().from(activitySignUp).where(and(eq(activitySignUp.activityId, activityId), eq(activitySignUp.personId, personId))))[0];
}

/** How many people come and wait, per activity; every id that was asked for is in the answer. */
export async function countPeople(ctx: Ctx, activityIds: string[]): Promise<Map<string, Numbers>> {
  const numbers = new Map<string, Numbers>(activityIds.map((id) => [id, { signedUp: 0, waiting: 0 }]));
  if (activityIds.length === 0) return numbers;
  const rows = await ctx.db
    .select({
      id: activitySignUp.activityId,
      signedUp: count(sql`case when ${activitySignUp.state} = 'signed_up' then 1 end`),
      waiting: count(sql`case when ${activitySignUp.state} = 'waiting' then 1 end`),
    })
    .from(activitySignUp)
    .where(inArray(activitySignUp.activityId, activityIds))
    .groupBy(activitySignUp.activityId);
  for (const { id, signedUp, waiting } of rows) numbers.set(id, { signedUp, waiting });
  return numbers;
}
