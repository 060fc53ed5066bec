import { eq } from "drizzle-orm";
import { person } from "#db/schema/index";
import { mayChangeOwnAccount } from "~/permissions/accounts";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessOwnAccount } from "./access-own-account.server";
import { NameInput } from "./input";

/**
 * The name that a next leerplek proposes. What others see in a leerplek belongs to the membership there and stays as it is.
 * No fact: nobody else sees this name.
 * @throws AppError `sign_in`, `invalid_input`.
 */
export const changeName = defineAction({
  name: "accounts.change-name",
  input: NameInput,
  limit: perPerson(20, "hour"),
  load: accessOwnAccount,
  allow: mayChangeOwnAccount,
  run: async (ctx, { input, loaded }) => {
    await ctx.db.update(person).set({ name: input.name }).where(eq(person.id, loaded.id));
  },
});
