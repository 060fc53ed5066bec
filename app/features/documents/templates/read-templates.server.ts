import { asc, eq } from "drizzle-orm";
import { document, documentTemplate } from "#db/schema/index";
import { accessGroup, readableGroups } from "~/features/groups/index.server";
import { mayUseTemplate } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { relationToDocument } from "../access-document.server";
import type { ContentNode } from "../content";
import { documentColumns, findDocument, type DocumentRow } from "../queries.server";
import { textsToRead } from "../texts-to-read.server";

/** A template of a leerplek in a list. */
export interface TemplateInShort {
  id: string;
  title: string;
  /** What begins with it has a licence that this one's allows. */
  licence: string;
  /** Name of the only group in which it may begin a text; null for any. */
  onlyIn: string | null;
}

/** Templates of a leerplek with which the actor may begin a text in one of these groups, by title. */
export async function listTemplates(ctx: Ctx, spaceId: string, groupIds: readonly string[]): Promise<TemplateInShort[]> {
  const readable = await readableGroups(ctx, { spaceId });
  if (readable.size === 0) return [];
  const rows = await ctx.db
    .select({ row: documentColumns, title: documentTemplate.title, licence: documentTemplate.licence })
    .from(documentTemplate)
    .innerJoin(document, eq(document.id, documentTemplate.documentId))
    .where(textsToRead(ctx, readable))
    .orderBy(asc(documentTemplate.title), asc(document.id))
    .limit(100);
  return rows.flatMap(({ row, title, licence }) => {
    const loaded = readable.get(row.groupId)!;
    if (mayUseTemplate(ctx.actor, relationToDocument(row, loaded), { sameGroup: groupIds.includes(row.groupId) }) !== true) return [];
    return [{ id: row.id, title, licence, onlyIn: loaded.group.visibility === "public" ? null : loaded.group.name }];
  });
}

/**
 * The template that a text is, as what begins a text in a group, without what it says. @throws AppError `not_found` when it
 * is none, `wider_audience` when more people read that group, or what the group of the template says.
 */
export async function accessTemplate(ctx: Ctx, id: string, groupId: string): Promise<{ source: DocumentRow; licence: string }> {
  const source = await findDocument(ctx, id);
  if (!source) throw new AppError("not_found");
  const verdict = mayUseTemplate(ctx.actor, relationToDocument(source, await accessGroup(ctx, source.groupId)), { sameGroup: source.groupId === groupId });
  if (verdict !== true) throw new AppError(verdict);
  const [row] = await ctx.db.select({ licence: documentTemplate.licence }).from(documentTemplate).where(eq(documentTemplate.documentId, id));
  if (!row) throw new AppError("not_found");
  return { source, licence: row.licence };
}

/** What a template says. The caller saw to it that the actor may use it. @throws AppError `not_found` when it was taken back at this very moment. */
export async function contentOf(ctx: Ctx, id: string): Promise<ContentNode> {
  const [row] = await ctx.db.select({ content: documentTemplate.content }).from(documentTemplate).where(eq(documentTemplate.documentId, id));
  if (!row) throw new AppError("not_found");
  return row.content as unknown as ContentNode;
}

/** Since when a text is a template; null when it is none. */
export async function templateSince(ctx: Ctx, documentId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ madeAt: documentTemplate.madeAt }).from(documentTemplate).where(eq(documentTemplate.documentId, documentId));
  return row?.madeAt.toISOString() ?? null;
}
