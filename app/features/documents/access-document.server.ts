import { accessGroup, type AccessedGroup } from "~/features/groups/index.server";
import { mayReadDocument, maySeeTrash, type DocumentRelation } from "~/permissions/documents";
import { actingRole } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineStreamAccess } from "~/platform/stream-access.server";
import { streamOfText } from "./document-stream.server";
import { findDocument, type DocumentRow } from "./queries.server";

export interface AccessedDocument extends Omit<AccessedGroup, "relation"> {
  document: DocumentRow;
  /** How the actor stands to it; `group` in it to the group. */
  relation: DocumentRelation;
}

/**
 * The only way to a shared text that somebody asked for. Inside an action its row is held until the commit. With `inTrash`
 * it may lie there too.
 * @throws AppError `not_found` when absent, hidden or not to be known of; `in_trash`, with the id of its group as
 * `group` for who finds it there; `join_group` or `sign_in` as the group says.
 */
export async function accessDocument(ctx: Ctx, id: string, { inTrash = false } = {}): Promise<AccessedDocument> {
  const found = await findDocument(ctx, id);
  if (!found) throw new AppError("not_found");
  // What grants the right first, the text last: whoever waits for it then waits for no other lock.
  const before = await accessGroup(ctx, found.groupId);
  const row = ctx.writing ? await findDocument(ctx, id, true) : found;
  if (!row) throw new AppError("not_found");
  // It may have come to another group in between.
  const { group, space, relation, membership } = row.groupId === found.groupId ? before : await accessGroup(ctx, row.groupId);
  const stands = relationToDocument(row, { relation, membership });
  const verdict = mayReadDocument(ctx.actor, inTrash ? { ...stands, trashed: false } : stands);
  if (verdict === "in_trash" && maySeeTrash(ctx.actor, relation) === true) throw new AppError(verdict, { values: { group: group.id } });
  if (verdict !== true) throw new AppError(verdict);
  return { document: row, group, space, membership, relation: stands };
}

/** How the actor stands to a group, and as whom. */
export type Stands = Pick<AccessedGroup, "relation" | "membership">;

/** How the actor stands to a text in a group that they stand to in a known way. */
export function relationToDocument(row: Pick<DocumentRow, "moderation" | "trashedAt" | "readBy" | "writtenBy" | "few">, { relation, membership }: Stands): DocumentRelation {
  const { moderation, trashedAt, readBy, writtenBy, few } = row;
  return { group: relation, moderation, trashed: trashedAt !== null, readBy, writtenBy, named: membership !== null && few.includes(membership.id) };
}

/** What every fact about a text says: where, and as what the actor did it. */
export function aboutFact(accessed: Pick<AccessedDocument, "document" | "relation">, object?: { kind: string; id: string }) {
  return { ...aboutText(accessed.document, object), role: actingRole(accessed.relation.group.space) };
}

/** The same of what nobody in particular did. */
export function aboutText(row: Pick<DocumentRow, "id" | "groupId" | "spaceId" | "readBy">, object: { kind: string; id: string } = { kind: "document", id: row.id }) {
  return { stream: streamOfText(row), spaceId: row.spaceId, groupId: row.groupId, object };
}

defineStreamAccess("document", async (ctx, id) => void (await accessDocument(ctx, id)));
