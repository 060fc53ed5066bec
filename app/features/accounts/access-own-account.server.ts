import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { verifyPassword } from "./passwords.server";
import { findPerson, type Person } from "./queries.server";

/**
 * The account of who acts; nobody gets hold of another's. Inside an action the row is locked until the commit.
 * @throws AppError `sign_in`.
 */
export async function accessOwnAccount(ctx: Ctx): Promise<Person> {
  const person = ctx.actor.personId ? await findPerson(ctx, ctx.actor.personId) : undefined;
  if (!person) throw new AppError("sign_in");
  return person;
}

/**
 * Asks for the password again, before the transaction; counted like a log-in.
 * @returns the hash it was right for, to compare with once the row is locked.
 * @throws AppError `wrong_sign_in` with `fields.currentPassword`, `sign_in`, `too_many`, `busy`.
 */
export async function checkOwnPassword(ctx: Ctx, password: string): Promise<string> {
  const { passwordHash } = await accessOwnAccount(ctx);
  const key = `own-password|${ctx.actor.personId}`;
  await ctx.house.limiter.consumeKey(key, 10, 600);
  if (!(await verifyPassword(passwordHash, password))) throw new AppError("wrong_sign_in", { fields: { currentPassword: "wrong_password" } });
  await ctx.house.limiter.forget(key);
  return passwordHash;
}

/** `load` of actions that asked for the password: the account, and whether the password is still the one that was right. */
export async function accessWithPassword(ctx: Ctx, passwordHash: string): Promise<{ person: Person; passwordStillRight: boolean }> {
  const person = await accessOwnAccount(ctx);
  return { person, passwordStillRight: person.passwordHash === passwordHash };
}
