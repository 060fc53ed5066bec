import { eq } from "drizzle-orm";
import { study, studyInvitation, studyResearcher } from "#db/schema/index";
import { hashSecret, makeLinkSecret } from "~/features/accounts/index.server";
import { mayBecomeResearcher, mayChangeStudy } from "~/permissions/research";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { accessStudy, relationToStudy, type StudyRow } from "./access-study.server";
import { researcherMoved } from "./facts";
import { InvitationCodeInput, InviteResearcherInput } from "./input";

/**
 * Makes a one-time link with which somebody of one institution becomes the researcher of a study.
 * @returns the link's code, this once; null when the same invitation was made before. Only its hash is kept.
 * @throws AppError `closed`, `not_yourself`, `not_found`, `sign_in`.
 */
export const inviteResearcher = defineAction({
  name: "research.invite",
  input: InviteResearcherInput,
  limit: perPerson(30, "hour"),
  load: (ctx, input) => accessStudy(ctx, input.study),
  allow: (actor, { relation }) => mayChangeStudy(actor, relation),
  run: async (ctx, { input: { id, study: studyId, institution }, fact }): Promise<{ code: string | null }> => {
    const code = makeLinkSecret();
    const expiresAt = new Date(ctx.now.getTime() + limits.invitation * 1_000);
    const made = await ctx.db
      .insert(studyInvitation)
      .values({ id, studyId, institution, codeHash: hashSecret(code), expiresAt, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: studyInvitation.id });
    if (made.length === 0) return { code: null };
    fact(researcherMoved, { object: { kind: "study", id: studyId }, data: { to: "invited" } });
    return { code };
  },
});

interface FoundInvitation {
  invitation: typeof studyInvitation.$inferSelect;
  study: StudyRow;
}

/** @throws AppError `wrong_code`, `code_used`, `code_expired`. */
async function findInvitation(ctx: Ctx, code: string): Promise<FoundInvitation> {
  const query = ctx.db
    .select({ invitation: studyInvitation, study })
    .from(studyInvitation)
    .innerJoin(study, eq(study.id, studyInvitation.studyId))
    .where(eq(studyInvitation.codeHash, hashSecret(code)));
  const [found] = await (ctx.writing ? query.for("update", { of: studyInvitation }) : query);
  if (!found) throw new AppError("wrong_code");
  if (found.invitation.usedAt) throw new AppError("code_used");
  if (found.invitation.expiresAt <= ctx.now) throw new AppError("code_expired");
  return found;
}

/**
 * Takes up the invitation: the one who follows the link first is the researcher of that study.
 * @throws AppError `wrong_code`, `code_used`, `code_expired`, `not_yourself` for a data steward, `forbidden` for who runs a
 *   space of the study, `closed`, `already_done`, `sign_in`.
 */
export const becomeResearcher = defineAction({
  name: "research.become-researcher",
  input: InvitationCodeInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => {
    const found = await findInvitation(ctx, input.code);
    return { ...found, ...(await relationToStudy(ctx, found.study)) };
  },
  allow: (actor, { relation }) => mayBecomeResearcher(actor, relation),
  run: async (ctx, { loaded: { invitation, study: its }, fact }): Promise<{ slug: string }> => {
    await ctx.db.update(studyInvitation).set({ usedAt: ctx.now }).where(eq(studyInvitation.id, invitation.id));
    const row = { institution: invitation.institution, until: its.retentionEnd, createdAt: ctx.now };
    await ctx.db
      .insert(studyResearcher)
      .values({ studyId: its.id, personId: ctx.actor.personId!, ...row })
      .onConflictDoUpdate({ target: [studyResearcher.studyId, studyResearcher.personId], set: row });
    fact(researcherMoved, { object: { kind: "study", id: its.id }, data: { to: "joined" } });
    return { slug: its.slug };
  },
});

/**
 * What somebody with the link reads before they say yes.
 * @throws AppError `wrong_code`, `code_used`, `code_expired`, `sign_in`.
 */
export async function readResearcherInvitation(ctx: Ctx, code: string) {
  const found = await findInvitation(ctx, code);
  const { relation } = await relationToStudy(ctx, found.study);
  const may = mayBecomeResearcher(ctx.actor, relation);
  if (may === "sign_in") throw new AppError("sign_in");
  const { title, purpose, retentionEnd } = found.study;
  return { title, purpose, institution: found.invitation.institution, retentionEnd: retentionEnd.toISOString(), may };
}
export type ResearcherInvitationView = Awaited<ReturnType<typeof readResearcherInvitation>>;
