import { and, count, eq } from "drizzle-orm";
import { notice } from "#db/schema/index";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { stillNew } from "./unread-notices.server";

/** How many notices the actor has not read; 0 without an account. */
export async function countUnread(ctx: Ctx): Promise<number> {
  if (!signedIn(ctx.actor)) return 0;
  const [row] = await ctx.db.select({ n: count() }).from(notice).where(and(eq(notice.personId, ctx.actor.personId), stillNew));
  return row?.n ?? 0;
}
