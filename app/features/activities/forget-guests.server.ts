import { and, inArray, isNotNull, lt, ne, or } from "drizzle-orm";
import { activity, activitySignUp } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";

/**
 * Takes away names and phone numbers of people without an account once they are no longer needed, by a job of the house:
 * some time after the activity. That they came stays, as a number. @returns how many were forgotten.
 */
export async function forgetGuests(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - limits.guestDetailsKept * 1_000);
  const over = ctx.db.select({ id: activity.id }).from(activity).where(lt(activity.endsAt, before));
  const forgotten = await ctx.db
    .update(activitySignUp)
    .set({ guestName: "", guestPhone: "" })
    .where(and(isNotNull(activitySignUp.guestName), or(ne(activitySignUp.guestName, ""), ne(activitySignUp.guestPhone, "")), inArray(activitySignUp.activityId, over)))
    .returning({ id: activitySignUp.id });
  return forgotten.length;
}
