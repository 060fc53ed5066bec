import { randomUUID } from "node:crypto";
import { picture } from "#db/schema/index";
import { accessGroup } from "~/features/groups/index.server";
import { mayPost, mayStartDiscussion } from "~/permissions/discussions";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { drawAnew } from "~/platform/pictures/draw-anew.server";
import { keepFiles } from "~/platform/pictures/picture-files.server";
import { accessDiscussion } from "../access-discussion.server";
import { AddFirstPictureInput, AddPictureInput } from "../input";

type Drawn = Omit<typeof picture.$inferInsert, "id" | "actorId" | "createdAt"> & { id: string };

/** Draws a file anew and puts it on disk, for who may; the right is asked before any work is done. */
async function takeIn(ctx: Ctx, verdict: Verdict, file: Uint8Array): Promise<Drawn> {
  if (verdict !== true) throw new AppError(verdict);
  const drawn = await drawAnew(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const id = randomUUID();
  await keepFiles(ctx.house, id, drawn);
  return { id, width: drawn.width, height: drawn.height, bytes: drawn.large.length + drawn.small.length, sum: drawn.sum };
}

async function note(ctx: Ctx, drawn: Drawn): Promise<{ id: string }> {
  await ctx.db.insert(picture).values({ ...drawn, actorId: ctx.actor.actorId!, createdAt: ctx.now });
  return { id: drawn.id };
}

/**
 * Takes in a picture for a message that is yet to be posted: drawn anew, on disk, and known as the actor's. Until a message
 * names it only they can see it; when none does within the hour it goes.
 * @returns its id, to be named by `postMessage`.
 * @throws AppError as `drawAnew`; `closed`, `muted`, `join_group` … from the rule of posting.
 */
export const addPicture = defineAction({
  name: "discussion.add-picture",
  input: AddPictureInput,
  limit: perPerson(10, "hour"),
  prepare: async (ctx, { discussion, file }) => takeIn(ctx, mayPost(ctx.actor, (await accessDiscussion(ctx, discussion)).relation), file),
  load: (ctx, input) => accessDiscussion(ctx, input.discussion),
  allow: (actor, loaded) => mayPost(actor, loaded.relation),
  run: (ctx, { prepared }) => note(ctx, prepared),
});

/** The same for the first message of a conversation that is yet to be started, to be named by `startDiscussion`. */
export const addFirstPicture = defineAction({
  name: "discussion.add-first-picture",
  input: AddFirstPictureInput,
  limit: perPerson(10, "hour"),
  prepare: async (ctx, { groupId, kind, file }) => takeIn(ctx, mayStartDiscussion(ctx.actor, (await accessGroup(ctx, groupId)).relation, kind), file),
  load: (ctx, input) => accessGroup(ctx, input.groupId),
  allow: (actor, loaded, input) => mayStartDiscussion(actor, loaded.relation, input.kind),
  run: (ctx, { prepared }) => note(ctx, prepared),
});
