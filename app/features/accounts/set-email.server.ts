import { and, eq } from "drizzle-orm";
import { oneTimeCode, person } from "#db/schema/index";
import { mayChangeWithPassword } from "~/permissions/accounts";
import { defineAction } from "~/platform/define-action.server";
import { streamId } from "~/platform/streams";
import { accessWithPassword, checkOwnPassword } from "./access-own-account.server";
import { emailChanged } from "./facts";
import { SetEmailInput } from "./input";
import { countLetterTo } from "./letters.server";
import { askToConfirmEmail } from "./new-person.server";

/**
 * Sends a link to a new address, or takes the address away when the field is empty. Until the link is used the old address
 * stays. The answer is the same for an address that somebody else has.
 * @throws AppError `wrong_sign_in`, `sign_in`, `too_many`, `invalid_input`.
 */
export const setEmail = defineAction({
  name: "accounts.set-email",
  input: SetEmailInput,
  prepare: async (ctx, input) => {
    const current = await checkOwnPassword(ctx, input.currentPassword);
    if (input.email) await countLetterTo(ctx, input.email);
    return current;
  },
  load: (ctx, _input, current) => accessWithPassword(ctx, current),
  allow: mayChangeWithPassword,
  run: async (ctx, { input, loaded: { person: owner }, fact }) => {
    await ctx.db.delete(oneTimeCode).where(and(eq(oneTimeCode.personId, owner.id), eq(oneTimeCode.purpose, "email_confirm")));
    if (input.email) {
      await askToConfirmEmail(ctx, { personId: owner.id, signInName: owner.signInName, email: input.email, language: owner.mailLanguage });
      return { state: "asked" as const };
    }
    await ctx.db.update(person).set({ email: null, emailConfirmedAt: null }).where(eq(person.id, owner.id));
    await ctx.db.delete(oneTimeCode).where(and(eq(oneTimeCode.personId, owner.id), eq(oneTimeCode.purpose, "email_reset")));
    if (owner.email) fact(emailChanged, { stream: streamId("person", ctx.actor.actorId!), data: { state: "removed" } });
    return { state: "removed" as const };
  },
});
