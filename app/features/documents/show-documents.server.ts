import { and, asc, eq, exists, inArray, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { documentComment } from "#db/schema/index";
import { loadRelations } from "~/features/groups/index.server";
import { rename } from "~/features/groups/mentions/rename-mentions";
import { showPeople, type ShownPerson } from "~/features/spaces/index.server";
import { mayReadDocument } from "~/permissions/documents";
import type { Ctx } from "~/platform/ctx.server";
import { defineEntity, type Entity } from "~/platform/entities.server";
import { parseStream } from "~/platform/streams";
import { defineThing } from "~/platform/things.server";
import { relationToDocument } from "./access-document.server";
import { findDocuments, type DocumentRow } from "./queries.server";
import type { CommentRow } from "./comments/post-comment.server";
import { documentHref, type Author, type CommentView, type DocumentView } from "./views";

/** A revision above every real one, for what is no longer in the database at all. */
const goneForGood = 2 ** 31 - 1;

/** A text as everyone who may read it sees it, without its content. */
export function showDocument(row: DocumentRow): DocumentView {
  const { id, rev, title, licence, audience, minutes, language } = row;
  return { kind: "document", id, rev, group: row.groupId, title, licence, audience, minutes, language, changedAt: row.changedAt.toISOString() };
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
  const people = rows.flatMap((row) => [row.authorActor, row.resolvedByActor, ...(row.mentions ?? []).map((one) => one.actor)]);
  const author = await authorsIn(ctx, spaceId, [...new Set(people.filter((one) => one !== null))]);
  return rows.map((row) => {
    const visible = row.state === "visible";
    const { anchorStart: start, anchorEnd: end, resolvedAt, resolvedByActor } = row;
    const { id, rev } = row;
    return {
      kind: "document-comment",
      id,
      rev,
      document: row.documentId,
      // Whose remark was taken away is nobody's business.
      author: visible ? author(row.authorActor) : { id: null, name: "", staff: null },
      text: visible ? rename(row.text, row.mentions ?? [], ({ actor }) => (actor ? `@${author(actor).name}` : null)).text : "",
      at: row.createdAt.toISOString(),
      edited: visible ? (row.editedAt?.toISOString() ?? null) : null,
      thread: row.threadId,
      passage: start && end ? { quote: row.quote, start: start.toString("base64"), end: end.toString("base64") } : null,
      resolved: resolvedAt && resolvedByActor ? { by: author(resolvedByActor), at: resolvedAt.toISOString() } : null,
      ...(row.state === "visible" ? {} : { gone: row.state }),
    };
  });
}

/** The remarks of a text; those that their author took back are left out, unless somebody answered them. */
export async function commentsOf(ctx: Ctx, documentId: string): Promise<CommentRow[]> {
  const answer = alias(documentComment, "answer");
  const answers = ctx.db.select({ id: answer.id }).from(answer).where(and(eq(answer.threadId, documentComment.id), ne(answer.state, "removed")));
  return ctx.db
    .select()
    .from(documentComment)
    .where(and(eq(documentComment.documentId, documentId), or(ne(documentComment.state, "removed"), exists(answers))))
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
  // Its own stream tells those who still read it.
  if (inGroup && row.readBy !== "group") return { kind: "document", id, rev: row.rev, gone: "narrowed" };
  if (!inGroup && !(parsed?.kind === "document" && parsed.id === row.id)) return { kind: "document", id, rev: row.rev, gone: "moved" };
  if (row.moderation === "visible") return row.trashedAt === null ? null : { kind: "document", id, rev: row.rev, gone: "removed" };
  return { kind: "document", id, rev: row.rev, gone: row.moderation };
}

defineThing("document", async (ctx, ids) => {
  const rows = [...(await findDocuments(ctx, ids)).values()];
  const relations = await loadRelations(ctx, [ctx.actor.personId], rows.map((row) => row.groupId));
  return rows.flatMap((row) => {
    const found = relations(ctx.actor.personId, row.groupId);
    if (!found || mayReadDocument(ctx.actor, relationToDocument(row, found)) !== true) return [];
    return [{ kind: "document", id: row.id, spaceId: row.spaceId, title: row.title, href: documentHref(row.id) }];
  });
});
