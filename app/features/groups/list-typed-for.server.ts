import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { groupMembership, spaceMembership } from "#db/schema/index";
import { mayRunGroup } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessGroup } from "./access-group.server";

export interface TypedForInShort {
  /** Their membership of the leerplek. */
  id: string;
  shownName: string;
}

/** Members who agreed that a facilitator types in what they write on paper, by name. @throws AppError as `accessGroup`, and the refusal of the rule. */
export async function listTypedFor(ctx: Ctx, groupId: string): Promise<TypedForInShort[]> {
  const { group, relation } = await accessGroup(ctx, groupId);
  const verdict = mayRunGroup(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  return ctx.db
    .select({ id: spaceMembership.id, shownName: spaceMembership.shownName })
    .from(groupMembership)
    .innerJoin(spaceMembership, and(eq(spaceMembership.personId, groupMembership.personId), eq(spaceMembership.spaceId, group.spaceId)))
    .where(and(eq(groupMembership.groupId, groupId), isNull(groupMembership.endedAt), eq(groupMembership.mayBeTypedFor, true), sql`${groupMembership.personId} <> ${ctx.actor.personId}`))
    .orderBy(asc(sql`lower(${spaceMembership.shownName})`), asc(spaceMembership.id));
}
