import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias, type AnyPgColumn } from "drizzle-orm/pg-core";
import { document, documentEdition, documentPicture } from "#db/schema/index";
import { accessSpace } from "~/features/spaces/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { PictureSize } from "~/platform/pictures/picture-files.server";
import { toSeen, type SeenPicture } from "~/platform/pictures/see-picture.server";
import { accessDocument } from "../access-document.server";

/** A picture of a text, for who may read the text at this moment. @throws AppError `not_found`, or as `accessDocument`. */
export async function readTextPicture(ctx: Ctx, given: { document: string | undefined; id: string | undefined; size: PictureSize }): Promise<SeenPicture> {
  const { document: its } = await accessDocument(ctx, addressId(given.document));
  return pictureOf(ctx, its.id, given);
}

/**
 * A picture of a published edition, for everyone who may read that: it stands in this very edition, or in the easy version
 * that it shows, which was not taken back, of a text that is not hidden. @throws AppError `not_found`, whatever the reason.
 */
export async function readEditionPicture(ctx: Ctx, given: { slug: string; number: string | undefined; id: string | undefined; size: PictureSize }): Promise<SeenPicture> {
  if (!/^[1-9]\d{0,6}$/.test(given.number ?? "")) throw new AppError("not_found");
  const names = (content: AnyPgColumn) => sql`jsonb_path_exists(${content}, '$.** ? (@.type == "image" && @.attrs.picture == $id)', ${JSON.stringify({ id: addressId(given.id) })}::jsonb)`;
  const easy = alias(document, "easy");
  const inText = names(documentEdition.content);
  const [edition] = await ctx.db
    .select({ documentId: sql<string>`CASE WHEN ${inText} THEN ${documentEdition.documentId} ELSE ${documentEdition.easyDocumentId} END`, spaceId: documentEdition.spaceId })
    .from(documentEdition)
    .innerJoin(document, eq(document.id, documentEdition.documentId))
    .leftJoin(easy, and(eq(easy.id, documentEdition.easyDocumentId), eq(easy.moderation, "visible"), isNull(easy.trashedAt)))
    .where(and(eq(documentEdition.slug, given.slug), eq(documentEdition.number, Number(given.number)), isNull(documentEdition.withdrawnAt), eq(document.moderation, "visible"), or(inText, and(isNotNull(easy.id), names(documentEdition.easyContent)))));
  if (!edition) throw new AppError("not_found");
  await accessSpace(ctx, { id: edition.spaceId });
  return pictureOf(ctx, edition.documentId, given);
}

async function pictureOf(ctx: Ctx, documentId: string, { id, size }: { id: string | undefined; size: PictureSize }): Promise<SeenPicture> {
  const [row] = await ctx.db
    .select({ id: documentPicture.id, sum: documentPicture.sum })
    .from(documentPicture)
    .where(and(eq(documentPicture.id, addressId(id)), eq(documentPicture.documentId, documentId)));
  if (!row) throw new AppError("not_found");
  return toSeen(ctx, row, size);
}
