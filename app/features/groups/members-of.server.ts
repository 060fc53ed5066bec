import { and, eq, isNull } from "drizzle-orm";
import { actor, groupMembership } from "#db/schema/index";
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
