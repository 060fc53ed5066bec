import { eq, sql } from "drizzle-orm";
import { documentComment } from "#db/schema/index";
import { mayResolveComment } from "~/permissions/documents";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact } from "../access-document.server";
import { ResolveCommentInput } from "../input";
import { accessComment } from "./post-comment.server";
import { commentResolved } from "./facts";

/**
 * Says that a thread is done with, or opens it again: for everyone who may write a remark. Doing it again changes nothing.
 * @throws AppError `not_found` for an answer or for what is gone, or the rule's code.
 */
export const resolveComment = defineAction({
  name: "document.resolve-comment",
  input: ResolveCommentInput,
  limit: perPerson(60, "minute"),
  load: (ctx, input) => accessComment(ctx, input.id),
  allow: (actor, { relation, comment }) => mayResolveComment(actor, relation, { isThread: comment.threadId === null && comment.state === "visible" }),
  run: async (ctx, { input: { resolved }, loaded, fact }) => {
    const { comment } = loaded;
    if ((comment.resolvedAt !== null) !== resolved) {
      const now = resolved ? { resolvedAt: ctx.now, resolvedByActor: ctx.actor.actorId } : { resolvedAt: null, resolvedByActor: null };
      await ctx.db.update(documentComment).set({ ...now, rev: sql`${documentComment.rev} + 1` }).where(eq(documentComment.id, comment.id));
      fact(commentResolved, { ...aboutFact(loaded, { kind: "document-comment", id: comment.id }), data: { document: comment.documentId, resolved } });
    }
    return { id: comment.id, document: comment.documentId };
  },
});
