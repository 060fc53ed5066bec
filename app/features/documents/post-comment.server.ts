import { eq, sql } from "drizzle-orm";
import { documentComment } from "#db/schema/index";
import { mayComment, mayRemoveComment } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDocument, type AccessedDocument } from "./access-document.server";
import { commentPosted, commentRemoved } from "./facts";
import { PostCommentInput, RemoveCommentInput } from "./input";

export type CommentRow = typeof documentComment.$inferSelect;

/** A remark by id. */
export async function findComment(ctx: Ctx, id: string, hold = false): Promise<CommentRow | undefined> {
  const query = ctx.db.select().from(documentComment).where(eq(documentComment.id, id));
  return (hold ? await query.for("update") : await query)[0];
}

/** A remark through its text. @throws AppError as `accessDocument`, and `not_found` for an absent remark. */
export async function accessComment(ctx: Ctx, id: string): Promise<AccessedDocument & { comment: CommentRow }> {
  const found = await findComment(ctx, id);
  if (!found) throw new AppError("not_found");
  const accessed = await accessDocument(ctx, found.documentId);
  const comment = ctx.writing ? await findComment(ctx, id, true) : found;
  if (!comment) throw new AppError("not_found");
  return { ...accessed, comment };
}

/**
 * Writes a remark under a text; works as a plain form. Sending it again with the same id and words gives the first.
 * @throws AppError `already_done` when the id was used for something else, or the rule's code.
 */
export const postComment = defineAction({
  name: "document.comment",
  input: PostCommentInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => ({ ...(await accessDocument(ctx, input.document)), earlier: (await findComment(ctx, input.id)) ?? null }),
  allow: (actor, loaded, input) => {
    if (!loaded.earlier) return mayComment(actor, loaded.relation);
    const { authorActor, documentId, text } = loaded.earlier;
    return authorActor === actor.actorId && documentId === input.document && text === input.text ? true : "already_done";
  },
  run: async (ctx, { input, loaded, fact }) => {
    if (loaded.earlier) return { id: input.id, document: input.document };
    const { id, document: documentId, text } = input;
    const made = await ctx.db
      .insert(documentComment)
      .values({ id, documentId, text, authorActor: ctx.actor.actorId!, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: documentComment.id });
    if (made.length === 0) throw new AppError("already_done");
    fact(commentPosted, { ...aboutFact(loaded, { kind: "document-comment", id }), data: { document: documentId } });
    return { id, document: documentId };
  },
});

/** Takes one's own remark back: its words go for good; a marker keeps its place. Doing it again changes nothing. */
export const removeComment = defineAction({
  name: "document.remove-comment",
  input: RemoveCommentInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessComment(ctx, input.id),
  allow: (actor, { relation, comment }) => mayRemoveComment(actor, relation, { mine: actor.actorId !== null && comment.authorActor === actor.actorId }),
  run: async (ctx, { loaded, fact }) => {
    const { comment } = loaded;
    if (comment.state !== "removed" || comment.text !== "") {
      await ctx.db.update(documentComment).set({ text: "", state: "removed", rev: sql`${documentComment.rev} + 1` }).where(eq(documentComment.id, comment.id));
      fact(commentRemoved, { ...aboutFact(loaded, { kind: "document-comment", id: comment.id }), data: { document: comment.documentId } });
    }
    return { document: comment.documentId };
  },
});
