import { currentMembership, houseRulesOf, personOf } from "~/features/spaces/index.server";
import { signedIn } from "~/platform/actor";
import { AppError, type Code } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { perPerson } from "~/platform/limiter.server";
import { findInvitation } from "./find-invitation.server";
import { invitationCode } from "./input";

export type InvitationView =
  | { good: false; code: Code }
  | {
      good: true;
      space: string;
      summary: string;
      group: string | null;
      role: "space_steward" | "facilitator" | "moderator" | "deputy_moderator" | "helper" | "member";
      organisation: string | null;
      function: string;
      until: string | null;
      houseRules: string[];
      signedIn: boolean;
      /** Made by the reader for somebody else. */
      own: boolean;
      /** Has a shown name here already. */
      shownName: string | null;
      suggestedName: string;
    };

/**
 * What an invitation is for, before it is taken up; reading it does not use it.
 * @throws AppError `too_many`
 */
export async function readInvitation(ctx: Ctx, code: string): Promise<InvitationView> {
  await ctx.house.limiter.consume(ctx, "group.read-invitation", perPerson(60, "hour"));
  if (!invitationCode.safeParse(code).success) return { good: false, code: "wrong_code" };
  try {
    const { invitation, space, group, organisation } = await findInvitation(ctx, code);
    const me = signedIn(ctx.actor) ? await personOf(ctx, { personId: ctx.actor.personId }) : null;
    const membership = me ? await currentMembership(ctx, space.id, me.personId) : null;
    return {
      good: true,
      space: space.name,
      summary: space.summary,
      group: group?.name ?? null,
      role: invitation.role,
      organisation: organisation?.name ?? null,
      function: invitation.function,
      until: invitation.until?.toISOString() ?? null,
      houseRules: houseRulesOf(space),
      signedIn: me !== null,
      own: me !== null && invitation.createdByActor === me.actorId,
      shownName: membership && membership.leftAt === null ? membership.shownName : null,
      suggestedName: me?.name ?? "",
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { good: false, code: error.code };
  }
}
