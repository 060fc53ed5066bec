import { and, eq, gt, isNull } from "drizzle-orm";
import { actor, person, session } from "#db/schema/index";
import { anonymous, type Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { readCookies } from "./cookies.server";
import { keepDraft } from "./keep-draft.server";
import { hashSecret } from "./secrets.server";

/**
 * Keeps what a plain form brought after its session had run out, for the person whose session it was: without script
 * nothing was kept while they wrote. Only within a day of the end, and never after signing out, which takes the session away.
 * @returns whether it was kept.
 */
export async function rescueDraft(ctx: Ctx, cookieHeader: string | null, draft: { place: string; text: string }): Promise<boolean> {
  const { session: secret } = readCookies(ctx.house, cookieHeader);
  if (!secret) return false;
  const [ended] = await ctx.db
    .select({ personId: person.id, actorId: actor.id, ageGroup: person.ageGroup })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .innerJoin(actor, eq(actor.personId, person.id))
    .where(and(eq(session.id, hashSecret(secret)), isNull(person.disabledAt), gt(session.expiresAt, new Date(ctx.now.getTime() - limits.draftKept * 1_000))));
  if (!ended) return false;
  await keepDraft({ ...ctx, actor: { ...anonymous, ...ended } }, draft);
  return true;
}
