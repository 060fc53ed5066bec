import { and, asc, eq, getTableColumns, gt, inArray, isNull, lte, sql, type SQL } from "drizzle-orm";
import { document, documentUpdate } from "#db/schema/index";
import { isAnyOf, statement, type Given } from "#db/statement";
import type { Ctx } from "~/platform/ctx.server";

const { snapshot: _snapshot, snapshotVector: _snapshotVector, content: _content, plainText: _plainText, search: _search, ...light } = getTableColumns(document);

/** A shared text without its content, which may be megabytes. */
export const documentColumns = light;
export type DocumentRow = Omit<typeof document.$inferSelect, "snapshot" | "snapshotVector" | "content" | "plainText" | "search">;

/** For statements about texts: those that are there to be read, neither put out by moderation nor in the trash. */
export const isThere = and(eq(document.moderation, "visible"), isNull(document.trashedAt));

/** The same of a row. */
export const isThereRow = ({ moderation, trashedAt }: Pick<DocumentRow, "moderation" | "trashedAt">): boolean => moderation === "visible" && trashedAt === null;

/** A shared text by id. `hold` keeps others from changing its row until the commit; pushes wait too. */
export async function findDocument(ctx: Ctx, id: string, hold = false): Promise<DocumentRow | undefined> {
  const query = ctx.db.select(documentColumns).from(document).where(eq(document.id, id));
  return (hold ? await query.for("no key update") : await query)[0];
}

const documentsById = (hold: boolean) =>
  statement((db, { ids }: Given<{ ids: string[] }>) => {
    const query = db.select(documentColumns).from(document).where(isAnyOf(document.id, ids)).orderBy(asc(document.id)).$dynamic();
    return hold ? query.for("no key update") : query;
  });
const [seeDocuments, holdDocuments] = [documentsById(false), documentsById(true)];

/** Several shared texts; with `hold` their rows are locked in ascending id, as everyone does who locks more than one. */
export async function findDocuments(ctx: Ctx, ids: readonly string[], hold = false): Promise<Map<string, DocumentRow>> {
  if (ids.length === 0) return new Map();
  const rows = await (hold ? holdDocuments : seeDocuments)(ctx.db, { ids: [...new Set(ids)] });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything that was committed of a text: the snapshot and the log after it. */
export interface CommittedState {
  snapshot: Uint8Array;
  rows: LogRow[];
  /** Number of the newest row, or of the snapshot when nothing came after it. */
  seq: number;
}

export interface LogRow {
  seq: number;
  update: Uint8Array;
}

/** How large it is in all. */
export const sizeOf = ({ snapshot, rows }: CommittedState) => rows.reduce((sum, { update }) => sum + update.byteLength, snapshot.byteLength);

/** Null when the text is not there. Rows are kept for a day after they were folded, so none is missing between the two reads. */
export async function readCommitted(ctx: Ctx, id: string): Promise<CommittedState | null> {
  const [row] = await ctx.db.select({ snapshot: document.snapshot, snapshotSeq: document.snapshotSeq }).from(document).where(eq(document.id, id));
  if (!row) return null;
  const rows: LogRow[] = [];
  for (let more: LogRow[] | null = null; more === null || more.length === logPage; ) {
    more = await readLog(ctx, id, rows.at(-1)?.seq ?? row.snapshotSeq);
    rows.push(...more);
  }
  return { snapshot: row.snapshot, rows, seq: rows.at(-1)?.seq ?? row.snapshotSeq };
}

/** A text as it lies there: its snapshot with the state vector of that, and the rows after it; null when more than `atMost` of these are not folded yet, or when no vector is kept. */
export async function readAsItLies(ctx: Ctx, id: string, atMost: number): Promise<{ snapshot: Uint8Array; vector: Uint8Array; rows: LogRow[]; seq: number } | null> {
  const [row] = await ctx.db
    .select({ snapshot: document.snapshot, vector: document.snapshotVector, seq: document.seq, snapshotSeq: document.snapshotSeq })
    .from(document)
    .where(and(eq(document.id, id), lte(sql`${document.seq} - ${document.snapshotSeq}`, atMost)));
  if (!row?.vector) return null;
  const { snapshot, vector, snapshotSeq } = row;
  // Rows are kept for a day after they were folded, so none is missing between the two reads.
  const rows = row.seq > snapshotSeq ? await readLog(ctx, id, snapshotSeq) : [];
  return { snapshot, vector, rows, seq: rows.at(-1)?.seq ?? snapshotSeq };
}

/** How much of a log one statement reads at most; where as much comes back there may be more. */
export const logPage = 10_000;

/** The log of a text above a number, in order. */
export async function readLog(ctx: Ctx, id: string, since: number, limit = logPage): Promise<LogRow[]> {
  return ctx.db
    .select({ seq: documentUpdate.seq, update: documentUpdate.update })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, id), gt(documentUpdate.seq, since)))
    .orderBy(asc(documentUpdate.seq))
    .limit(limit);
}

/** The newest number of each text. */
export async function readSeqs(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select({ id: document.id, seq: document.seq }).from(document).where(inArray(document.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.seq]));
}

/** An update to be added to the log of a text whose row this transaction holds. */
export interface NewUpdate {
  documentId: string;
  seq: number;
  actorId: string;
  push: string;
  update: Uint8Array;
}

/** Adds to the logs and moves each text's number along. */
export async function insertUpdates(ctx: Ctx, updates: NewUpdate[], versions: Map<string, number>): Promise<void> {
  await ctx.db.execute(additionOf(ctx, updates, versions));
}

/** The statement that does it: the same one for any number of updates. */
export function additionOf(ctx: Ctx, updates: NewUpdate[], versions: Map<string, number>): SQL {
  const rows = updates.map(({ documentId, seq, actorId, push, update }) => ({ document_id: documentId, seq, actor_id: actorId, push, update: Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString("base64"), version: versions.get(documentId) ?? 1 }));
  const at = ctx.now.toISOString();
  return sql`
    WITH given AS MATERIALIZED (
      SELECT document_id, seq, actor_id, push, decode(update, 'base64') AS update, version
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(document_id uuid, seq int, actor_id uuid, push uuid, update text, version int)
    ), added AS (
      INSERT INTO document_update (document_id, seq, actor_id, push, update, at) SELECT document_id, seq, actor_id, push, update, ${at}::timestamptz FROM given
    )
    UPDATE document SET seq = moved.seq, bytes = document.bytes + moved.bytes, changed_at = ${at}::timestamptz, schema_version = greatest(document.schema_version, moved.version)
    FROM (SELECT document_id, max(seq) AS seq, sum(length(update)) AS bytes, max(version) AS version FROM given GROUP BY document_id) AS moved
    WHERE document.id = moved.document_id`;
}
