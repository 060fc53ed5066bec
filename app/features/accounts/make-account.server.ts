import { mayMakeAccount } from "~/permissions/accounts";
import { anonymous } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accountMade } from "./facts";
import { MakeAccountInput } from "./input";
import { rememberDevice } from "./known-device.server";
import { countLetterTo } from "./letters.server";
import { askToConfirmEmail, hashNewPassword, insertPerson } from "./new-person.server";
import { openSession } from "./sessions.server";

/**
 * Makes an account and signs in to it.
 * @returns the sign-in name that the server made, and the Set-Cookies of the session.
 * @throws AppError `too_young`, `weak_password`, `already_done`, `too_many`, `busy`, `invalid_input`.
 */
export const makeAccount = defineAction({
  name: "accounts.make-account",
  input: MakeAccountInput,
  limit: perPerson(10, "hour"),
  prepare: async (ctx, input) => {
    if (input.age === "under_13") return "";
    if (input.email) await countLetterTo(ctx, input.email);
    return hashNewPassword(input.password, [input.name]);
  },
  load: async (_ctx, input) => ({ age: input.age }),
  allow: mayMakeAccount,
  run: async (ctx, { input, prepared: passwordHash, fact }) => {
    const ageGroup = input.age === "16_plus" ? "16_plus" : "13_to_15";
    const made = await insertPerson(ctx, { name: input.name, passwordHash, ageGroup });
    if (input.email) await askToConfirmEmail(ctx, { ...made, email: input.email, language: ctx.language });
    const cookie = await openSession(ctx, { personId: made.personId, device: input.device, label: input.label });
    // From here on it is the new person who acts: the facts name them.
    ctx.actor = { ...anonymous, personId: made.personId, actorId: made.actorId, ageGroup };
    fact(accountMade, { data: { device: input.device } });
    return { signInName: made.signInName, setCookies: [cookie, ...rememberDevice(ctx, { ...input, passwordHash })] };
  },
});
