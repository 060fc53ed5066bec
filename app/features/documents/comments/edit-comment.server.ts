import { desc, eq } from "drizzle-orm";
import { documentComment, documentCommentVersion } from "#db/schema/index";
import { readPlace, type Place, type SomeReaders } from "~/features/groups/index.server";
import { mayEditComment, mayReadCommentHistory } from "~/permissions/documents";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact } from "../access-document.server";
import { EditCommentInput } from "../input";
import { accessComment } from "./post-comment.server";
import { whoReadsText } from "../narrowing/who-reads-text.server";
import { showComments } from "../show-documents.server";
import { commentHref, type CommentView } from "../views";
import { commentEdited } from "./facts";
import { namedIn, tellOfComment } from "./tell-of-comment.server";

type Accessed = Awaited<ReturnType<typeof accessComment>>;
const mayEdit = (ctx: Pick<Ctx, "actor">, { relation, comment }: Accessed) => mayEditComment(ctx.actor, relation, { mine: ctx.actor.actorId !== null && comment.authorActor === ctx.actor.actorId, state: comment.state });

/**
 * Changes one's own remark; the words before are kept for those who run things. The same words again change nothing.
 * @throws AppError `stale` when they changed since `rev`; `closed`, `forbidden` … from the rule.
 */
export const editComment = defineAction({
  name: "document.edit-comment",
  input: EditCommentInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessComment(ctx, input.id),
  allow: (actor, loaded, { text, rev }) => {
    const verdict = mayEdit({ actor }, loaded);
    if (verdict !== true || text === loaded.comment.text) return verdict;
    return rev >= loaded.comment.wordsRev && rev <= loaded.comment.rev ? true : "stale";
  },
  run: async (ctx, { input: { text }, loaded, fact }) => {
    const { id, documentId, text: words, mentions: before, rev, wordsRev, editedAt, createdAt } = loaded.comment;
    if (text !== words) {
      const mentions = await namedIn(ctx, text, loaded.document);
      await ctx.db.insert(documentCommentVersion).values({ commentId: id, rev: wordsRev, text: words, mentions: before, at: editedAt ?? createdAt });
      await ctx.db.update(documentComment).set({ text, mentions, editedAt: ctx.now, rev: rev + 1, wordsRev: rev + 1 }).where(eq(documentComment.id, id));
      fact(commentEdited, { ...aboutFact(loaded, { kind: "document-comment", id }), data: { document: documentId } });
      await tellOfComment(ctx, { id, threadId: null, mentions }, { accessed: loaded, before, fact });
    }
    return { id, document: documentId };
  },
});

/** One's own remark, to change it. */
export interface CommentForm {
  id: string;
  text: string;
  rev: number;
  /** Back to where it stands. */
  href: string;
  title: string;
  place: Place;
  readers: SomeReaders;
}

/** @throws AppError as `accessComment`; the code of the rule for what the actor may not change. */
export async function readCommentForm(ctx: Ctx, params: { id: string }): Promise<CommentForm> {
  const accessed = await accessComment(ctx, addressId(params.id));
  const { comment, document } = accessed;
  const may = mayEdit(ctx, accessed);
  if (may !== true) throw new AppError(may);
  // People are called by their names of now.
  const [shown] = await showComments(ctx, document.spaceId, [comment]);
  return { id: comment.id, text: shown!.text, rev: comment.rev, href: commentHref(document.id, comment.id), title: document.title, place: await readPlace(ctx, accessed), readers: await whoReadsText(ctx, accessed) };
}

/** What a remark said, the newest words first; each with the moment at which they came. */
export interface CommentHistory extends Pick<CommentForm, "href" | "title" | "place"> {
  versions: { at: string; comment: CommentView }[];
}

/** @throws AppError as `accessComment`; `forbidden`, `not_found` from the rule. */
export async function readCommentHistory(ctx: Ctx, params: { id: string }): Promise<CommentHistory> {
  const accessed = await accessComment(ctx, addressId(params.id));
  const { comment, document, relation } = accessed;
  const may = mayReadCommentHistory(ctx.actor, relation, comment);
  if (may !== true) throw new AppError(may);
  const older = await ctx.db.select().from(documentCommentVersion).where(eq(documentCommentVersion.commentId, comment.id)).orderBy(desc(documentCommentVersion.rev));
  const words = [{ text: comment.text, mentions: comment.mentions, at: comment.editedAt ?? comment.createdAt }, ...older];
  const shown = await showComments(ctx, document.spaceId, words.map(({ text, mentions }) => ({ ...comment, text, mentions })));
  return {
    href: commentHref(document.id, comment.id),
    title: document.title,
    place: await readPlace(ctx, accessed),
    versions: words.map(({ at }, index) => ({ at: at.toISOString(), comment: shown[index]! })),
  };
}
