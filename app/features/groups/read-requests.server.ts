import { and, asc, count, eq, sql } from "drizzle-orm";
import { group, joinRequest, person, spaceMembership } from "#db/schema/index";
import { accessSpace } from "~/features/spaces/index.server";
import { hasRole } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";

export interface WaitingRequest {
  id: string;
  groupId: string;
  groupName: string;
  /** The name that will be shown. */
  shownName: string;
  text: string;
  askedAt: string;
  mine: boolean;
}

/** Everyone who waits for an answer in a leerplek, the longest first. @throws AppError `not_found` for who does not let people in. */
export async function readRequests(ctx: Ctx, by: { slug: string }): Promise<WaitingRequest[]> {
  const { space, relation } = await accessSpace(ctx, by);
  if (!hasRole(relation, "space_steward", "facilitator")) throw new AppError("not_found");
  const rows = await ctx.db
    .select({
      id: joinRequest.id,
      groupId: group.id,
      groupName: group.name,
      shownName: sql<string>`coalesce(nullif(${joinRequest.shownName}, ''), ${spaceMembership.shownName}, ${person.name})`,
      text: joinRequest.text,
      createdAt: joinRequest.createdAt,
      mine: sql<boolean>`${joinRequest.personId} = ${ctx.actor.personId}`,
    })
    .from(joinRequest)
    .innerJoin(group, eq(group.id, joinRequest.groupId))
    .innerJoin(person, eq(person.id, joinRequest.personId))
    .leftJoin(spaceMembership, and(eq(spaceMembership.personId, joinRequest.personId), eq(spaceMembership.spaceId, group.spaceId)))
    .where(and(eq(group.spaceId, space.id), eq(joinRequest.state, "open")))
    .orderBy(asc(joinRequest.createdAt))
    .limit(200);
  return rows.map(({ createdAt, ...row }) => ({ ...row, askedAt: createdAt.toISOString() }));
}

/** How many people wait for an answer; 0 for who does not let people in. @throws AppError `not_found` */
export async function countRequests(ctx: Ctx, by: { slug: string }): Promise<number> {
  const { space, relation } = await accessSpace(ctx, by);
  if (!hasRole(relation, "space_steward", "facilitator")) return 0;
  const [row] = await ctx.db
    .select({ n: count() })
    .from(joinRequest)
    .innerJoin(group, eq(group.id, joinRequest.groupId))
    .where(and(eq(group.spaceId, space.id), eq(joinRequest.state, "open")));
  return row!.n;
}
