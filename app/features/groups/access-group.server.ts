import { eq } from "drizzle-orm";
import { group } from "#db/schema/index";
import type { SpaceMembershipRow, SpaceRow } from "~/features/spaces/index.server";
import { mayReadGroup } from "~/permissions/groups";
import type { GroupRelation } from "~/permissions/relations";
import { AppError, type Verdict } from "~/platform/codes";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { loadRelations, type LoadRelations } from "./load-relations.server";

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
 * @throws AppError `not_found` when absent or not to be known of; `sign_in`, or `join_group` with its id as `group`, when its existence is no secret.
 */
export async function accessGroup(ctx: Ctx, groupId: string): Promise<AccessedGroup> {
  const accessed = (await accessGroups(ctx, [ctx.actor], [groupId]))(ctx.actor, groupId);
  if (accessed instanceof AppError) throw accessed;
  return accessed;
}

/** The same for several who ask at once, in a handful of statements; who is refused gets the error. `load` says what the ids are of. */
export async function accessGroups(
  ctx: Ctx,
  actors: readonly Actor[],
  ids: readonly string[],
  load: LoadRelations = loadRelations,
): Promise<(actor: Actor, groupId: string) => AccessedGroup | AppError> {
  const relations = await load(ctx, actors.map(({ personId }) => personId), ids);
  return (actor, groupId) => {
    const found = relations(actor.personId, groupId);
    const verdict = found ? mayReadGroup(actor, found.relation) : "not_found";
    if (found && verdict === true) return found;
    if (!found || verdict === true || isHidden(found.relation, verdict)) return new AppError("not_found");
    // Whoever has to join first is told where.
    return new AppError(verdict, verdict === "join_group" ? { values: { group: groupId } } : {});
  };
}

/**
 * The group's front: name, description, how to join. For whoever may see the space, also without reading inside.
 * Inside an action what grants a right is read FOR SHARE: a revoke waits for the commit, or was seen.
 * @throws AppError `not_found` when absent or not to be known of.
 */
export async function accessGroupFront(ctx: Ctx, groupId: string): Promise<AccessedGroup> {
  const relations = await loadRelations(ctx, [ctx.actor.personId], [groupId]);
  const accessed = relations(ctx.actor.personId, groupId);
  if (!accessed || isHidden(accessed.relation, mayReadGroup(ctx.actor, accessed.relation))) throw new AppError("not_found");
  return accessed;
}

/** The same for an action that changes the group itself: it waits for every write that is under way in it. */
export async function accessGroupToChange(ctx: Ctx, groupId: string): Promise<AccessedGroup> {
  await ctx.db.select({ id: group.id }).from(group).where(eq(group.id, groupId)).for("no key update");
  return accessGroupFront(ctx, groupId);
}

/** A group by invitation does not show itself to outsiders, nor does anything in a space that they may not see. */
export function isHidden(relation: GroupRelation, verdict: Verdict): boolean {
  if (verdict === true) return false;
  return verdict === "not_found" || relation.joining === "invitation" || (relation.space.visibility === "members" && !relation.space.member && relation.space.joining === "invitation");
}
