import type { z } from "zod";
import { maySignIn } from "~/permissions/accounts";
import { AppError } from "~/platform/codes";
import { anonymous, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { addressKey } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { signedIn } from "./facts";
import { SignInInput } from "./input";
import { isKnownDevice, rememberDevice } from "./known-device.server";
import { admitAttempt, verifyPassword } from "./passwords.server";
import { actorIdOf, findBySignIn, findPerson } from "./queries.server";
import { hashSecret } from "./secrets.server";
import { openSession } from "./sessions.server";

/**
 * Signs in with a sign-in name or a confirmed e-mail address. An account that does not exist costs the same work and gets
 * the same answer as a wrong password.
 * @returns the Set-Cookies of the session and, on one's own device, of the device.
 * @throws AppError `wrong_sign_in`, `account_disabled` (after the right password only), `too_many`, `busy`.
 */
export const signIn = defineAction({
  name: "accounts.sign-in",
  input: SignInInput,
  prepare: (ctx, input) => admitAttempt(() => checkSignIn(ctx, input)),
  load: async (ctx, _input, { personId, passwordHash }) => {
    const person = await findPerson(ctx, personId);
    return { passwordStillRight: person?.passwordHash === passwordHash, disabled: Boolean(person?.disabledAt), ageGroup: person?.ageGroup ?? null };
  },
  allow: maySignIn,
  run: async (ctx, { input, loaded, prepared: { personId, passwordHash }, fact }) => {
    const cookie = await openSession(ctx, { personId, device: input.device, label: input.label });
    ctx.actor = { ...anonymous, personId, actorId: await actorIdOf(ctx, personId), ageGroup: loaded.ageGroup };
    fact(signedIn, { data: { device: input.device } });
    return { setCookies: [cookie, ...rememberDevice(ctx, { ...input, passwordHash })] };
  },
});

async function checkSignIn(ctx: Ctx, input: z.infer<typeof SignInInput>): Promise<{ personId: string; passwordHash: string }> {
  const stranger = () => countTry(ctx, hashSecret(input.name.trim().toLowerCase()), false);
  // A stranger's try is counted before the account is looked up, so that a refused one costs the database nothing.
  const counted = ctx.device && input.deviceProofs.length > 0 ? null : await stranger();
  const found = await findBySignIn(ctx, input.name);
  const known = !counted && found !== undefined && isKnownDevice(found.passwordHash, ctx.device, input.deviceProofs);
  const tries = counted ?? (known ? await countTry(ctx, `${found.id}|${ctx.device}`, true) : await stranger());
  if (!(await verifyPassword(found?.passwordHash, input.password)) || !found) throw new AppError("wrong_sign_in");
  await tries.succeeded();
  return { personId: found.id, passwordHash: found.passwordHash };
}

/**
 * Counts a try before the password is looked at. Strangers share the tries of an account; a device that was signed in to
 * it before has its own, so that nobody can lock somebody out. Per address only failures count: a library is one address.
 */
async function countTry(ctx: Ctx, whose: string, known: boolean): Promise<{ succeeded: () => Promise<void> }> {
  const { limiter } = ctx.house;
  const own = [
    { key: `sign-in|${whose}`, ...limits.signInTries },
    { key: `sign-in-hour|${whose}`, ...limits.signInTriesPerHour },
  ];
  const address = ctx.address && !known ? { key: `sign-in-from|${addressKey(ctx.address)}`, ...limits.signInTriesPerAddress } : null;
  for (const { key, points, seconds } of address ? [address, ...own] : own) await limiter.consumeKey(key, points, seconds);
  return {
    succeeded: async () => {
      for (const { key } of own) await limiter.forget(key);
      if (address) await limiter.giveBack(address.key, address.points, address.seconds);
    },
  };
}
