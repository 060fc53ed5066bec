import { eq } from "drizzle-orm";
import { document, documentEdition, space } from "#db/schema/index";
import { accessSpace } from "~/features/spaces/index.server";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { editionHref } from "../views";

/** The learning material that a text or an edition was made from, as its licence wants it named. */
export interface OriginView {
  title: string;
  number: number;
  href: string;
  licence: string;
  authors: string[];
  unnamed: number;
  /** Name of the leerplek. */
  space: string;
}

/** Null when it was made from nothing, or what it was made from is not there any more. */
export async function findOrigin(ctx: Ctx, editionId: string | null): Promise<OriginView | null> {
  if (editionId === null) return null;
  const { title, number, slug, licence, authors, unnamed } = documentEdition;
  const [row] = await ctx.db
    .select({ title, number, slug, licence, authors, unnamed, space: space.name, moderation: document.moderation })
    .from(documentEdition)
    .innerJoin(document, eq(document.id, documentEdition.documentId))
    .innerJoin(space, eq(space.id, documentEdition.spaceId))
    .where(eq(documentEdition.id, editionId));
  // What moderation hid is not named anywhere.
  if (row?.moderation !== "visible") return null;
  return { title: row.title, number: row.number, href: editionHref(row.slug, row.number), licence: row.licence, authors: row.authors, unnamed: row.unnamed, space: row.space };
}

/** An edition that may be read, with its content. @throws AppError `not_found` when absent, withdrawn, hidden, or of a leerplek that is not open yet. */
export async function accessEdition(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({ edition: documentEdition, moderation: document.moderation })
    .from(documentEdition)
    .innerJoin(document, eq(document.id, documentEdition.documentId))
    .where(eq(documentEdition.id, id));
  if (!row || row.moderation !== "visible" || row.edition.withdrawnAt) throw new AppError("not_found");
  await accessSpace(ctx, { id: row.edition.spaceId });
  return row.edition;
}
