import { randomUUID } from "node:crypto";
import { picture } from "#db/schema/index";
import { mayPost } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { drawAnew } from "~/platform/pictures/draw-anew.server";
import { keepFiles } from "~/platform/pictures/picture-files.server";
import { accessDiscussion } from "../access-discussion.server";
import { AddPictureInput } from "../input";

/**
 * Takes in a picture for a message that is yet to be posted: drawn anew, on disk, and known as the actor's. Until a message
 * names it only they can see it; when none does within the hour it goes. The right is asked before any work is done.
 * @returns its id, to be named by `postMessage`.
 * @throws AppError as `drawAnew`; `closed`, `muted`, `join_group` … from the rule of posting.
 */
export const addPicture = defineAction({
  name: "discussion.add-picture",
  input: AddPictureInput,
  limit: perPerson(10, "hour"),
  prepare: async (ctx, input) => {
    const { relation } = await accessDiscussion(ctx, input.discussion);
    const verdict = mayPost(ctx.actor, relation);
    if (verdict !== true) throw new AppError(verdict);
    const drawn = await drawAnew(Buffer.from(input.file.buffer, input.file.byteOffset, input.file.byteLength));
    const id = randomUUID();
    await keepFiles(ctx.house, id, drawn);
    return { id, width: drawn.width, height: drawn.height, bytes: drawn.large.length + drawn.small.length, sum: drawn.sum };
  },
  load: (ctx, input) => accessDiscussion(ctx, input.discussion),
  allow: (actor, loaded) => mayPost(actor, loaded.relation),
  run: async (ctx, { prepared }) => {
    await ctx.db.insert(picture).values({ ...prepared, actorId: ctx.actor.actorId!, createdAt: ctx.now });
    return { id: prepared.id };
  },
});
