import { eq, or } from "drizzle-orm";
import { documentEasy, documentEasyBlock } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument, type AccessedDocument } from "../access-document.server";
import type { ContentNode } from "../content";
import { askState } from "../writing/join-document.server";
import type { DocumentRow } from "../queries.server";
import type { Block } from "../worker/blocks";
import { alignBlocks, type AlignedRow, type Pair } from "./align-blocks.server";

/** More parts than anybody lays beside each other. */
export const blocksAtMost = 1_000;

/** Which text is the easy version of which. */
export interface EasyTie {
  easyId: string;
  sourceId: string;
}

/** The tie of a text, be it the easy version or the source; null for a text by itself. */
export async function findTie(ctx: Ctx, documentId: string): Promise<EasyTie | null> {
  const { easyId, sourceId } = documentEasy;
  const [row] = await ctx.db.select({ easyId, sourceId }).from(documentEasy).where(or(eq(easyId, documentId), eq(sourceId, documentId))).limit(1);
  return row ?? null;
}

/** Another text that this one is tied to; null where the actor may not read it, whatever the reason. */
export async function accessOther(ctx: Ctx, id: string): Promise<AccessedDocument | null> {
  try {
    return await accessDocument({ ...ctx, writing: false }, id);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return null;
    throw error;
  }
}

/** The pairs of an easy version, as they were last stored. */
export async function findPairs(ctx: Ctx, easyId: string): Promise<Pair[]> {
  const { easyBlock, sourceBlock, seen } = documentEasyBlock;
  const rows = await ctx.db.select({ easyBlock, sourceBlock, seen }).from(documentEasyBlock).where(eq(documentEasyBlock.easyId, easyId)).orderBy(easyBlock, sourceBlock);
  return rows.map((row) => ({ ...row, seen: row.seen as unknown as ContentNode }));
}

/** Blocks of texts read lately, so that many readers cost one look. */
const kept = new Map<string, { blocks: Block[]; seq: number }>();
const keptAtMost = 50;

/** Forgets what was read of a text that is deleted. */
export function forgetBlocks(id: string): void {
  kept.delete(id);
}

/** The blocks of a text as it stands now. @throws AppError `too_large` for more than are laid beside each other. */
export async function readBlocks(ctx: Ctx, { id, seq: newest }: Pick<DocumentRow, "id" | "seq">): Promise<Block[]> {
  let found = kept.get(id);
  if (!found || found.seq < newest) {
    const { answer, seq } = await askState(ctx, id, "blocks", { document: id });
    found = { blocks: answer, seq };
  }
  kept.delete(id);
  kept.set(id, found);
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
  if (found.blocks.length > blocksAtMost) throw new AppError("too_large");
  return found.blocks;
}

/** An easy version and its source, laid beside each other, for somebody who may read both. */
export interface Beside {
  easy: AccessedDocument;
  source: AccessedDocument;
  rows: AlignedRow[];
  blocks: { easy: Block[]; source: Block[] };
  pairs: Pair[];
}

/** @throws AppError as `accessDocument` for either; `not_found` for a text that is no easy version. */
export async function accessBeside(ctx: Ctx, easyId: string): Promise<Beside> {
  const easy = await accessDocument(ctx, easyId);
  const tie = await findTie(ctx, easyId);
  if (tie?.easyId !== easyId) throw new AppError("not_found");
  const source = await accessDocument({ ...ctx, writing: false }, tie.sourceId);
  const blocks = { easy: await readBlocks(ctx, easy.document), source: await readBlocks(ctx, source.document) };
  const pairs = await findPairs(ctx, easyId);
  return { easy, source, rows: alignBlocks(blocks.source, blocks.easy, pairs), blocks, pairs };
}
