import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { actor, group, organisation, space, spaceInvitation, spaceOrganisation, spaceRole } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { hashInvitationCode } from "./invitation-code.server";

export interface FoundInvitation {
  invitation: typeof spaceInvitation.$inferSelect;
  space: typeof space.$inferSelect;
  group: typeof group.$inferSelect | null;
  organisation: typeof organisation.$inferSelect | null;
}

/**
 * An invitation by its code, which is itself the right to know of the leerplek. It holds as long as who made it still has
 * the task that allowed it, and the organisation takes part. Inside an action its row is locked until the commit.
 * @throws AppError `wrong_code`, `code_used`, `code_expired`.
 */
export async function findInvitation(ctx: Ctx, code: string): Promise<FoundInvitation> {
  const query = ctx.db
    .select({ invitation: spaceInvitation, space, group, organisation })
    .from(spaceInvitation)
    .innerJoin(space, eq(space.id, spaceInvitation.spaceId))
    .leftJoin(group, eq(group.id, spaceInvitation.groupId))
    .leftJoin(organisation, eq(organisation.id, spaceInvitation.organisationId))
    .where(eq(spaceInvitation.codeHash, hashInvitationCode(code)));
  const [found] = await (ctx.writing ? query.for("update", { of: spaceInvitation }) : query);
  if (!found) throw new AppError("wrong_code");
  if (found.invitation.usedAt) throw new AppError("code_used");
  if (found.invitation.expiresAt <= ctx.now || !(await stillBacked(ctx, found.invitation))) throw new AppError("code_expired");
  return found;
}

async function stillBacked(ctx: Ctx, { spaceId, role, organisationId, createdByActor }: FoundInvitation["invitation"]): Promise<boolean> {
  if (createdByActor === null) return false;
  const makers = role === "member" ? (["space_steward", "facilitator", "helper"] as const) : (["space_steward"] as const);
  const held = await ctx.db
    .select({ id: spaceRole.id })
    .from(spaceRole)
    .innerJoin(actor, eq(actor.personId, spaceRole.personId))
    .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId), eq(spaceOrganisation.state, "accepted")))
    .where(
      and(
        eq(spaceRole.spaceId, spaceId),
        eq(actor.id, createdByActor),
        inArray(spaceRole.role, [...makers]),
        isNull(spaceRole.endedAt),
        or(isNull(spaceRole.until), gt(spaceRole.until, ctx.now)),
      ),
    )
    .limit(1);
  if (held.length === 0 || organisationId === null) return held.length > 0;
  const takesPart = await ctx.db
    .select({ state: spaceOrganisation.state })
    .from(spaceOrganisation)
    .where(and(eq(spaceOrganisation.spaceId, spaceId), eq(spaceOrganisation.organisationId, organisationId), eq(spaceOrganisation.state, "accepted")));
  return takesPart.length > 0;
}
