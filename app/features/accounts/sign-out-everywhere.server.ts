import { mayChangeOwnAccount } from "~/permissions/accounts";
import { defineAction } from "~/platform/define-action.server";
import { blankCookies } from "./cookies.server";
import { NoInput } from "./input";
import { accessOwnAccount } from "./access-own-account.server";
import { endSessions } from "./sessions.server";

/**
 * "Meld overal af": ends every session of the person, this one too.
 * @returns how many ended and the Set-Cookies that take this one away.
 * @throws AppError `sign_in`.
 */
export const signOutEverywhere = defineAction({
  name: "accounts.sign-out-everywhere",
  input: NoInput,
  load: accessOwnAccount,
  allow: mayChangeOwnAccount,
  run: async (ctx, { loaded, fact }) => ({
    ended: await endSessions(ctx, fact, { personId: loaded.id, reason: "everywhere" }),
    setCookies: blankCookies(ctx.house, "own"),
  }),
});
