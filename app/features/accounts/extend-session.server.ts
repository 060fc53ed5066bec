import { and, eq, gt } from "drizzle-orm";
import { session } from "#db/schema/index";
import { mayChangeOwnAccount } from "~/permissions/accounts";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { NoInput } from "./input";
import { idleEnd, lifetimeOf } from "./session-lifetime";

/**
 * "Blijf aangemeld": the session's rest begins anew, never past its absolute end.
 * @returns when it now ends.
 * @throws AppError `sign_in`, `session_ended`.
 */
export const extendSession = defineAction({
  name: "accounts.extend-session",
  input: NoInput,
  load: async (ctx) => {
    if (!ctx.actor.sessionId) throw new AppError("sign_in");
    const [acting] = await ctx.db
      .select()
      .from(session)
      .where(and(eq(session.id, ctx.actor.sessionId), gt(session.expiresAt, ctx.now)));
    if (!acting) throw new AppError("session_ended");
    return acting;
  },
  allow: mayChangeOwnAccount,
  run: async (ctx, { loaded }) => {
    const endsAt = idleEnd(ctx.now, lifetimeOf(loaded), loaded.absoluteExpiresAt);
    await ctx.db.update(session).set({ activeAt: ctx.now, expiresAt: endsAt }).where(eq(session.id, loaded.id));
    return { endsAt };
  },
});
