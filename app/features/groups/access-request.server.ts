import { eq } from "drizzle-orm";
import { actor, joinRequest } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessGroupFront, type AccessedGroup } from "./access-group.server";

export interface AccessedRequest extends AccessedGroup {
  request: typeof joinRequest.$inferSelect & { actorId: string };
}

/**
 * A request to join, for who runs the group and for who asked; inside an action its row is locked until the commit.
 * @throws AppError `not_found` when it is absent or in a group not to be known of.
 */
export async function accessRequest(ctx: Ctx, requestId: string): Promise<AccessedRequest> {
  const query = ctx.db
    .select({ request: joinRequest, actorId: actor.id })
    .from(joinRequest)
    .innerJoin(actor, eq(actor.personId, joinRequest.personId))
    .where(eq(joinRequest.id, requestId));
  const [row] = await (ctx.writing ? query.for("update", { of: joinRequest }) : query);
  if (!row) throw new AppError("not_found");
  const accessed = await accessGroupFront(ctx, row.request.groupId);
  return { ...accessed, request: { ...row.request, actorId: row.actorId } };
}
