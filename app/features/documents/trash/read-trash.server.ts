import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { document, documentEdition } from "#db/schema/index";
import { accessGroup, readPlace, type Place } from "~/features/groups/index.server";
import { mayPutBackDocument, maySeeTrash, mayWithdrawEdition } from "~/permissions/documents";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { relationToDocument } from "../access-document.server";
import { documentColumns } from "../queries.server";
import { textsFor } from "../texts-to-read.server";
import { authorsIn } from "../show-documents.server";
import { documentHref, type Author } from "../views";
import { deletedFrom, isLate } from "./trash-document.server";

export interface TrashedText {
  id: string;
  title: string;
  by: Author | null;
  at: string;
  /** From when it is deleted. */
  until: string;
  /** Its words are deleted; its editions stand. */
  emptied: boolean;
  /** Where its editions can be withdrawn, for who may. */
  editions: string | null;
  may: { putBack: Verdict };
}

export interface TrashPage {
  place: Place;
  texts: TrashedText[];
  page: number;
  more: boolean;
  /** For how many days a text lies there. */
  days: number;
}

/**
 * What lies in the trash of a group, the last put there first; its words are not shown. Those who may withdraw editions also
 * see what is left of texts that were deleted but for their editions. @throws AppError as `accessGroup`, or the rule's code.
 */
export async function readTrash(ctx: Ctx, { groupId, page }: { groupId: string; page: number }): Promise<TrashPage> {
  const accessed = await accessGroup(ctx, groupId);
  const see = maySeeTrash(ctx.actor, accessed.relation);
  if (see !== true) throw new AppError(see);
  const withdraws = mayWithdrawEdition(ctx.actor, accessed.relation) === true;
  const size = limits.pageSize;
  const rows = await ctx.db
    .select(documentColumns)
    .from(document)
    .where(and(textsFor(ctx, new Map([[groupId, accessed]])), eq(document.moderation, "visible"), isNotNull(document.trashedAt), withdraws ? undefined : isNull(document.emptiedAt)))
    .orderBy(desc(document.trashedAt), document.id)
    .limit(size + 1)
    .offset((page - 1) * size);
  const author = await authorsIn(ctx, accessed.space.id, rows.flatMap((row) => row.trashedByActor ?? []));
  const published = await withEditions(ctx, withdraws ? rows.map(({ id }) => id) : []);
  const texts = rows.slice(0, size).map((row) => ({
    id: row.id,
    title: row.title,
    by: row.trashedByActor ? author(row.trashedByActor) : null,
    at: row.trashedAt!.toISOString(),
    until: deletedFrom(row.trashedAt!).toISOString(),
    emptied: row.emptiedAt !== null,
    editions: published.has(row.id) ? `${documentHref(row.id)}/openbaar` : null,
    may: { putBack: mayPutBackDocument(ctx.actor, relationToDocument(row, accessed), { byStaff: row.trashedByStaff, late: isLate(row, ctx) }) },
  }));
  return { place: await readPlace(ctx, accessed), texts, page, more: rows.length > size, days: limits.documentTrash / 86_400 };
}

/** Those of some texts that have an edition at its address. */
async function withEditions(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db.selectDistinct({ id: documentEdition.documentId }).from(documentEdition).where(and(inArray(documentEdition.documentId, ids), isNull(documentEdition.withdrawnAt)));
  return new Set(rows.map(({ id }) => id));
}
