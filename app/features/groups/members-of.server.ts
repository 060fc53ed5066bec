import { and, eq, inArray, isNull } from "drizzle-orm";
import { actor, group, groupMembership, spaceMembership } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** Actors of everyone who is a member of a group now. */
export async function membersOf(ctx: Ctx, groupId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: actor.id })
    .from(groupMembership)
    .innerJoin(actor, eq(actor.personId, groupMembership.personId))
    .where(and(eq(groupMembership.groupId, groupId), isNull(groupMembership.endedAt)));
  return rows.map((row) => row.id);
}

/** Somebody in a group, by the name that they show there. */
export interface NamedMember {
  personId: string;
  actorId: string;
  membershipId: string;
  shownName: string;
}

/** Everyone who is a member of these groups now, with the name they show there, by group. */
export async function namesInGroups(ctx: Ctx, groupIds: readonly string[]): Promise<Map<string, NamedMember[]>> {
  const rows = await ctx.db
    .select({ groupId: groupMembership.groupId, personId: groupMembership.personId, actorId: actor.id, membershipId: spaceMembership.id, shownName: spaceMembership.shownName })
    .from(groupMembership)
    .innerJoin(group, eq(group.id, groupMembership.groupId))
    .innerJoin(spaceMembership, and(eq(spaceMembership.personId, groupMembership.personId), eq(spaceMembership.spaceId, group.spaceId)))
    .innerJoin(actor, eq(actor.personId, groupMembership.personId))
    .where(and(inArray(groupMembership.groupId, [...groupIds]), isNull(groupMembership.endedAt)));
  return rows.reduce((groups, { groupId, ...person }) => groups.set(groupId, [...(groups.get(groupId) ?? []), person]), new Map<string, NamedMember[]>());
}
