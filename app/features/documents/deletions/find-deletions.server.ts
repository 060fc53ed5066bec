import { and, asc, eq, gt, gte, inArray, lte } from "drizzle-orm";
import { document, documentRevision, documentUpdate } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { lanesOf } from "../worker/lanes.server";
import { deletionsAtMost, largeDeletion } from "./large-deletion";

/** A text as it stood just before much of it went. */
export interface BeforeDeletion {
  seq: number;
  /** When it began to go. */
  at: Date;
  state: Uint8Array;
}

/** A longer stretch of a log is looked through up to here. */
const rowsAtMost = 5_000;

/**
 * What a text that is about to be folded up to this number lost since it was last folded. Nobody's words hang on this: where it
 * takes too long, the log says so and the fold goes on without.
 */
export async function findDeletions(ctx: Ctx, documentId: string, upTo: number): Promise<BeforeDeletion[]> {
  try {
    return await lookFor(ctx, documentId, upTo);
  } catch (error) {
    ctx.house.logger.warn({ err: error, document: documentId }, "what went from a text could not be looked for");
    return [];
  }
}

async function lookFor(ctx: Ctx, documentId: string, upTo: number): Promise<BeforeDeletion[]> {
  const lanes = lanesOf(ctx.house);
  const [folded] = await ctx.db.select({ seq: document.snapshotSeq }).from(document).where(eq(document.id, documentId));
  if (!folded || folded.seq >= upTo) return [];
  const rows = await ctx.db
    .select({ seq: documentUpdate.seq, by: documentUpdate.actorId, at: documentUpdate.at, update: documentUpdate.update })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), gt(documentUpdate.seq, folded.seq), lte(documentUpdate.seq, upTo)))
    .orderBy(asc(documentUpdate.seq))
    .limit(rowsAtMost);
  // Without the text itself, which may be megabytes: most rounds end here.
  const measured = await lanes.state.ask("measure", { updates: rows.map(({ update }) => update) }, 5_000);
  if (measured.reduce((sum, { removed }) => sum + removed, 0) < largeDeletion.leastSigns) return [];
  const [base] = await ctx.db
    .select({ snapshot: document.snapshot })
    .from(document)
    .where(and(eq(document.id, documentId), eq(document.snapshotSeq, folded.seq)));
  // Another process folded it meanwhile, and looked.
  if (!base) return [];
  const kept = await ctx.db
    .select({ seq: documentRevision.uptoSeq })
    .from(documentRevision)
    .where(and(eq(documentRevision.documentId, documentId), gte(documentRevision.uptoSeq, folded.seq), inArray(documentRevision.kind, ["before_restore", "before_proposal"])));
  const apart = new Set(kept.map(({ seq }) => seq + 1));
  const written = rows.map(({ seq, by, at, update }) => ({ update, by, at: at.getTime(), apart: apart.has(seq) }));
  const found = await lanes.files.ask("findDeletions", { before: base.snapshot, rows: written, atMost: deletionsAtMost.round }, 5_000);
  return found.map(({ row, state }) => ({ seq: rows[row]!.seq - 1, at: rows[row]!.at, state }));
}
