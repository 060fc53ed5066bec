import { and, desc, eq, lt, sql } from "drizzle-orm";
import { oneTimeCode } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { paperCodeGiven } from "./facts";
import { isStaff } from "./is-staff.server";
import { hashPassword, verifyPassword } from "./passwords.server";
import { actorIdOf } from "./queries.server";
import { makePaperCode, readPaperCode } from "./secrets.server";
import { stillGood, type OneTimeCode } from "./use-code.server";

/**
 * A one-time code on paper with which somebody chooses a new password: eight easy characters, good for a quarter of an hour,
 * once. Earlier ones stop working. Only its hash is kept, slow like that of a password: it is short. For an action of the
 * feature that knows who may help whom (`mayGivePaperCode`); the person sees who gave it.
 * @returns the code as it is shown, once, and when it ends.
 * @throws AppError `not_found` without such a person, `forbidden` for staff, `not_yourself`, `busy`.
 */
export async function createPaperCode(ctx: Ctx, given: { personId: string; spaceId?: string; fact: FactWriter }): Promise<{ code: string; expiresAt: Date }> {
  const receiver = await actorIdOf(ctx, given.personId);
  if (!receiver) throw new AppError("not_found");
  if (receiver === ctx.actor.actorId) throw new AppError("not_yourself");
  if (await isStaff(ctx, given.personId)) throw new AppError("forbidden");
  const code = makePaperCode();
  const expiresAt = new Date(ctx.now.getTime() + limits.paperCode * 1_000);
  await ctx.db.delete(oneTimeCode).where(and(eq(oneTimeCode.personId, given.personId), eq(oneTimeCode.purpose, "paper_reset")));
  await ctx.db.insert(oneTimeCode).values({
    personId: given.personId,
    purpose: "paper_reset",
    codeHash: await hashPassword(code),
    issuedByActor: ctx.actor.actorId,
    expiresAt,
  });
  given.fact(paperCodeGiven, { stream: streamId("person", receiver), spaceId: given.spaceId, data: { minutes: limits.paperCode / 60 } });
  return { code, expiresAt };
}

/**
 * The newest paper code of a person when `typed` is that code. Each look counts, and after five the code is dead, so it
 * counts before it looks and outside any transaction that could take the count back. Without a person or a code the same
 * work is done.
 * @throws AppError `wrong_code`; `code_used`, `code_expired` only to somebody who typed the right one.
 */
export async function findPaperCode(ctx: Ctx, personId: string | undefined, typed: string): Promise<OneTimeCode> {
  const code = readPaperCode(typed);
  const [newest] = await ctx.db
    .update(oneTimeCode)
    .set({ tries: sql`${oneTimeCode.tries} + 1` })
    .where(
      and(
        eq(
          oneTimeCode.id,
          ctx.db
            .select({ id: oneTimeCode.id })
            .from(oneTimeCode)
            .where(and(eq(oneTimeCode.personId, personId ?? nobody), eq(oneTimeCode.purpose, "paper_reset")))
            .orderBy(desc(oneTimeCode.createdAt))
            .limit(1),
        ),
        lt(oneTimeCode.tries, limits.paperCodeTries),
      ),
    )
    .returning();
  if (!(await verifyPassword(newest?.codeHash, code ?? "-")) || !newest) throw new AppError("wrong_code", { fields: { code: "wrong_code" } });
  return stillGood(ctx, newest);
}

const nobody = "00000000-0000-0000-0000-000000000000";
