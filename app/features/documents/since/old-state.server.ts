import { and, asc, desc, eq, gt, lte, sql } from "drizzle-orm";
import { document, documentRevision, documentUpdate, documentVisit } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { DocumentRow } from "../queries.server";

/** A text as it stood once: Yjs updates to put together. */
export interface OldState {
  updates: Uint8Array[];
  /** Null when it is exactly as it stood at that number; else of when the version is that comes right before it. */
  roughly: Date | null;
}

/** More rows than this are not put together again: a version a little earlier says as much. */
const rowsAtMost = 20_000;

/**
 * A text as it stood at a number of its log. Rows go a day after they were folded; from then on only versions know. Null when nothing
 * of that time or before is kept.
 */
export async function stateAt(ctx: Ctx, documentId: string, seq: number): Promise<OldState | null> {
  const [now] = await ctx.db
    .select({ state: document.snapshot, seq: document.snapshotSeq })
    .from(document)
    .where(and(eq(document.id, documentId), lte(document.snapshotSeq, seq)));
  const base = now ?? (await versionUpTo(ctx, documentId, seq));
  if (!base) return null;
  const rows = await rowsBetween(ctx, documentId, base.seq, seq);
  if (rows) return { updates: [base.state, ...rows], roughly: null };
  return "at" in base ? { updates: [base.state], roughly: base.at } : null;
}

async function versionUpTo(ctx: Ctx, documentId: string, seq: number): Promise<{ state: Uint8Array; seq: number; at: Date } | undefined> {
  const [row] = await ctx.db
    .select({ state: documentRevision.state, seq: documentRevision.uptoSeq, at: documentRevision.createdAt })
    .from(documentRevision)
    .where(and(eq(documentRevision.documentId, documentId), lte(documentRevision.uptoSeq, seq)))
    .orderBy(desc(documentRevision.uptoSeq), desc(documentRevision.createdAt))
    .limit(1);
  return row;
}

/** The rows above one number up to another; null when one of them is gone, or there are too many. */
async function rowsBetween(ctx: Ctx, documentId: string, above: number, upTo: number): Promise<Uint8Array[] | null> {
  if (upTo === above) return [];
  if (upTo - above > rowsAtMost) return null;
  const rows = await ctx.db
    .select({ update: documentUpdate.update })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), gt(documentUpdate.seq, above), lte(documentUpdate.seq, upTo)))
    .orderBy(asc(documentUpdate.seq));
  return rows.length === upTo - above ? rows.map(({ update }) => update) : null;
}

/**
 * Keeps what a text began with as its first version, inside the action that folds it for the first time: where somebody saw
 * it before all of what is folded, nothing else would know what they saw.
 */
export async function keepBeginning(ctx: Ctx, row: Pick<DocumentRow, "id" | "snapshotSeq">, upTo: number): Promise<void> {
  if (row.snapshotSeq !== 0 || upTo === 0) return;
  await ctx.db.execute(sql`
    INSERT INTO ${documentRevision} (document_id, upto_seq, kind, state, created_at)
    SELECT d.id, 0, 'automatic', d.snapshot, d.created_at FROM ${document} AS d
    WHERE d.id = ${row.id}::uuid
      AND EXISTS (SELECT FROM ${documentVisit} AS v WHERE v.document_id = d.id AND (v.seq < ${upTo}::int OR v.before_seq < ${upTo}::int))
      AND NOT EXISTS (SELECT FROM ${documentRevision} AS r WHERE r.document_id = d.id AND r.upto_seq = 0)`);
}
