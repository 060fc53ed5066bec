import { and, eq } from "drizzle-orm";
import { actor, groupMembership, spaceMembership } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessGroupFront, type AccessedGroup } from "./access-group.server";

export interface AccessedGroupMember extends AccessedGroup {
  member: { personId: string; actorId: string; membershipId: string; shownName: string; mayWrite: boolean; mayBeTypedFor: boolean; takesPart: boolean };
}

/**
 * Somebody who is or was in a group, by the id that others see; inside an action their row is locked until the commit.
 * @throws AppError `not_found` when there is no such member here.
 */
export async function accessGroupMember(ctx: Ctx, groupId: string, membershipId: string): Promise<AccessedGroupMember> {
  const accessed = await accessGroupFront(ctx, groupId);
  const query = ctx.db
    .select({ inGroup: groupMembership, inSpace: spaceMembership, actorId: actor.id })
    .from(groupMembership)
    .innerJoin(spaceMembership, and(eq(spaceMembership.personId, groupMembership.personId), eq(spaceMembership.id, membershipId)))
    .innerJoin(actor, eq(actor.personId, groupMembership.personId))
    .where(and(eq(groupMembership.groupId, groupId), eq(spaceMembership.spaceId, accessed.space.id)));
  const [row] = await (ctx.writing ? query.for("update", { of: groupMembership }) : query);
  if (!row) throw new AppError("not_found");
  const { inGroup, inSpace, actorId } = row;
  return {
    ...accessed,
    member: {
      personId: inGroup.personId,
      actorId,
      membershipId,
      shownName: inSpace.shownName,
      mayWrite: inGroup.mayWrite,
      mayBeTypedFor: inGroup.mayBeTypedFor,
      takesPart: inGroup.endedAt === null,
    },
  };
}
