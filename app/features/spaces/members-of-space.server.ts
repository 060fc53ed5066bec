import { and, eq, isNull } from "drizzle-orm";
import { actor, spaceMembership } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** Actors of everyone who takes part in a leerplek now. */
export async function membersOfSpace(ctx: Ctx, spaceId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: actor.id })
    .from(spaceMembership)
    .innerJoin(actor, eq(actor.personId, spaceMembership.personId))
    .where(and(eq(spaceMembership.spaceId, spaceId), isNull(spaceMembership.leftAt)));
  return rows.map((row) => row.id);
}
