import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { PictureSize } from "~/platform/pictures/picture-files.server";
import { toSeen, type SeenPicture } from "~/platform/pictures/see-picture.server";
import { maySeePicture } from "~/permissions/discussions";
import { accessGroups } from "~/features/groups/index.server";
import { findDiscussion } from "../queries.server";
import { relationToDiscussion, relationToMessage } from "../access-discussion.server";
import { findMessagesWithPicture, findPictures } from "./queries.server";

/**
 * A picture for who may see the message that it stands in, at this moment; one that stands in none yet, for who brought it.
 * @throws AppError `not_found`, whatever the reason.
 */
export async function readPicture(ctx: Ctx, params: { id: string; size: PictureSize }): Promise<SeenPicture> {
  const id = addressId(params.id);
  const sum = (await sumOfShown(ctx, id)) ?? (await sumOfOwn(ctx, id));
  if (sum === null) throw new AppError("not_found");
  return toSeen(ctx, { id, sum }, params.size);
}

async function sumOfShown(ctx: Ctx, id: string): Promise<string | null> {
  for (const row of await findMessagesWithPicture(ctx, id)) {
    const parent = await findDiscussion(ctx, row.discussionId);
    if (!parent || !row.picture) continue;
    const accessed = (await accessGroups(ctx, [ctx.actor], [parent.groupId]))(ctx.actor, parent.groupId);
    if (accessed instanceof AppError) continue;
    if (maySeePicture(ctx.actor, relationToDiscussion(ctx.actor, parent, accessed.relation), relationToMessage(ctx.actor, row)) === true) return row.picture.sum;
  }
  return null;
}

/** What somebody brought, and did not send yet. */
async function sumOfOwn(ctx: Ctx, id: string): Promise<string | null> {
  const row = (await findPictures(ctx, [id])).get(id);
  if (!row || row.actorId !== ctx.actor.actorId) return null;
  return (await findMessagesWithPicture(ctx, id)).length === 0 ? row.sum : null;
}
