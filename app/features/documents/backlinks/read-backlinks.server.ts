import { and, desc, eq } from "drizzle-orm";
import { document, documentLink } from "#db/schema/index";
import { loadRelations, readPlace, type Place } from "~/features/groups/index.server";
import { mayReadDocument } from "~/permissions/documents";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument, relationToDocument } from "../access-document.server";
import { documentColumns, isThere } from "../queries.server";
import { documentHref } from "../views";

export interface BacklinksPage {
  document: { id: string; title: string };
  place: Place;
  /** Texts that link to it, of all groups that the reader may read; the one written in last first. */
  texts: { id: string; title: string; href: string; group: string; changedAt: string }[];
  /** There may be more than these. */
  more: boolean;
}

const most = 200;

/** Which texts link to a text, as they were folded last: those alone that the actor may read. @throws AppError as `accessDocument`. */
export async function readBacklinks(ctx: Ctx, id: string): Promise<BacklinksPage> {
  const accessed = await accessDocument(ctx, id);
  const rows = await ctx.db
    .select(documentColumns)
    .from(documentLink)
    .innerJoin(document, eq(document.id, documentLink.fromId))
    .where(and(eq(documentLink.toId, id), isThere))
    .orderBy(desc(document.changedAt), document.id)
    .limit(most);
  const relations = await loadRelations(ctx, [ctx.actor.personId], rows.map((row) => row.groupId));
  const texts = rows.flatMap((row) => {
    const found = relations(ctx.actor.personId, row.groupId);
    if (!found || mayReadDocument(ctx.actor, relationToDocument(row, found)) !== true) return [];
    return [{ id: row.id, title: row.title, href: documentHref(row.id), group: found.group.name, changedAt: row.changedAt.toISOString() }];
  });
  return { document: { id, title: accessed.document.title }, place: await readPlace(ctx, accessed), texts, more: rows.length === most };
}
