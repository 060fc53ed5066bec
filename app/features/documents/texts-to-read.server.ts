import { and, arrayOverlaps, eq, inArray, or, type SQL } from "drizzle-orm";
import { document } from "#db/schema/index";
import { mayReadDocument } from "~/permissions/documents";
import type { DocumentAccess } from "~/permissions/document-access";
import type { Ctx } from "~/platform/ctx.server";
import type { Stands } from "./access-document.server";
import { isThere } from "./queries.server";

/**
 * For statements about texts: those of some groups that the actor may read, each judged by the very rule that opens it. The
 * groups are those whose inside they may read, by id, with how they stand to them; without any it finds nothing.
 */
export function textsToRead(ctx: Pick<Ctx, "actor">, groups: ReadonlyMap<string, Stands>): SQL {
  return and(isThere, textsFor(ctx, groups))!;
}

/** The same, also of those that are not there to be read: hidden, or in the trash. */
export function textsFor(ctx: Pick<Ctx, "actor">, groups: ReadonlyMap<string, Stands>): SQL {
  const where = (access: DocumentAccess) => {
    const ids = [...groups].filter(([, { relation }]) => mayReadDocument(ctx.actor, { ...access, group: relation, moderation: "visible", trashed: false }) === true).map(([id]) => id);
    return inArray(document.groupId, ids);
  };
  const mine = [...new Set([...groups.values()].flatMap(({ membership }) => membership?.id ?? []))];
  return or(
    and(eq(document.readBy, "group"), where({ readBy: "group", writtenBy: "group", named: false })),
    and(eq(document.readBy, "members"), where({ readBy: "members", writtenBy: "group", named: false })),
    and(eq(document.readBy, "few"), where({ readBy: "few", writtenBy: "few", named: false })),
    mine.length > 0 ? and(eq(document.readBy, "few"), arrayOverlaps(document.few, mine), where({ readBy: "few", writtenBy: "few", named: true })) : undefined,
  )!;
}
