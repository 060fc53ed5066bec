import { asc, inArray } from "drizzle-orm";
import { document } from "#db/schema/index";
import type { AccessedGroup } from "~/features/groups/index.server";
import { mayReadDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { relationToDocument } from "../access-document.server";
import { documentColumns, type DocumentRow } from "../queries.server";
import type { TreeRow } from "./shape";

export type TreeDocument = DocumentRow & TreeRow;

/**
 * All texts of some groups, also those that are not shown to the actor, who may read inside these groups. Inside an action they are held until the commit, in ascending id:
 * of two who rearrange the same texts the second sees what the first did. @throws AppError `too_many_here` above the limit, inside an action.
 */
export async function readTreeRows(ctx: Ctx, groups: readonly AccessedGroup[]): Promise<TreeDocument[]> {
  const stands = new Map(groups.map((one) => [one.group.id, one]));
  const most = limits.documentsInTree * stands.size;
  const query = ctx.db.select(documentColumns).from(document).where(inArray(document.groupId, [...stands.keys()])).orderBy(asc(document.id)).limit(most + 1);
  const rows = ctx.writing ? await query.for("no key update") : await query;
  if (ctx.writing && rows.length > most) throw new AppError("too_many_here");
  return rows.map((row) => ({ ...row, shown: mayReadDocument(ctx.actor, relationToDocument(row, stands.get(row.groupId)!)) === true }));
}
