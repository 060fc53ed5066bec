import { eq } from "drizzle-orm";
import { person } from "#db/schema/index";
import { mayChangeOwnAccount } from "~/permissions/accounts";
import { defineAction } from "~/platform/define-action.server";
import { accessOwnAccount } from "./access-own-account.server";
import { MailLanguageInput } from "./input";

/** The language of letters to the person. The language of the screens belongs to the device and is not kept. @throws AppError `sign_in`. */
export const changeMailLanguage = defineAction({
  name: "accounts.change-mail-language",
  input: MailLanguageInput,
  load: accessOwnAccount,
  allow: mayChangeOwnAccount,
  run: async (ctx, { input, loaded }) => {
    await ctx.db.update(person).set({ mailLanguage: input.language }).where(eq(person.id, loaded.id));
  },
});
