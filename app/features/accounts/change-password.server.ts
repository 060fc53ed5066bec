import { eq } from "drizzle-orm";
import { person } from "#db/schema/index";
import { mayChangeWithPassword } from "~/permissions/accounts";
import { defineAction } from "~/platform/define-action.server";
import { streamId } from "~/platform/streams";
import { accessOwnAccount, accessWithPassword, checkOwnPassword } from "./access-own-account.server";
import { passwordChanged } from "./facts";
import { ChangePasswordInput } from "./input";
import { rememberDevice } from "./known-device.server";
import { hashNewPassword } from "./new-person.server";
import { endSessions } from "./sessions.server";
import { tellPasswordChanged } from "./letters.server";

/**
 * A new password for somebody who knows the old one; every other device is signed out.
 * @returns Set-Cookies with which a device that was known stays known.
 * @throws AppError `wrong_sign_in`, `weak_password`, `sign_in`, `too_many`, `busy`.
 */
export const changePassword = defineAction({
  name: "accounts.change-password",
  input: ChangePasswordInput,
  prepare: async (ctx, input) => {
    const current = await checkOwnPassword(ctx, input.currentPassword);
    const { name, signInName } = await accessOwnAccount(ctx);
    return { current, next: await hashNewPassword(input.password, [name, signInName]) };
  },
  load: (ctx, _input, { current }) => accessWithPassword(ctx, current),
  allow: mayChangeWithPassword,
  run: async (ctx, { input, loaded, prepared, fact }) => {
    await ctx.db.update(person).set({ passwordHash: prepared.next }).where(eq(person.id, loaded.person.id));
    await endSessions(ctx, fact, { personId: loaded.person.id, reason: "password", except: ctx.actor.sessionId });
    await tellPasswordChanged(ctx, loaded.person);
    fact(passwordChanged, { stream: streamId("person", ctx.actor.actorId!), data: { how: "known" } });
    return { setCookies: rememberDevice(ctx, { device: ctx.device ? "own" : "shared", deviceProofs: input.deviceProofs, passwordHash: prepared.next }) };
  },
});
