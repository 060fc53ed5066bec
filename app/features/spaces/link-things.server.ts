import { and, asc, eq, inArray } from "drizzle-orm";
import { link } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { ThingRef } from "~/platform/things.server";

export interface ThingLink {
  from: ThingRef;
  to: ThingRef;
  relation: string;
}

/** Links two things of one leerplek, inside an action. @returns false when they were linked so already. */
export async function linkThings(ctx: Ctx, spaceId: string, { from, to, relation }: ThingLink): Promise<boolean> {
  const made = await ctx.db
    .insert(link)
    .values({ spaceId, fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id, relation, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: link.id });
  return made.length > 0;
}

/** What these things lead to, oldest first. */
export async function linksFrom(ctx: Ctx, fromIds: string[], relation: string): Promise<ThingLink[]> {
  if (fromIds.length === 0) return [];
  const rows = await ctx.db.select().from(link).where(and(inArray(link.fromId, fromIds), eq(link.relation, relation))).orderBy(asc(link.createdAt), asc(link.id));
  return rows.map(toLink);
}

/** What led to this thing, oldest first. */
export async function linksTo(ctx: Ctx, toId: string): Promise<ThingLink[]> {
  const rows = await ctx.db.select().from(link).where(eq(link.toId, toId)).orderBy(asc(link.createdAt), asc(link.id));
  return rows.map(toLink);
}

function toLink(row: typeof link.$inferSelect): ThingLink {
  return { from: { kind: row.fromKind, id: row.fromId }, to: { kind: row.toKind, id: row.toId }, relation: row.relation };
}
