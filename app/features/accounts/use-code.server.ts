import { and, eq, gt, isNull } from "drizzle-orm";
import { oneTimeCode } from "#db/schema/index";
import { AppError, type Code } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { hashSecret } from "./secrets.server";

export type OneTimeCode = typeof oneTimeCode.$inferSelect;

/**
 * The code behind a link, if it is still good.
 * @throws AppError `wrong_code`, `code_used`, `code_expired`.
 */
export async function accessLink(ctx: Ctx, secret: string, purpose: OneTimeCode["purpose"]): Promise<OneTimeCode> {
  const [found] = await ctx.db
    .select()
    .from(oneTimeCode)
    .where(and(eq(oneTimeCode.codeHash, hashSecret(secret)), eq(oneTimeCode.purpose, purpose)));
  if (!found) throw new AppError("wrong_code");
  return stillGood(ctx, found);
}

/** @throws AppError `code_used`, `code_expired`. */
export function stillGood(ctx: Ctx, code: OneTimeCode): OneTimeCode {
  if (code.usedAt) throw new AppError("code_used");
  if (code.expiresAt <= ctx.now) throw new AppError("code_expired");
  return code;
}

/**
 * Uses a code: of any number of callers at once exactly one gets past this. Inside an action, before what the code allows.
 * @throws AppError `code_used`.
 */
export async function useCode(ctx: Ctx, id: string): Promise<void> {
  const used = await ctx.db
    .update(oneTimeCode)
    .set({ usedAt: ctx.now })
    .where(and(eq(oneTimeCode.id, id), isNull(oneTimeCode.usedAt), gt(oneTimeCode.expiresAt, ctx.now)))
    .returning({ id: oneTimeCode.id });
  if (used.length === 0) throw new AppError("code_used");
}

/** For the page behind a link: null when it is good, else why not. Changes nothing. */
export async function peekLink(ctx: Ctx, secret: string | null, purpose: "email_reset" | "email_confirm" | "first_administrator"): Promise<Code | null> {
  try {
    await accessLink(ctx, secret ?? "", purpose);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
