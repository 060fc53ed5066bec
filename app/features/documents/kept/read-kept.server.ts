import { and, asc, count, desc, eq, gt, lte, sql } from "drizzle-orm";
import { documentUpdate } from "#db/schema/index";
import { readPlace, type Place } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { accessDocument } from "../access-document.server";
import { lanesOf } from "../worker/lanes.server";
import { authorsIn, showDocument } from "../show-documents.server";
import type { Author, DocumentView } from "../views";

/** One row of the log. */
export interface KeptEdit {
  number: number;
  at: string;
  by: Author;
  mine: boolean;
  bytes: number;
  /** Characters that it brought and took away; null where that could not be measured now. */
  characters: { added: number; removed: number } | null;
}

export interface KeptPage {
  document: DocumentView;
  place: Place;
  /** The newest number: all up to it is stored. 0 for a text that nobody wrote in yet. */
  stored: number;
  storedAt: string;
  /** Up to this number everything is worked into the text as it is opened. */
  folded: number;
  /** The lowest number of which the log still has its own row; null when it has none. */
  oldest: number | null;
  /** How many rows there are. */
  rows: number;
  edits: KeptEdit[];
  /** The page before and after, by the number that its first row may have at most; 0 for the newest. */
  newer: number | null;
  older: number | null;
  /** What was asked for by its number. */
  asked: { number: number; state: "apart" | "folded" | "not_yet" } | null;
}

const highest = 2 ** 31 - 1;
/** A number of the log out of an address; null for anything else. */
export const logNumber = (value: string | null): number | null => {
  const number = value !== null && /^\d{1,10}$/.test(value.trim()) ? Number(value) : 0;
  return number >= 1 && number <= highest ? number : null;
};

/**
 * What the database has of a text, row by row: the proof behind "Bewaard". For who may read its versions. `to` is the
 * highest number on the page, `asked` one to look up. @throws AppError as `accessDocument`.
 */
export async function readKept(ctx: Ctx, id: string, { to, asked }: { to: number | null; asked: number | null }): Promise<KeptPage> {
  const accessed = await accessDocument(ctx, id);
  const { document: row } = accessed;
  const size = limits.pageSize;
  const mine = eq(documentUpdate.documentId, id);
  const [found] = await ctx.db.select({ rows: count(), oldest: sql<number | null>`min(${documentUpdate.seq})` }).from(documentUpdate).where(mine);
  const stands = asked !== null && found!.oldest !== null && asked >= found!.oldest && asked <= row.seq;
  const from = stands ? asked : to;
  const rows = await ctx.db
    .select({ seq: documentUpdate.seq, actorId: documentUpdate.actorId, at: documentUpdate.at, update: documentUpdate.update })
    .from(documentUpdate)
    .where(and(mine, from === null ? undefined : lte(documentUpdate.seq, from)))
    .orderBy(desc(documentUpdate.seq))
    .limit(size + 1);
  const shown = rows.slice(0, size);
  const author = await authorsIn(ctx, row.spaceId, [...new Set(shown.map(({ actorId }) => actorId))]);
  const measured = await measure(ctx, shown.map(({ update }) => update));
  return {
    document: showDocument(row),
    place: await readPlace(ctx, accessed),
    stored: row.seq,
    storedAt: row.changedAt.toISOString(),
    folded: row.snapshotSeq,
    oldest: found!.oldest,
    rows: found!.rows,
    edits: shown.map(({ seq, actorId, at, update }, index) => ({
      number: seq,
      at: at.toISOString(),
      by: author(actorId),
      mine: actorId === ctx.actor.actorId,
      bytes: update.byteLength,
      characters: measured?.[index] ?? null,
    })),
    newer: await pageAbove(ctx, id, shown[0]?.seq ?? from, row.seq, size),
    older: rows.length > size ? rows[size]!.seq : null,
    asked: asked === null ? null : { number: asked, state: asked > row.seq ? "not_yet" : shown[0]?.seq === asked ? "apart" : "folded" },
  };
}

/** The highest number on the page before this one; null on the first. */
async function pageAbove(ctx: Ctx, id: string, top: number | null, newest: number, size: number): Promise<number | null> {
  if (top === null || top >= newest) return null;
  const rows = await ctx.db
    .select({ seq: documentUpdate.seq })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, id), gt(documentUpdate.seq, top)))
    .orderBy(asc(documentUpdate.seq))
    .limit(size);
  return rows.at(-1)?.seq ?? null;
}

/** What each row changed, worked out where nobody who writes waits for it; null when that takes too long. */
async function measure(ctx: Ctx, updates: Uint8Array[]): Promise<{ added: number; removed: number }[] | null> {
  if (updates.length === 0) return [];
  try {
    return await lanesOf(ctx.house).files.ask("measure", { updates }, 5_000);
  } catch (error) {
    ctx.house.logger.warn({ err: error }, "the rows of a log could not be measured");
    return null;
  }
}
