import { eq } from "drizzle-orm";
import { document } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { ContentNode } from "./content";
import { askState } from "./join-document.server";
import type { DocumentRow } from "./queries.server";
import type { FoundTask } from "./worker/find-tasks";

export interface Projected {
  content: ContentNode;
  text: string;
  /** Tasks that are for somebody; null where the table has them as they are in the text. */
  tasks: FoundTask[] | null;
  /** The number up to which it goes. */
  seq: number;
}

/** Texts read lately and not folded yet, so that many readers cost one projection. */
const kept = new Map<string, Projected>();
const keptAtMost = 100;

/**
 * The content of a text as it stands now. Where the projection in the database is behind, it is made from the log for
 * this reading; nothing is written.
 */
export async function projectDocument(ctx: Ctx, row: Pick<DocumentRow, "id" | "seq" | "contentSeq">): Promise<Projected> {
  if (row.contentSeq >= row.seq) {
    kept.delete(row.id);
    return readProjection(ctx, row.id);
  }
  const found = kept.get(row.id);
  if (found && found.seq >= row.seq) return found;
  const { answer, seq } = await askState(ctx, row.id, "project", { document: row.id });
  const projected = { content: answer.content, text: answer.text, tasks: answer.tasks, seq };
  kept.delete(row.id);
  kept.set(row.id, projected);
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
  return projected;
}

async function readProjection(ctx: Ctx, id: string): Promise<Projected> {
  const [row] = await ctx.db.select({ content: document.content, text: document.plainText, seq: document.contentSeq }).from(document).where(eq(document.id, id));
  return { content: row!.content as unknown as ContentNode, text: row!.text, tasks: null, seq: row!.seq };
}
