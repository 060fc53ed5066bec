import { asc, inArray } from "drizzle-orm";
import { document } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { documentColumns, type DocumentRow } from "../queries.server";
import type { TreeRow } from "./shape";

export type TreeDocument = DocumentRow & TreeRow;

/** Whether readers see a text. */
export const isShownRow = ({ moderation, trashedAt }: Pick<DocumentRow, "moderation" | "trashedAt">): boolean => moderation === "visible" && trashedAt === null;

/**
 * All texts of some groups, also those that are not shown. Inside an action they are held until the commit, in ascending id:
 * of two who rearrange the same texts the second sees what the first did. @throws AppError `too_many_here` above the limit, inside an action.
 */
export async function readTreeRows(ctx: Ctx, groupIds: readonly string[]): Promise<TreeDocument[]> {
  const most = limits.documentsInTree * groupIds.length;
  const query = ctx.db.select(documentColumns).from(document).where(inArray(document.groupId, [...groupIds])).orderBy(asc(document.id)).limit(most + 1);
  const rows = ctx.writing ? await query.for("no key update") : await query;
  if (ctx.writing && rows.length > most) throw new AppError("too_many_here");
  return rows.map((row) => ({ ...row, shown: isShownRow(row) }));
}
