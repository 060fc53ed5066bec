import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { groupMembership, spaceMembership } from "#db/schema/index";
import { mayReadGroupMembers, mayRunGroup } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { accessGroupFront } from "./access-group.server";

export interface GroupMembersView {
  /** `sharesName`: others here show the same name, so that a message needs more to name this one. */
  members: { id: string; shownName: string; sharesName: boolean; mayWrite: boolean; mine: boolean }[];
  total: number;
  page: number;
  pages: number;
  mayRun: boolean;
}

/** Who is in a group, by the name they chose in the leerplek. @throws AppError `sign_in`, `join_group`, `suspended`, `not_found`. */
export async function readGroupMembers(ctx: Ctx, asked: { groupId: string; page: number }): Promise<GroupMembersView> {
  const { group: row, relation } = await accessGroupFront(ctx, asked.groupId);
  const verdict = mayReadGroupMembers(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  const inGroup = and(eq(groupMembership.groupId, row.id), isNull(groupMembership.endedAt));
  const [total] = await ctx.db.select({ n: count() }).from(groupMembership).where(inGroup);
  const pages = Math.max(1, Math.ceil(total!.n / limits.pageSize));
  const page = Math.min(asked.page, pages);
  const members = await ctx.db
    .select({ id: spaceMembership.id, shownName: spaceMembership.shownName, sharesName: sql<boolean>`count(*) over (partition by lower(${spaceMembership.shownName})) > 1`, mayWrite: groupMembership.mayWrite, mine: sql<boolean>`${groupMembership.personId} = ${ctx.actor.personId}` })
    .from(groupMembership)
    .innerJoin(spaceMembership, and(eq(spaceMembership.personId, groupMembership.personId), eq(spaceMembership.spaceId, row.spaceId)))
    .where(inGroup)
    .orderBy(asc(sql`lower(${spaceMembership.shownName})`), asc(spaceMembership.id))
    .limit(limits.pageSize)
    .offset((page - 1) * limits.pageSize);
  return { members, total: total!.n, page, pages, mayRun: mayRunGroup(ctx.actor, relation) === true };
}
