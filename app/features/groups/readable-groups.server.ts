import { and, eq, inArray, or } from "drizzle-orm";
import { group, groupMembership, space, spaceMembership, spaceRole } from "#db/schema/index";
import { mayReadGroup } from "~/permissions/groups";
import type { Ctx } from "~/platform/ctx.server";
import { loadRelations, type LoadedRelation } from "./load-relations.server";

/** What a search goes through: groups from `readableGroups`, narrowed to where and since when the searcher wants to look. */
export interface SearchWithin {
  groups: ReadonlyMap<string, LoadedRelation>;
  /** Ids of the leerplek or the group it keeps to. */
  spaceId?: string;
  groupId?: string;
  since?: Date;
}

/**
 * The gate for lists and for the search: every group whose inside the actor may read, by id, judged by the very rule that
 * `accessGroup` uses. `mine` keeps to groups of which the actor is a member, or in whose leerplek they hold a role.
 */
export async function readableGroups(ctx: Ctx, within: { spaceId?: string; mine?: boolean } = {}): Promise<Map<string, LoadedRelation>> {
  const { personId } = ctx.actor;
  if (within.mine && personId === null) return new Map();
  const rows = await ctx.db
    .select({ id: group.id })
    .from(group)
    .innerJoin(space, eq(space.id, group.spaceId))
    .where(and(within.spaceId ? eq(group.spaceId, within.spaceId) : undefined, couldBeReadable(ctx, within.mine ?? false)));
  const ids = rows.map((row) => row.id);
  const relations = await loadRelations({ ...ctx, writing: false }, [personId], ids);
  const readable = new Map<string, LoadedRelation>();
  for (const id of ids) {
    const loaded = relations(personId, id);
    if (loaded && mayReadGroup(ctx.actor, loaded.relation) === true) readable.set(id, loaded);
  }
  return readable;
}

/** Leaves out what no rule could allow, so that a list does not load every group there is. */
function couldBeReadable(ctx: Ctx, onlyMine: boolean) {
  const { personId, system } = ctx.actor;
  if (system) return undefined;
  const isPublic = and(eq(group.visibility, "public"), eq(space.visibility, "public"));
  if (personId === null) return isPublic;
  const mine = or(
    inArray(group.id, ctx.db.select({ id: groupMembership.groupId }).from(groupMembership).where(eq(groupMembership.personId, personId))),
    inArray(group.spaceId, ctx.db.select({ id: spaceRole.spaceId }).from(spaceRole).where(eq(spaceRole.personId, personId))),
  );
  if (onlyMine) return mine;
  const inItsSpace = inArray(group.spaceId, ctx.db.select({ id: spaceMembership.spaceId }).from(spaceMembership).where(eq(spaceMembership.personId, personId)));
  return or(isPublic, mine, and(eq(group.visibility, "public"), inItsSpace));
}
