import { eq } from "drizzle-orm";
import { document } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { ContentNode } from "./content";
import { askState } from "./writing/join-document.server";
import { KeptTexts, type Projected } from "./kept-texts";
import type { DocumentRow } from "./queries.server";

/** Texts read lately, so that many readers cost one projection, or one reading of a large row. */
const kept = new KeptTexts();

/**
 * The content of a text as it stands now. Where the projection in the database is behind, it is made from the log for
 * this reading; nothing is written.
 */
export async function projectDocument(ctx: Ctx, row: Pick<DocumentRow, "id" | "rev" | "seq" | "contentSeq">): Promise<Projected> {
  const folded = row.contentSeq >= row.seq;
  const found = kept.find(row);
  if (found) return folded ? { ...found, tasks: null } : found;
  const projected = folded ? await readProjection(ctx, row.id) : await project(ctx, row.id);
  kept.keep(row, projected);
  return projected;
}

async function project(ctx: Ctx, id: string): Promise<Projected> {
  const { answer, seq } = await askState(ctx, id, "project", { document: id });
  return { content: answer.content, tasks: answer.tasks, seq };
}

async function readProjection(ctx: Ctx, id: string): Promise<Projected> {
  const [row] = await ctx.db.select({ content: document.content, seq: document.contentSeq }).from(document).where(eq(document.id, id));
  return { content: row!.content as unknown as ContentNode, tasks: null, seq: row!.seq };
}
