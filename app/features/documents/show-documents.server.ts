import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { documentComment } from "#db/schema/index";
import { loadRelations } from "~/features/groups/index.server";
import { showPeople, type ShownPerson } from "~/features/spaces/index.server";
import { mayReadDocument } from "~/permissions/documents";
import type { Ctx } from "~/platform/ctx.server";
import { defineEntity, type Entity } from "~/platform/entities.server";
import { parseStream } from "~/platform/streams";
import { defineThing } from "~/platform/things.server";
import { relationToDocument } from "./access-document.server";
import { findDocuments, type DocumentRow } from "./queries.server";
import type { CommentRow } from "./post-comment.server";
import { documentHref, type Author, type CommentView, type DocumentView } from "./views";

/** A revision above every real one, for what is no longer in the database at all. */
const goneForGood = 2 ** 31 - 1;

/** A text as everyone who may read it sees it, without its content. */
export function showDocument(row: DocumentRow): DocumentView {
  const { id, rev, title, licence } = row;
  return { kind: "document", id, rev, group: row.groupId, title, licence, changedAt: row.changedAt.toISOString() };
}

/** Actors as this reader may see them in a leerplek. */
export async function authorsIn(ctx: Ctx, spaceId: string, actorIds: string[]): Promise<(actorId: string) => Author> {
  const shown = await showPeople(ctx, spaceId, actorIds);
  return (actorId) => toAuthor(shown.get(actorId)!);
}

function toAuthor({ membershipId, shownName, staff }: ShownPerson): Author {
  return { id: membershipId, name: shownName, staff: staff ? `${staff.function}, ${staff.organisation}` : null };
}

/** Remarks under a text, oldest first; those that are gone leave a marker without words. */
export async function showComments(ctx: Ctx, spaceId: string, rows: CommentRow[]): Promise<CommentView[]> {
  const author = await authorsIn(ctx, spaceId, rows.map((row) => row.authorActor));
  return rows.map((row) => {
    const visible = row.state === "visible";
    const { id, rev } = row;
    return {
      kind: "document-comment",
      id,
      rev,
      document: row.documentId,
      // Whose remark was taken away is nobody's business.
      author: visible ? author(row.authorActor) : { id: null, name: "", staff: null },
      text: visible ? row.text : "",
      at: row.createdAt.toISOString(),
      ...(row.state === "visible" ? {} : { gone: row.state }),
    };
  });
}

/** The remarks of a text; those that their author took back are left out. */
export async function commentsOf(ctx: Ctx, documentId: string): Promise<CommentRow[]> {
  return ctx.db
    .select()
    .from(documentComment)
    .where(and(eq(documentComment.documentId, documentId), ne(documentComment.state, "removed")))
    .orderBy(asc(documentComment.createdAt), asc(documentComment.id))
    .limit(500);
}

defineEntity("document", async (ctx, ids, stream) => {
  const rows = await findDocuments(ctx, ids);
  return ids.map((id) => place(id, rows.get(id), stream) ?? { ...showDocument(rows.get(id)!) });
});

defineEntity("document-comment", async (ctx, ids, stream) => {
  const rows = new Map((await ctx.db.select().from(documentComment).where(inArray(documentComment.id, ids))).map((row) => [row.id, row]));
  const documents = await findDocuments(ctx, [...rows.values()].map((row) => row.documentId));
  const shown = new Map<string, CommentView>();
  for (const row of rows.values()) {
    const parent = documents.get(row.documentId)!;
    for (const view of await showComments(ctx, parent.spaceId, [row])) shown.set(view.id, view);
  }
  return ids.map((id) => {
    const row = rows.get(id);
    const elsewhere = place(id, row && documents.get(row.documentId), stream);
    if (elsewhere) return { ...elsewhere, kind: "document-comment", rev: row?.rev ?? goneForGood };
    return { ...shown.get(id)! };
  });
});

/** Why a text is not to be seen in this stream; null when it is. */
function place(id: string, row: DocumentRow | undefined, stream: string): Entity | null {
  if (!row) return { kind: "document", id, rev: goneForGood, gone: "removed" };
  const parsed = parseStream(stream);
  const inGroup = parsed?.kind === "group" && parsed.id === row.groupId;
  if (!inGroup && !(parsed?.kind === "document" && parsed.id === id)) return { kind: "document", id, rev: row.rev, gone: "moved" };
  return row.moderation === "visible" ? null : { kind: "document", id, rev: row.rev, gone: row.moderation };
}

defineThing("document", async (ctx, ids) => {
  const rows = [...(await findDocuments(ctx, ids)).values()];
  const relations = await loadRelations(ctx, [ctx.actor.personId], rows.map((row) => row.groupId));
  return rows.flatMap((row) => {
    const group = relations(ctx.actor.personId, row.groupId)?.relation;
    if (!group || mayReadDocument(ctx.actor, relationToDocument(row, group)) !== true) return [];
    return [{ kind: "document", id: row.id, spaceId: row.spaceId, title: row.title, href: documentHref(row.id) }];
  });
});
