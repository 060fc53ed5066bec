import { and, isNull, lt, or } from "drizzle-orm";
import { mailOutbox } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";

/**
 * Takes away letters that went out some time ago, and those that could not be handed over in all that time: who was
 * written to is nobody's business later. For a job of the house. @returns how many were forgotten.
 */
export async function forgetLetters(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - limits.lettersKept * 1_000);
  const forgotten = await ctx.db
    .delete(mailOutbox)
    .where(or(lt(mailOutbox.sentAt, before), and(isNull(mailOutbox.sentAt), lt(mailOutbox.createdAt, before))))
    .returning({ id: mailOutbox.id });
  return forgotten.length;
}
