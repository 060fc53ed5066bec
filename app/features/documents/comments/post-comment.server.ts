import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { documentComment, documentCommentVersion } from "#db/schema/index";
import { mayComment, mayRemoveComment } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDocument, type AccessedDocument } from "../access-document.server";
import { namedIn, tellOfComment } from "./tell-of-comment.server";
import { commentPosted, commentRemoved } from "../facts";
import { PostCommentInput, RemoveCommentInput } from "../input";
import { askState } from "../writing/join-document.server";

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
 * Writes a remark under a text, on a passage of it, or in answer to another; works as a plain form. Sending it again with
 * the same id and words gives the first. @throws AppError `already_done` when the id was used for something else, `stale`
 * when the passage is not in the text as it is stored, or the rule's code.
 */
export const postComment = defineAction({
  name: "document.comment",
  input: PostCommentInput,
  limit: perPerson(30, "minute"),
  prepare: (ctx, input) => readAnchor(ctx, input),
  load: async (ctx, input) => {
    const accessed = await accessDocument(ctx, input.document);
    return { ...accessed, earlier: (await findComment(ctx, input.id)) ?? null, answered: input.thread ? ((await findComment(ctx, input.thread)) ?? null) : null };
  },
  allow: (actor, { relation, earlier, answered }, input) => {
    if (!earlier) return mayComment(actor, relation, input.thread ? { isThread: answered?.documentId === input.document && answered.threadId === null && answered.state === "visible" } : null);
    const { authorActor, documentId, text, threadId } = earlier;
    return authorActor === actor.actorId && documentId === input.document && text === input.text && threadId === (input.thread ?? null) ? true : "already_done";
  },
  run: async (ctx, { input, loaded, prepared: anchor, fact }) => {
    if (loaded.earlier) return { id: input.id, document: input.document };
    const { id, document: documentId, text, thread: threadId = null } = input;
    const mentions = await namedIn(ctx, text, loaded.document);
    const made = await ctx.db
      .insert(documentComment)
      .values({ id, documentId, text, threadId, mentions, ...anchor, authorActor: ctx.actor.actorId!, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: documentComment.id });
    if (made.length === 0) throw new AppError("already_done");
    fact(commentPosted, { ...aboutFact(loaded, { kind: "document-comment", id }), data: { document: documentId } });
    await tellOfComment(ctx, { id, threadId, mentions }, { accessed: loaded, fact });
    return { id, document: documentId };
  },
});

/** The passage as it is kept: where it is, and the words that the server finds there. */
async function readAnchor(ctx: Ctx, { document, thread, start, end }: z.infer<typeof PostCommentInput>) {
  if (!start || !end || thread) return null;
  await accessDocument(ctx, document);
  const { answer: quote } = await askState(ctx, document, "passage", { document, start, end });
  if (quote === null) throw new AppError("stale");
  return { anchorStart: Buffer.from(start), anchorEnd: Buffer.from(end), quote };
}

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
      await ctx.db.update(documentComment).set({ text: "", mentions: null, state: "removed", rev: sql`${documentComment.rev} + 1` }).where(eq(documentComment.id, comment.id));
      await ctx.db.delete(documentCommentVersion).where(eq(documentCommentVersion.commentId, comment.id));
      fact(commentRemoved, { ...aboutFact(loaded, { kind: "document-comment", id: comment.id }), data: { document: comment.documentId } });
    }
    return { document: comment.documentId };
  },
});
