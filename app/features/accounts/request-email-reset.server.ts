import { sql } from "drizzle-orm";
import { mailOutbox, oneTimeCode, person } from "#db/schema/index";
import { mayAskForLink } from "~/permissions/accounts";
import { defineAction } from "~/platform/define-action.server";
import { languages } from "~/platform/language";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { RequestResetInput } from "./input";
import { countLetterTo, writeLetter } from "./letters.server";
import { hashSecret, makeLinkSecret } from "./secrets.server";

/**
 * Sends a link for a new password to the confirmed address of an account, named by sign-in name or by that address. The
 * answer, the work and the one statement are the same whether there is such an account or not.
 * @throws AppError `too_many`, `invalid_input`.
 */
export const requestEmailReset = defineAction({
  name: "accounts.request-email-reset",
  input: RequestResetInput,
  limit: perPerson(10, "hour"),
  prepare: (ctx, input) => countLetterTo(ctx, input.name),
  load: async () => undefined,
  allow: mayAskForLink,
  run: async (ctx, { input }) => {
    const secret = makeLinkSecret();
    const hash = hashSecret(secret);
    const until = new Date(ctx.now.getTime() + limits.emailCode * 1_000);
    const values = { link: `${ctx.house.publicUrl}/nieuw-wachtwoord?link=${secret}`, minutes: limits.emailCode / 60 };
    const letters = sql.join(
      languages.map((language) => {
        const { subject, body } = writeLetter(ctx, "email_reset", language, values);
        return sql`(${language}, ${subject}, ${body})`;
      }),
      sql`, `,
    );
    const key = input.name.trim().toLowerCase();
    await ctx.db.execute(sql`
      WITH found AS (
        SELECT id, email, mail_language FROM ${person}
        WHERE email_confirmed_at IS NOT NULL AND disabled_at IS NULL AND (email = ${key} OR sign_in_name = ${key})
      ), code AS (
        INSERT INTO ${oneTimeCode} (person_id, purpose, code_hash, expires_at)
        SELECT id, 'email_reset', ${hash}, ${until.toISOString()}::timestamptz FROM found
      )
      INSERT INTO ${mailOutbox} (person_id, address, kind, subject, body, dedupe_key)
      SELECT found.id, found.email, 'accounts.email_reset', letter.subject, letter.body, ${`email_reset:${hash.slice(0, 32)}`}
      FROM found JOIN (VALUES ${letters}) AS letter(language, subject, body) ON letter.language = found.mail_language`);
  },
});
