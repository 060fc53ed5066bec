import { and, eq, gt, gte, ne, sql, type SQL } from "drizzle-orm";
import { documentRevision, documentUpdate } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { deletionsAtMost } from "../deletions/large-deletion";
import type { BeforeDeletion } from "../deletions/find-deletions.server";

/** Keeps a state of a text as a version, with who wrote since the one before it, inside an action. */
export async function addRevision(
  ctx: Ctx,
  given: Pick<typeof documentRevision.$inferInsert, "documentId" | "uptoSeq" | "kind" | "state"> & { name?: string; byActor?: string | null; createdAt?: Date },
): Promise<void> {
  const { documentId, uptoSeq } = given;
  const last = sql`(SELECT max(r.upto_seq) FROM ${documentRevision} AS r WHERE r.document_id = ${documentId}::uuid AND r.upto_seq <= ${uptoSeq}::int)`;
  await ctx.db.insert(documentRevision).values({ createdAt: ctx.now, ...given, writers: writersAbove(last, documentId, sql`${uptoSeq}::int`) });
}

/**
 * Keeps what stood before large deletions that a fold found, inside the action that holds the text's row: once each, also when
 * another process found it too, and so many a day. Where another version keeps exactly that, nothing is added.
 */
export async function keepBeforeDeletions(ctx: Ctx, documentId: string, found: readonly BeforeDeletion[]): Promise<void> {
  const mine = eq(documentRevision.documentId, documentId);
  for (const { seq, at, state } of found) {
    const [there] = await ctx.db.select({ id: documentRevision.id }).from(documentRevision).where(and(mine, eq(documentRevision.uptoSeq, seq))).limit(1);
    const dayBefore = new Date(at.getTime() - 24 * 3_600_000);
    const lately = await ctx.db.$count(documentRevision, and(mine, eq(documentRevision.kind, "before_deletion"), gt(documentRevision.createdAt, dayBefore)));
    if (there || lately >= deletionsAtMost.day) continue;
    await addRevision(ctx, { documentId, uptoSeq: seq, kind: "before_deletion", state: Buffer.from(state), createdAt: at });
    await countFrom(ctx, documentId, seq);
  }
}

/** A version that was kept before an earlier state was found: who wrote since the one before it begins later now. */
async function countFrom(ctx: Ctx, documentId: string, seq: number): Promise<void> {
  const next = sql`(SELECT min(r.upto_seq) FROM ${documentRevision} AS r WHERE r.document_id = ${documentId}::uuid AND r.upto_seq > ${seq}::int)`;
  await ctx.db
    .update(documentRevision)
    .set({ writers: writersAbove(sql`${seq}::int`, documentId, sql`${documentRevision.uptoSeq}`) })
    .where(and(eq(documentRevision.documentId, documentId), gte(documentRevision.uptoSeq, seq), eq(documentRevision.uptoSeq, next), ne(sql`cardinality(${documentRevision.writers})`, 0)));
}

const writersAbove = (above: SQL, documentId: string, upTo: SQL): SQL<string[]> =>
  sql`ARRAY(SELECT u.actor_id FROM ${documentUpdate} AS u WHERE u.document_id = ${documentId}::uuid AND u.seq > coalesce(${above}, 0) AND u.seq <= ${upTo} GROUP BY u.actor_id ORDER BY count(*) DESC, u.actor_id)`;
