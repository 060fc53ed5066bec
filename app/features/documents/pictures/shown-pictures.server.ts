import { and, eq, inArray } from "drizzle-orm";
import { documentPicture } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { picturesIn, type ContentNode } from "../content";
import type { ShownPictures } from "./shown-pictures";

/** No text needs more; of what it names beyond this only the words are shown. */
const most = 500;

/**
 * The pictures that a text names and that were brought for it, with their size. One of another text is not among them,
 * whatever the content says. Asks nothing of the database for a text without pictures.
 * @param at the address of the page that shows them, under which they are asked for.
 */
export async function showPictures(ctx: Ctx, documentId: string, content: ContentNode, at: string): Promise<ShownPictures | null> {
  const wanted = picturesIn(content).slice(0, most);
  if (wanted.length === 0) return null;
  const { id, width, height } = documentPicture;
  const rows = await ctx.db.select({ id, width, height }).from(documentPicture).where(and(eq(documentPicture.documentId, documentId), inArray(id, wanted)));
  return { at, sizes: Object.fromEntries(rows.map((row) => [row.id, { width: row.width, height: row.height }])) };
}
