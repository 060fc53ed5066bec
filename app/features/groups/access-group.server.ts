import { and, eq } from "drizzle-orm";
import { group, groupMembership, space } from "#db/schema/index";
import { relationToSpace, standingsOf, type SpaceRow } from "~/features/spaces/index.server";
import { mayReadGroup } from "~/permissions/groups";
import type { GroupRelation } from "~/permissions/relations";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { SpaceMembershipRow } from "~/features/spaces/index.server";

export type GroupRow = typeof group.$inferSelect;
export interface AccessedGroup {
  group: GroupRow;
  space: SpaceRow;
  relation: GroupRelation;
  /** The actor's membership of the space: the name shown here. */
  membership: SpaceMembershipRow | null;
}

/**
 * The only way to what is in a group: load and authorise reading. Everything that lives in a group goes through here.
 * @throws AppError `not_found` when absent or not to be known of; `join_group` or `sign_in` when its existence is no secret.
 */
export async function accessGroup(ctx: Ctx, groupId: string): Promise<AccessedGroup> {
  const accessed = await accessGroupFront(ctx, groupId);
  const verdict = mayReadGroup(ctx.actor, accessed.relation);
  if (verdict !== true) throw new AppError(isHidden(accessed.relation, verdict) ? "not_found" : verdict);
  return accessed;
}

/** The group's front: name, description, how to join. For whoever may see the space, also without reading inside. */
export async function accessGroupFront(ctx: Ctx, groupId: string): Promise<AccessedGroup> {
  const query = ctx.db.select({ group, space }).from(group).innerJoin(space, eq(space.id, group.spaceId)).where(eq(group.id, groupId));
  const [row] = await (ctx.writing ? query.for("share") : query);
  if (!row) throw new AppError("not_found");
  const { relation, membership } = await relationToGroup(ctx, row.group, row.space);
  if (isHidden(relation, mayReadGroup(ctx.actor, relation))) throw new AppError("not_found");
  return { ...row, relation, membership };
}

/** How the actor stands to a group. */
export async function relationToGroup(ctx: Ctx, row: GroupRow, spaceRow: SpaceRow): Promise<{ relation: GroupRelation; membership: SpaceMembershipRow | null }> {
  const { relation: inSpace, membership } = await relationToSpace(ctx, spaceRow);
  const base = { space: inSpace, visibility: row.visibility, joining: row.joining, archived: row.archivedAt !== null };
  const personId = ctx.actor.personId;
  if (personId === null) return { relation: { ...base, member: false, mayWrite: false, suspended: false, muted: false }, membership };
  const memberships = ctx.db.select().from(groupMembership).where(and(eq(groupMembership.groupId, row.id), eq(groupMembership.personId, personId)));
  const [mine] = await (ctx.writing ? memberships.for("share") : memberships);
  const standings = (await standingsOf(ctx, personId, spaceRow.id)).filter((one) => one.scopeKind === "group" && one.scopeId === row.id);
  const member = mine !== undefined && mine.endedAt === null;
  return {
    relation: {
      ...base,
      member,
      mayWrite: member && mine.mayWrite,
      suspended: standings.some((one) => one.kind === "suspension"),
      muted: standings.some((one) => one.kind === "mute"),
    },
    membership,
  };
}

/** A group by invitation does not show itself to outsiders, nor does anything in a space that they may not see. */
function isHidden(relation: GroupRelation, verdict: Verdict): boolean {
  if (verdict === true) return false;
  return verdict === "not_found" || relation.joining === "invitation" || relation.space.visibility === "members" && !relation.space.member;
}
