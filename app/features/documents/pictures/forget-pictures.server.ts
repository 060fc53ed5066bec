import { count, eq, sql } from "drizzle-orm";
import { document, documentPicture } from "#db/schema/index";
import type { DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { readFileOf, removeFiles } from "~/platform/pictures/picture-files.server";
import { withOwnTitles } from "../narrowing/own-titles.server";
import { documentHref } from "../views";

/**
 * Whether the text, one of its versions or one of its editions holds a picture. The bytes themselves are looked into, for
 * they are the text: an id stands in them as it is. What was taken out stays in them for a while; that only keeps it longer.
 */
const held = sql`(EXISTS (SELECT FROM document AS d WHERE d.id = p.document_id AND position(convert_to(p.id::text, 'UTF8') IN d.snapshot) > 0)
  OR EXISTS (SELECT FROM document_update AS u WHERE u.document_id = p.document_id AND position(convert_to(p.id::text, 'UTF8') IN u.update) > 0)
  OR EXISTS (SELECT FROM document_edition AS e WHERE e.document_id = p.document_id AND position(p.id::text IN e.content::text) > 0)
  OR EXISTS (SELECT FROM document_edition AS e WHERE e.easy_document_id = p.document_id AND position(p.id::text IN e.easy_content::text) > 0)
  OR EXISTS (SELECT FROM document_revision AS r WHERE r.document_id = p.document_id AND position(convert_to(p.id::text, 'UTF8') IN r.state) > 0))`;

/**
 * Removes, by a job of the house, the pictures that nothing of their text has held for a month: who takes a picture out may
 * still undo it, or send in what was written without a connection. What is known of them goes first: files alone are removed
 * later with what else nobody knows. @returns how many.
 */
export async function forgetDocumentPictures(ctx: Ctx): Promise<number> {
  const now = ctx.now.toISOString();
  const before = new Date(ctx.now.getTime() - limits.documentPictureUnused * 1_000).toISOString();
  await ctx.db.execute(sql`UPDATE document_picture AS p SET unused_since = NULL WHERE unused_since IS NOT NULL AND ${held}`);
  await ctx.db.execute(sql`UPDATE document_picture AS p SET unused_since = ${now}::timestamptz WHERE unused_since IS NULL AND NOT ${held}`);
  const { rows } = await ctx.db.execute<{ id: string }>(sql`DELETE FROM document_picture AS p WHERE unused_since < ${before}::timestamptz AND NOT ${held} RETURNING id`);
  for (const { id } of rows) await removeFiles(ctx.house, id);
  return rows.length;
}

/** How many pictures somebody brought into texts. */
export async function countPicturesOf(ctx: Ctx, actorId: string): Promise<number> {
  const [row] = await ctx.db.select({ count: count() }).from(documentPicture).where(eq(documentPicture.actorId, actorId));
  return row!.count;
}

/** Takes what somebody brought out of every text and edition; the words about it stay. The files follow within a day. */
export async function removePicturesOf(ctx: Ctx, actorId: string): Promise<void> {
  await ctx.db.delete(documentPicture).where(eq(documentPicture.actorId, actorId));
}

/** The pictures that somebody brought, and in the file the pictures themselves, as base64. */
export async function downloadPictures(ctx: Ctx, person: { personId: string; actorId: string }, words: { title: string; columns: Record<"title" | "at" | "address", string> }): Promise<DownloadPart> {
  const found = await ctx.db
    .select({ id: documentPicture.id, documentId: documentPicture.documentId, at: documentPicture.createdAt, title: document.title })
    .from(documentPicture)
    .innerJoin(document, eq(document.id, documentPicture.documentId))
    .where(eq(documentPicture.actorId, person.actorId))
    .orderBy(documentPicture.createdAt, documentPicture.id);
  const titled = await withOwnTitles(ctx, person, found.map(({ documentId, ...row }) => ({ ...row, id: documentId })));
  const rows = titled.map(({ id: documentId, at, title }) => ({ title, at: at.toISOString(), address: documentHref(documentId) }));
  return {
    key: "picturesInTexts",
    ...words,
    rows,
    inFile: async () => {
      const whole: DownloadPart["rows"] = [];
      for (const [index, { id }] of found.entries()) whole.push({ ...rows[index]!, webp: (await readFileOf(ctx.house, id, "large"))?.toString("base64") ?? null });
      return whole;
    },
  };
}
