import { and, eq, ne } from "drizzle-orm";
import { actor, oneTimeCode, person } from "#db/schema/index";
import { mayAskForLink } from "~/permissions/accounts";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { emailChanged } from "./facts";
import { ConfirmEmailInput } from "./input";
import { queueLetter } from "./letters.server";
import { findPerson } from "./queries.server";
import { accessLink, useCode } from "./use-code.server";

/**
 * Makes the address to which a link went the person's own. Who holds the link holds the mailbox, so no sign-in is asked.
 * @throws AppError `wrong_code`, `code_used`, `code_expired`, `email_taken` when another account confirmed it first.
 */
export const confirmEmail = defineAction({
  name: "accounts.confirm-email",
  input: ConfirmEmailInput,
  limit: perPerson(30, "hour"),
  load: async (ctx, input) => {
    const code = await accessLink(ctx, input.link, "email_confirm");
    const owner = code.personId ? await findPerson(ctx, code.personId) : undefined;
    if (!owner || !code.email) throw new AppError("wrong_code");
    return { code, owner, email: code.email };
  },
  allow: mayAskForLink,
  run: async (ctx, { loaded: { code, owner, email }, fact }) => {
    await useCode(ctx, code.id);
    const others = await ctx.db.select({ id: person.id }).from(person).where(and(eq(person.email, email), ne(person.id, owner.id)));
    if (others.length > 0) throw new AppError("email_taken");
    await ctx.db.update(person).set({ email, emailConfirmedAt: ctx.now }).where(eq(person.id, owner.id));
    // A link to the address that was there before must not open the account any more.
    await ctx.db.delete(oneTimeCode).where(and(eq(oneTimeCode.personId, owner.id), eq(oneTimeCode.purpose, "email_reset")));
    if (owner.email && owner.email !== email) {
      await queueLetter(ctx, {
        personId: owner.id,
        address: owner.email,
        kind: "email_replaced",
        language: owner.mailLanguage,
        key: code.id,
        values: { signInName: owner.signInName },
      });
    }
    const [its] = await ctx.db.select({ id: actor.id }).from(actor).where(eq(actor.personId, owner.id));
    fact(emailChanged, { stream: streamId("person", its!.id), data: { state: "confirmed" } });
    return { signInName: owner.signInName };
  },
});
