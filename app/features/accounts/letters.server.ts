import { randomUUID } from "node:crypto";
import { mailOutbox } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { Language } from "~/platform/language";
import { limits } from "~/platform/limits";
import { hashSecret } from "./secrets.server";
import { accountWords } from "./words";

export type LetterKind = "email_confirm" | "email_reset" | "password_changed" | "email_replaced";

/** Subject and body of a letter of this feature, as plain text. */
export function writeLetter(ctx: Ctx, kind: LetterKind, language: Language, values: Record<string, string | number> = {}): { subject: string; body: string } {
  const t = accountWords.for(language);
  const all = { ...values, product: ctx.house.env.INSTALLATION_NAME, address: ctx.house.publicUrl };
  return { subject: t(`letter_${kind}_subject`, all), body: t(`letter_${kind}_body`, all) };
}

/** Puts a letter in the outbox with the rest of the transaction; a job sends it after the commit. `key` makes it one of its kind. */
export async function queueLetter(
  ctx: Ctx,
  given: { personId: string; address: string; kind: LetterKind; language: Language; key: string; values?: Record<string, string | number> },
): Promise<void> {
  const { subject, body } = writeLetter(ctx, given.kind, given.language, given.values);
  await ctx.db
    .insert(mailOutbox)
    .values({ personId: given.personId, address: given.address, kind: `accounts.${given.kind}`, subject, body, dedupeKey: `${given.kind}:${given.key}` });
}

/**
 * Counts one letter to an address that somebody typed, so that nobody can have a mailbox filled. Outside the transaction.
 * @throws AppError `too_many`, whether or not the address belongs to an account.
 */
export async function countLetterTo(ctx: Ctx, typed: string): Promise<void> {
  await ctx.house.limiter.consumeKey(`mail|${hashSecret(typed.trim().toLowerCase())}`, limits.mailsPerAddressPerHour, 3_600);
}

/** Tells the owner by mail, where they have an address, that the password is another: if it was not them, they can act. Inside an action. */
export async function tellPasswordChanged(ctx: Ctx, person: { id: string; email: string | null; emailConfirmedAt: Date | null; mailLanguage: Language; signInName: string }): Promise<void> {
  if (!person.email || !person.emailConfirmedAt) return;
  await queueLetter(ctx, {
    personId: person.id,
    address: person.email,
    kind: "password_changed",
    language: person.mailLanguage,
    key: randomUUID(),
    values: { signInName: person.signInName },
  });
}
