import { and, eq, or } from "drizzle-orm";
import { document } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { AccessedDocument } from "../access-document.server";
import { textsToRead } from "../texts-to-read.server";
import { documentHref } from "../views";
import { childrenOf } from "./shape";

/** What stands next to a text in the tree of its group. */
export interface Around {
  above: { title: string; href: string } | null;
  beneath: { id: string; title: string; href: string }[];
}

export const nothingAround: Around = { above: null, beneath: [] };

/** The texts right above and right beneath one that the actor reads, as far as they read these too. */
export async function readAround(ctx: Ctx, { document: { id, groupId, parentId }, relation, membership }: AccessedDocument): Promise<Around> {
  const { title, position, createdAt } = document;
  const rows = await ctx.db
    .select({ id: document.id, title, position, createdAt, parentId: document.parentId })
    .from(document)
    .where(and(or(eq(document.parentId, id), parentId ? eq(document.id, parentId) : undefined), textsToRead(ctx, new Map([[groupId, { relation: relation.group, membership }]]))))
    .limit(200);
  const above = rows.find((row) => row.id === parentId);
  const beneath = childrenOf(rows.filter((row) => row.id !== parentId).map((row) => ({ ...row, parentId: null, shown: true }))).get(null) ?? [];
  return {
    above: above ? { title: above.title, href: documentHref(above.id) } : null,
    beneath: beneath.map((row) => ({ id: row.id, title: row.title, href: documentHref(row.id) })),
  };
}
