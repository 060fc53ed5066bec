import { eq, or, sql } from "drizzle-orm";
import { mailOutbox, person } from "#db/schema/index";
import { mayChangeOwnAccount, mayEraseAccount } from "~/permissions/accounts";
import { AppError, type Code } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { accessOwnAccount, accessWithPassword, checkOwnPassword } from "./access-own-account.server";
import { blankCookies } from "./cookies.server";
import { allErasures, defineErasure, findObjection, type ErasureLine } from "./erasure.server";
import { accountErased } from "./facts";
import { EraseAccountInput } from "./input";
import { endSessions } from "./sessions.server";
import { accountWords } from "./words";

/** What goes and what stays when the person erases their account, and what stands in the way. Changes nothing. @throws AppError `sign_in`. */
export async function describeErasure(ctx: Ctx): Promise<{ lines: ErasureLine[]; objection: Code | null }> {
  const { id: personId } = await accessOwnAccount(ctx);
  const verdict = mayChangeOwnAccount(ctx.actor);
  if (verdict !== true) throw new AppError(verdict);
  const erased = { personId, actorId: ctx.actor.actorId! };
  const lines: ErasureLine[] = [];
  for (const erasure of allErasures()) lines.push(...(await erasure.describe(ctx, erased)));
  return { lines: lines.filter((line) => line.count > 0), objection: await findObjection(ctx, erased) };
}

/**
 * Erases the account: the person, the tie between the person and the random id that facts name, and what every feature
 * registered. No fact is changed; none of them says any more who it was.
 * @returns the Set-Cookies that take the session away.
 * @throws AppError `wrong_sign_in`, `last_steward` or another objection, `sign_in`, `too_many`, `busy`.
 */
export const eraseAccount = defineAction({
  name: "accounts.erase-account",
  input: EraseAccountInput,
  prepare: (ctx, input) => checkOwnPassword(ctx, input.currentPassword),
  load: async (ctx, _input, current) => {
    const account = await accessWithPassword(ctx, current);
    return { ...account, objection: await findObjection(ctx, { personId: account.person.id, actorId: ctx.actor.actorId! }) };
  },
  allow: mayEraseAccount,
  run: async (ctx, { input, loaded, fact }) => {
    const erased = { personId: loaded.person.id, actorId: ctx.actor.actorId! };
    const keepWords = input.words === "keep";
    for (const erasure of allErasures()) await erasure.erase(ctx, { ...erased, keepWords, fact });
    await endSessions(ctx, fact, { personId: erased.personId, reason: "erased" });
    const { email } = loaded.person;
    await ctx.db.delete(mailOutbox).where(or(eq(mailOutbox.personId, erased.personId), email ? eq(mailOutbox.address, email) : sql`false`));
    await ctx.db.delete(person).where(eq(person.id, erased.personId));
    fact(accountErased, { data: { keptWords: keepWords } });
    return { setCookies: blankCookies(ctx.house, "shared") };
  },
});

defineErasure({
  feature: "accounts",
  describe: async (ctx) => {
    const t = accountWords.for(ctx.language);
    const { email } = await accessOwnAccount(ctx);
    return [
      { what: t("erase_account"), count: 1, fate: "goes" },
      { what: t("erase_email"), count: email ? 1 : 0, fate: "goes" },
      { what: t("erase_log"), count: 1, fate: "stays" },
    ];
  },
  // Sessions, codes, drafts and roles hang on the person's row and go with it.
  erase: async () => undefined,
});
