import { randomInt } from "node:crypto";
import { actor, oneTimeCode, person } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { queueLetter } from "./letters.server";
import { passwordFault } from "./password-strength.server";
import { hashPassword } from "./passwords.server";
import { hashSecret, makeLinkSecret } from "./secrets.server";
import { signInWords } from "./sign-in-name";
import { AppError } from "~/platform/codes";

/**
 * Hash of a new password that is good enough.
 * @throws AppError `weak_password` with why under `fields.password`, `busy`.
 */
export async function hashNewPassword(password: string, names: string[]): Promise<string> {
  const fault = passwordFault(password, names);
  if (fault) throw new AppError("weak_password", { fields: { password: fault } });
  return hashPassword(password);
}

/** Writes a person with a sign-in name of their own and a random actor. Inside an action. */
export async function insertPerson(
  ctx: Ctx,
  given: { name: string; passwordHash: string; ageGroup: "16_plus" | "13_to_15" },
): Promise<{ personId: string; actorId: string; signInName: string }> {
  const words = signInWords(given.name);
  for (let tries = 0; ; tries += 1) {
    // Three digits are easy to copy; a name that is taken often gets more.
    const digits = tries < 5 ? 3 : Math.min(4 + tries, 12);
    const signInName = `${words}-${randomInt(10 ** (digits - 1), 10 ** digits)}`;
    const [made] = await ctx.db
      .insert(person)
      .values({ ...given, signInName, mailLanguage: ctx.language })
      .onConflictDoNothing({ target: person.signInName })
      .returning({ id: person.id });
    if (!made) continue;
    const [tied] = await ctx.db.insert(actor).values({ personId: made.id }).returning({ id: actor.id });
    return { personId: made.id, actorId: tied!.id, signInName };
  }
}

/** Sends a link that proves whose mailbox an address is; until it is used the address is not the person's. Inside an action. */
export async function askToConfirmEmail(ctx: Ctx, given: { personId: string; signInName: string; email: string; language: "nl" | "fr" | "en" }): Promise<void> {
  const secret = makeLinkSecret();
  await ctx.db.insert(oneTimeCode).values({
    personId: given.personId,
    purpose: "email_confirm",
    codeHash: hashSecret(secret),
    email: given.email,
    expiresAt: new Date(ctx.now.getTime() + limits.emailConfirmLink * 1_000),
  });
  await queueLetter(ctx, {
    personId: given.personId,
    address: given.email,
    kind: "email_confirm",
    language: given.language,
    key: hashSecret(secret).slice(0, 32),
    values: { signInName: given.signInName, link: `${ctx.house.publicUrl}/e-mail-bevestigen?link=${secret}` },
  });
}

