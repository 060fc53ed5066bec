import { count, eq, or, sql } from "drizzle-orm";
import { document, documentClient, documentComment, documentEasy, documentEdition, documentLink, documentRevision, documentTemplate, documentUpdate, documentVisit } from "#db/schema/index";
import { mayKeepDocuments } from "~/permissions/documents";
import { makeCtx, theHouse, type Ctx, type House } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { limits } from "~/platform/limits";
import { removeFiles } from "~/platform/pictures/picture-files.server";
import { aboutText } from "../access-document.server";
import { emptyContent } from "../content";
import { DeleteTrashedInput } from "../input";
import { forgetBlocks } from "../easy/find-easy.server";
import { lanesOf } from "../worker/lanes.server";
import { findDocument } from "../queries.server";
import { documentDeleted } from "./facts";

/** A Yjs update in which nothing stands. */
const nothing = Buffer.from([0, 0]);

/**
 * Texts whose term is over. One that moderation put out waits, and so does one with a case that is not closed, about
 * it or a remark of it: what is judged stays until it was. An edition that was withdrawn says why for as long as a text lies in the trash.
 */
const over = (now: Date) => sql`
  FROM document AS d WHERE d.trashed_at <= ${cutOff(now)}::timestamptz AND d.moderation = 'visible'
  AND NOT EXISTS (SELECT FROM moderation_case AS c WHERE c.state <> 'closed' AND (
    (c.subject_kind = 'document' AND c.subject_id = d.id)
    OR (c.subject_kind = 'comment' AND c.subject_id IN (SELECT r.id FROM document_comment AS r WHERE r.document_id = d.id))))`;
const kept = (now: Date) => sql`EXISTS (SELECT FROM document_edition AS e WHERE e.document_id = d.id AND (e.withdrawn_at IS NULL OR e.withdrawn_at > ${cutOff(now)}::timestamptz))`;
const cutOff = (now: Date) => new Date(now.getTime() - limits.documentTrash * 1_000).toISOString();

/**
 * Deletes, by a job of the house, the texts that lay in the trash for their term, with everything that belongs to them. Of
 * one with editions only these stay, with the pictures that they show, those who wrote it and whose names they carry.
 * @returns how many were deleted or emptied.
 */
export async function deleteTrashedDocuments(house: House): Promise<number> {
  const ctx = makeCtx(house, { actor: theHouse });
  const { rows } = await ctx.db.execute<{ id: string }>(sql`SELECT d.id ${over(ctx.now)} AND (d.emptied_at IS NULL OR NOT ${kept(ctx.now)}) ORDER BY d.trashed_at, d.id LIMIT 100`);
  for (const { id } of rows) {
    const { pictures } = await deleteTrashed(makeCtx(house, { actor: theHouse }), { document: id });
    for (const lane of [lanesOf(house).state, lanesOf(house).examine]) if (lane.seqOf(id) !== undefined) lane.drop(id);
    forgetBlocks(id);
    for (const picture of pictures) await removeFiles(house, picture);
  }
  return rows.length;
}

/** Deletes one text whose term is over; one that was put back in the meantime stays. @returns ids of pictures that are no more. */
export const deleteTrashed = defineAction({
  name: "document.delete-trashed",
  input: DeleteTrashedInput,
  load: async (ctx, input) => ({ row: await findDocument(ctx, input.document, true) }),
  allow: (actor) => mayKeepDocuments(actor),
  run: async (ctx, { loaded: { row }, fact }) => {
    if (!row) return { pictures: [] };
    const { rows } = await ctx.db.execute<{ kept: boolean }>(sql`SELECT ${kept(ctx.now)} AS kept ${over(ctx.now)} AND d.id = ${row.id}::uuid`);
    const found = rows[0];
    if (!found || (found.kept && row.emptiedAt)) return { pictures: [] };
    const [editions] = await ctx.db.select({ count: count() }).from(documentEdition).where(eq(documentEdition.documentId, row.id));
    const pictures = await removePictures(ctx, row.id, found.kept);
    if (found.kept) await empty(ctx, row.id, row.seq);
    else await ctx.db.delete(document).where(eq(document.id, row.id));
    fact(documentDeleted, { ...aboutText(row), data: { editions: found.kept ? editions!.count : 0 } });
    return { pictures };
  },
});

/** Everything but its editions and who wrote them. */
async function empty(ctx: Ctx, id: string, seq: number): Promise<void> {
  await ctx.db.delete(documentUpdate).where(eq(documentUpdate.documentId, id));
  await ctx.db.delete(documentClient).where(eq(documentClient.documentId, id));
  await ctx.db.delete(documentRevision).where(eq(documentRevision.documentId, id));
  await ctx.db.delete(documentVisit).where(eq(documentVisit.documentId, id));
  await ctx.db.delete(documentComment).where(eq(documentComment.documentId, id));
  await ctx.db.delete(documentLink).where(eq(documentLink.fromId, id));
  // What the other of the two kept of its words goes with it.
  await ctx.db.delete(documentEasy).where(or(eq(documentEasy.easyId, id), eq(documentEasy.sourceId, id)));
  await ctx.db.delete(documentTemplate).where(eq(documentTemplate.documentId, id));
  await ctx.db
    .update(document)
    .set({ snapshot: nothing, snapshotVector: null, snapshotSeq: seq, contentSeq: seq, bytes: nothing.byteLength, content: { ...emptyContent }, plainText: "", emptiedAt: ctx.now, rev: sql`${document.rev} + 1` })
    .where(eq(document.id, id));
}

/** What is known of its pictures goes; those that an edition shows stay with it. */
async function removePictures(ctx: Ctx, id: string, editionsStay: boolean): Promise<string[]> {
  const shown = sql`EXISTS (SELECT FROM document_edition AS e WHERE e.document_id = p.document_id AND position(p.id::text IN e.content::text) > 0)`;
  const { rows } = await ctx.db.execute<{ id: string }>(sql`DELETE FROM document_picture AS p WHERE p.document_id = ${id}::uuid AND (NOT ${editionsStay} OR NOT ${shown}) RETURNING p.id`);
  return rows.map((row) => row.id);
}
