import { eq } from "drizzle-orm";
import { person } from "#db/schema/index";
import { mayChangeOwnAccount } from "~/permissions/accounts";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessOwnAccount } from "./access-own-account.server";
import { PresenceInput } from "./input";

/**
 * Whether other members see that the person is there, and that they write. Who is not seen there does not see others either.
 * No fact: when somebody was where is kept nowhere. @throws AppError `sign_in`, `invalid_input`.
 */
export const choosePresence = defineAction({
  name: "accounts.choose-presence",
  input: PresenceInput,
  limit: perPerson(30, "minute"),
  load: accessOwnAccount,
  allow: mayChangeOwnAccount,
  run: async (ctx, { input: { presence, typing }, loaded }) => {
    await ctx.db.update(person).set({ showsPresence: presence, showsTyping: presence && typing }).where(eq(person.id, loaded.id));
  },
});
