import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { actor, documentNaming, documentPublication, documentWriter } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { findTie } from "../easy/find-easy.server";

export interface WriterRow {
  actorId: string;
  personId: string;
}

/** Somebody wrote in a text. */
export interface Wrote {
  documentId: string;
  actorId: string;
}

/** Of one writer, how much earlier than now the moment that is kept may be, in milliseconds. */
export const writersToMs = 60_000;
/** A process that noted somebody does so again after this time, in milliseconds; what another noted may be as old by then. */
export const noteEveryMs = writersToMs / 2;

/** Keeps who wrote along, and when last, so that they can be told before the text is made public. */
export async function noteWriters(ctx: Ctx, wrote: readonly Wrote[]): Promise<void> {
  const writers = new Map(wrote.map(({ documentId, actorId }) => [`${documentId} ${actorId}`, { documentId, actorId, lastAt: ctx.now }]));
  await ctx.db
    .insert(documentWriter)
    .values([...writers.values()])
    .onConflictDoUpdate({
      target: [documentWriter.documentId, documentWriter.actorId],
      set: { lastAt: sql`excluded.last_at` },
      setWhere: sql`${documentWriter.lastAt} < excluded.last_at - ${noteEveryMs}::float8 * interval '1 millisecond'`,
    });
}

/** Everyone who wrote along in a text and still has an account. */
export async function findWriters(ctx: Ctx, documentId: string): Promise<WriterRow[]> {
  return writersIn(ctx, [documentId]);
}

/** The same with those of its easy version, or of its source: an edition may carry the words of both. */
export async function findWritersOfBoth(ctx: Ctx, documentId: string): Promise<WriterRow[]> {
  const tie = await findTie(ctx, documentId);
  return writersIn(ctx, tie ? [tie.easyId, tie.sourceId] : [documentId]);
}

/** Of those who wrote along in any of these texts the first one, in this order, in which they did; by actor id. */
export async function firstTextOfWriters(ctx: Ctx, documentIds: string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.select({ actorId: documentWriter.actorId, documentId: documentWriter.documentId }).from(documentWriter).where(inArray(documentWriter.documentId, documentIds));
  const wrote = new Map<string, string>();
  for (const id of documentIds) for (const row of rows) if (row.documentId === id && !wrote.has(row.actorId)) wrote.set(row.actorId, id);
  return wrote;
}

async function writersIn(ctx: Ctx, documentIds: string[]): Promise<WriterRow[]> {
  return ctx.db
    .selectDistinct({ actorId: documentWriter.actorId, personId: actor.personId })
    .from(documentWriter)
    .innerJoin(actor, eq(actor.id, documentWriter.actorId))
    .where(and(inArray(documentWriter.documentId, documentIds), isNotNull(actor.personId)));
}

/** Actor ids of everyone who hears what becomes of a text: those who wrote along in it, or in its easy version. */
export async function writersOf(ctx: Ctx, documentId: string): Promise<string[]> {
  return (await findWritersOfBoth(ctx, documentId)).map(({ actorId }) => actorId);
}

export type PublicationRow = typeof documentPublication.$inferSelect;
export type NamingRow = typeof documentNaming.$inferSelect;

/** The announcement that stands, or undefined. `hold` locks it until the commit. */
export async function findAnnounced(ctx: Ctx, documentId: string, hold = false): Promise<PublicationRow | undefined> {
  const query = ctx.db
    .select()
    .from(documentPublication)
    .where(and(eq(documentPublication.documentId, documentId), eq(documentPublication.state, "announced")))
    .limit(1);
  return (hold ? await query.for("update") : await query)[0];
}

/** Who was asked whether their name may stand on it, and what they said. */
export async function findNamings(ctx: Ctx, publicationId: string): Promise<NamingRow[]> {
  return ctx.db.select().from(documentNaming).where(eq(documentNaming.publicationId, publicationId));
}
