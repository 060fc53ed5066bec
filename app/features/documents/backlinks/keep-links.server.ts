import { and, eq, inArray, notInArray } from "drizzle-orm";
import { document, documentLink } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { ContentNode } from "../content";
import { textsLinkedIn } from "./find-links";

/** Keeps to which texts a text links, inside the action that stores its projection. Nothing is written where nothing changed. */
export async function keepLinks(ctx: Ctx, id: string, content: ContentNode): Promise<void> {
  const wanted = textsLinkedIn(content).filter((to) => to !== id);
  await ctx.db.delete(documentLink).where(and(eq(documentLink.fromId, id), wanted.length > 0 ? notInArray(documentLink.toId, wanted) : undefined));
  if (wanted.length === 0) return;
  const there = await ctx.db.select({ id: document.id }).from(document).where(inArray(document.id, wanted));
  if (there.length > 0) await ctx.db.insert(documentLink).values(there.map((to) => ({ fromId: id, toId: to.id }))).onConflictDoNothing();
}
