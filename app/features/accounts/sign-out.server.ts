import { eq } from "drizzle-orm";
import { session } from "#db/schema/index";
import { mayChangeOwnAccount } from "~/permissions/accounts";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { blankCookies } from "./cookies.server";
import { signedOut } from "./facts";
import { NoInput } from "./input";

/**
 * Ends the acting session.
 * @returns the Set-Cookies that take its traces away and the kind of device it was on.
 * @throws AppError `sign_in`, `session_ended` when it had already ended.
 */
export const signOut = defineAction({
  name: "accounts.sign-out",
  input: NoInput,
  load: async (ctx) => {
    if (!ctx.actor.sessionId) throw new AppError("sign_in");
    const [acting] = await ctx.db.select().from(session).where(eq(session.id, ctx.actor.sessionId));
    if (!acting) throw new AppError("session_ended");
    return acting;
  },
  allow: mayChangeOwnAccount,
  run: async (ctx, { loaded, fact }) => {
    await ctx.db.delete(session).where(eq(session.id, loaded.id));
    fact(signedOut, { data: { device: loaded.device } });
    return { device: loaded.device, setCookies: blankCookies(ctx.house, loaded.device) };
  },
});
