import { and, eq, inArray, isNull } from "drizzle-orm";
import { actor, mailChoice, person } from "#db/schema/index";
import { defaultMail, isWrittenTo, type MailRhythm } from "~/permissions/notifications";
import type { Ctx } from "~/platform/ctx.server";
import type { Language } from "~/platform/language";

/** Somebody who hears of something. */
export interface Hearer {
  personId: string;
  actorId: string;
  /** Where and how letters reach them; null without a confirmed address. */
  mail: { address: string; language: Language; rhythm: MailRhythm } | null;
}

/** The people behind actors, or behind persons' ids. Who erased their account is not among them. */
export async function peopleOf(ctx: Ctx, by: { actorIds: readonly string[] } | { personIds: readonly string[] }): Promise<Hearer[]> {
  const [column, ids] = "actorIds" in by ? ([actor.id, by.actorIds] as const) : ([person.id, by.personIds] as const);
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({ actorId: actor.id, personId: person.id, email: person.email, confirmed: person.emailConfirmedAt, language: person.mailLanguage, rhythm: mailChoice.rhythm })
    .from(actor)
    .innerJoin(person, eq(person.id, actor.personId))
    .leftJoin(mailChoice, eq(mailChoice.personId, person.id))
    .where(and(inArray(column, [...new Set(ids)]), isNull(person.disabledAt)));
  return rows.map(({ actorId, personId, email, confirmed, language, rhythm }) => ({
    actorId,
    personId,
    mail: email && confirmed ? { address: email, language, rhythm: rhythm ?? defaultMail.rhythm } : null,
  }));
}

/** Whether news for somebody goes along in a letter. */
export function getsLetters({ mail }: Hearer): boolean {
  return mail !== null && isWrittenTo(mail.rhythm);
}
