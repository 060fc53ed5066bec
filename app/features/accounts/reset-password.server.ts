import { and, eq, inArray, ne } from "drizzle-orm";
import type { z } from "zod";
import { oneTimeCode, person } from "#db/schema/index";
import { mayResetPassword } from "~/permissions/accounts";
import { AppError } from "~/platform/codes";
import { anonymous, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { passwordChanged } from "./facts";
import { ResetPasswordInput } from "./input";
import { isStaff } from "./is-staff.server";
import { tellPasswordChanged } from "./letters.server";
import { hashNewPassword } from "./new-person.server";
import { findPaperCode } from "./paper-code.server";
import { passwordFault } from "./password-strength.server";
import { admitAttempt } from "./passwords.server";
import { actorIdOf, findBySignIn, findPerson } from "./queries.server";
import { endSessions } from "./sessions.server";
import { accessLink, useCode } from "./use-code.server";

/**
 * A new password for somebody who forgot theirs, by a code on paper or a link by mail. Every device is signed out.
 * @throws AppError `weak_password` (before a try is counted), `wrong_code`, `code_used`, `code_expired`, `account_disabled`,
 * `too_many`, `busy`.
 */
export const resetPassword = defineAction({
  name: "accounts.reset-password",
  input: ResetPasswordInput,
  limit: perPerson(20, "hour"),
  prepare: async (ctx, input) => {
    const typedName = input.by === "paper" ? [input.name] : [];
    const fault = passwordFault(input.password, typedName);
    if (fault) throw new AppError("weak_password", { fields: { password: fault } });
    return admitAttempt(async () => ({ code: await findCode(ctx, input), passwordHash: await hashNewPassword(input.password, typedName) }));
  },
  load: async (ctx, input, { code }) => {
    const owner = code.personId ? await findPerson(ctx, code.personId) : undefined;
    if (!owner) throw new AppError("wrong_code");
    return { by: input.by, owner, staff: await isStaff(ctx, owner.id), disabled: owner.disabledAt !== null };
  },
  allow: mayResetPassword,
  run: async (ctx, { input, loaded: { owner }, prepared: { code, passwordHash }, fact }) => {
    await useCode(ctx, code.id);
    await ctx.db
      .delete(oneTimeCode)
      .where(and(eq(oneTimeCode.personId, owner.id), ne(oneTimeCode.id, code.id), inArray(oneTimeCode.purpose, ["paper_reset", "email_reset"])));
    await ctx.db.update(person).set({ passwordHash }).where(eq(person.id, owner.id));
    const actorId = await actorIdOf(ctx, owner.id);
    ctx.actor = { ...anonymous, personId: owner.id, actorId, ageGroup: owner.ageGroup };
    await endSessions(ctx, fact, { personId: owner.id, reason: "password" });
    await tellPasswordChanged(ctx, owner);
    fact(passwordChanged, { stream: streamId("person", actorId!), data: { how: input.by } });
  },
});

async function findCode(ctx: Ctx, input: z.infer<typeof ResetPasswordInput>) {
  if (input.by === "email") return accessLink(ctx, input.link, "email_reset");
  const owner = await findBySignIn(ctx, input.name);
  return findPaperCode(ctx, owner?.id, input.code);
}
