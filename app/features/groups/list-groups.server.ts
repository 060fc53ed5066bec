import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { group, groupMembership, joinRequest } from "#db/schema/index";
import { accessSpaceForPage } from "~/features/spaces/index.server";
import { mayAskToJoinGroup, mayJoinGroup, mayReadGroup } from "~/permissions/groups";
import type { Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { isHidden, type GroupRow } from "./access-group.server";
import { loadRelations } from "./load-relations.server";

export interface GroupInShort {
  id: string;
  name: string;
  description: string;
  visibility: GroupRow["visibility"];
  joining: GroupRow["joining"];
  archived: boolean;
  members: number;
  mine: boolean;
  /** Asked to join, and no answer yet. */
  asked: boolean;
  may: { read: boolean; join: Verdict; ask: boolean };
}

/** The groups of a leerplek that the reader may know of, open ones first. @throws AppError `not_found` */
export async function listGroups(ctx: Ctx, by: { slug: string }): Promise<GroupInShort[]> {
  const { space } = await accessSpaceForPage(ctx, by);
  const { personId } = ctx.actor;
  const rows = await ctx.db.select({ id: group.id }).from(group).where(eq(group.spaceId, space.id)).orderBy(asc(group.createdAt), asc(group.id));
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const relations = await loadRelations(ctx, [personId], ids);
  const members = await ctx.db
    .select({ groupId: groupMembership.groupId, n: count() })
    .from(groupMembership)
    .where(and(inArray(groupMembership.groupId, ids), isNull(groupMembership.endedAt)))
    .groupBy(groupMembership.groupId);
  const asked =
    personId === null
      ? []
      : await ctx.db
          .select({ groupId: joinRequest.groupId })
          .from(joinRequest)
          .where(and(inArray(joinRequest.groupId, ids), eq(joinRequest.personId, personId), eq(joinRequest.state, "open")));
  const listed = ids.flatMap((id): GroupInShort[] => {
    const loaded = relations(personId, id);
    if (!loaded) return [];
    const { group: row, relation } = loaded;
    const read = mayReadGroup(ctx.actor, relation);
    if (isHidden(relation, read)) return [];
    return [
      {
        id,
        name: row.name,
        description: row.description,
        visibility: row.visibility,
        joining: row.joining,
        archived: row.archivedAt !== null,
        members: members.find((one) => one.groupId === id)?.n ?? 0,
        mine: relation.member,
        asked: asked.some((one) => one.groupId === id),
        may: { read: read === true, join: mayJoinGroup(ctx.actor, relation), ask: mayAskToJoinGroup(ctx.actor, relation) === true },
      },
    ];
  });
  return [...listed.filter((one) => !one.archived), ...listed.filter((one) => one.archived)];
}
