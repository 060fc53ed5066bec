import { randomUUID } from "node:crypto";
import { and, count, eq, ne } from "drizzle-orm";
import { documentPicture } from "#db/schema/index";
import { mayWriteDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { drawAnew } from "~/platform/pictures/draw-anew.server";
import { keepFiles, removeFiles } from "~/platform/pictures/picture-files.server";
import { readUpload } from "~/platform/read-upload.server";
import { accessDocument } from "../access-document.server";
import { AddPictureInput } from "../input";

/**
 * Takes in a picture for one text: drawn anew, on disk, and known as that text's. The text itself names it with the next
 * push. The right is asked before any work is done. The same picture again, by the same person in the same text, is the one
 * that is there. @returns its id. @throws AppError as `drawAnew`, `picture_many`, and as the rule of writing.
 */
export const addPicture = defineAction({
  name: "document.add-picture",
  input: AddPictureInput,
  limit: perPerson(30, "hour"),
  prepare: async (ctx, input) => {
    await mustWrite(ctx, input.document);
    const drawn = await drawAnew(Buffer.from(input.file.buffer, input.file.byteOffset, input.file.byteLength));
    const id = randomUUID();
    await keepFiles(ctx.house, id, drawn);
    return { id, width: drawn.width, height: drawn.height, bytes: drawn.large.length + drawn.small.length, sum: drawn.sum };
  },
  load: (ctx, input) => accessDocument(ctx, input.document),
  allow: (actor, loaded) => mayWriteDocument(actor, loaded.relation),
  run: async (ctx, { input, prepared }) => {
    // The text is held: nobody else adds to it now.
    const [there] = await ctx.db.select({ pictures: count() }).from(documentPicture).where(and(eq(documentPicture.documentId, input.document), ne(documentPicture.sum, prepared.sum)));
    if (there!.pictures >= limits.documentPictures) {
      await removeFiles(ctx.house, prepared.id);
      throw new AppError("picture_many");
    }
    const [kept] = await ctx.db
      .insert(documentPicture)
      .values({ ...prepared, documentId: input.document, actorId: ctx.actor.actorId!, createdAt: ctx.now })
      // One that was about to be forgotten is new again.
      .onConflictDoUpdate({ target: [documentPicture.documentId, documentPicture.actorId, documentPicture.sum], set: { createdAt: ctx.now, unusedSince: null } })
      .returning({ id: documentPicture.id });
    if (kept!.id !== prepared.id) await removeFiles(ctx.house, prepared.id);
    return { id: kept!.id };
  },
});

async function mustWrite(ctx: Ctx, documentId: string): Promise<void> {
  const { relation } = await accessDocument(ctx, documentId);
  const verdict = mayWriteDocument(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
}

/** How often somebody may send a file, whatever comes of it. */
const uploads = perPerson(60, "hour");

/**
 * A picture as the editor sends it, in a form with one file. Who may not write there is refused before the file is read.
 * @throws AppError as `addPicture`; `invalid_input` without a file.
 */
export async function addPictureByUpload(ctx: Ctx, documentId: string, request: Request): Promise<{ id: string }> {
  await mustWrite(ctx, documentId);
  await ctx.house.limiter.consume(ctx, "document.picture-upload", uploads);
  const { file, tooLarge } = await readUpload(request, limits.pictureBytes);
  if (tooLarge) throw new AppError("picture_too_large");
  if (!file) throw new AppError("invalid_input", { fields: { picture: "required" } });
  return addPicture(ctx, { document: documentId, file });
}
