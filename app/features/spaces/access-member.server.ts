import { and, eq } from "drizzle-orm";
import { actor, spaceMembership } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessSpace, type AccessedSpace } from "./access-space.server";

export interface AccessedMember extends AccessedSpace {
  member: typeof spaceMembership.$inferSelect & { actorId: string };
}

/**
 * Somebody of a space, by the id that others see; inside an action their row is locked until the commit.
 * @throws AppError `not_found` when there is no such member here, or no such space to be known of.
 */
export async function accessMember(ctx: Ctx, spaceId: string, membershipId: string): Promise<AccessedMember> {
  const accessed = await accessSpace(ctx, { id: spaceId });
  const query = ctx.db
    .select({ membership: spaceMembership, actorId: actor.id })
    .from(spaceMembership)
    .innerJoin(actor, eq(actor.personId, spaceMembership.personId))
    .where(and(eq(spaceMembership.id, membershipId), eq(spaceMembership.spaceId, spaceId)));
  const [row] = await (ctx.writing ? query.for("update", { of: spaceMembership }) : query);
  if (!row) throw new AppError("not_found");
  return { ...accessed, member: { ...row.membership, actorId: row.actorId } };
}
