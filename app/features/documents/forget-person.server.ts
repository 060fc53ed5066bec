import { and, count, eq, inArray, ne, sql } from "drizzle-orm";
import { document, documentComment, documentCommentVersion, documentEdition, documentNaming, documentPublication, documentWriter, type StoredMention } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import { rename } from "~/features/groups/mentions/rename-mentions";
import type { Ctx } from "~/platform/ctx.server";
import { nameAnew } from "./editions/answer-naming.server";
import { commentWords } from "./comments/words";
import { streamOfText } from "./document-stream.server";
import { wordsOfSomebodyChanged } from "./facts";
import { withOwnTitles } from "./narrowing/own-titles.server";
import { countPicturesOf, downloadPictures, removePicturesOf } from "./pictures/forget-pictures.server";
import { documentWords } from "./words";

async function commentsOfActor(ctx: Ctx, actorId: string) {
  return ctx.db
    .select({ comment: documentComment, title: document.title, id: document.id, groupId: document.groupId, spaceId: document.spaceId, readBy: document.readBy })
    .from(documentComment)
    .innerJoin(document, eq(document.id, documentComment.documentId))
    .where(and(eq(documentComment.authorActor, actorId), ne(documentComment.text, "")))
    .orderBy(documentComment.createdAt, documentComment.id);
}

/** What their remarks said before they changed them. */
async function versionsOfActor(ctx: Ctx, actorId: string) {
  return ctx.db
    .select({ id: document.id, text: documentCommentVersion.text, at: documentCommentVersion.at, title: document.title })
    .from(documentCommentVersion)
    .innerJoin(documentComment, eq(documentComment.id, documentCommentVersion.commentId))
    .innerJoin(document, eq(document.id, documentComment.documentId))
    .where(eq(documentComment.authorActor, actorId))
    .orderBy(documentCommentVersion.at, documentComment.id);
}

async function textsOfActor(ctx: Ctx, actorId: string) {
  return ctx.db
    .select({ id: document.id, title: document.title, lastAt: documentWriter.lastAt })
    .from(documentWriter)
    .innerJoin(document, eq(document.id, documentWriter.documentId))
    .where(eq(documentWriter.actorId, actorId))
    .orderBy(documentWriter.lastAt);
}

/** Announcements in which this person was asked for their name. */
async function namingsOfPerson(ctx: Ctx, personId: string) {
  return ctx.db
    .select({ naming: documentNaming, publicationId: documentPublication.id, id: document.id, title: document.title, spaceId: document.spaceId })
    .from(documentNaming)
    .innerJoin(documentPublication, eq(documentPublication.id, documentNaming.publicationId))
    .innerJoin(document, eq(document.id, documentPublication.documentId))
    .where(eq(documentNaming.personId, personId));
}

async function countEditionsNaming(ctx: Ctx, personId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(documentNaming)
    .innerJoin(documentEdition, eq(documentEdition.publicationId, documentNaming.publicationId))
    .where(and(eq(documentNaming.personId, personId), eq(documentNaming.agreed, true)));
  return row!.count;
}

defineErasure({
  feature: "documents",
  describe: async (ctx, { actorId, personId }) => {
    const t = documentWords.for(ctx.language);
    return [
      { what: t("erasure_texts"), count: (await textsOfActor(ctx, actorId)).length, fate: "stays" },
      { what: t("erasure_comments"), count: (await commentsOfActor(ctx, actorId)).length, fate: "choice" },
      { what: commentWords.for(ctx.language)("versions"), count: (await versionsOfActor(ctx, actorId)).length, fate: "goes" },
      { what: t("erasure_pictures"), count: await countPicturesOf(ctx, actorId), fate: "choice" },
      { what: t("erasure_names"), count: await countEditionsNaming(ctx, personId), fate: "goes" },
    ];
  },
  erase: async (ctx, { actorId, personId, keepWords, fact }) => {
    const comments = await commentsOfActor(ctx, actorId);
    if (!keepWords && comments.length > 0) {
      await ctx.db
        .update(documentComment)
        .set({ text: "", mentions: null, state: "removed", rev: sql`${documentComment.rev} + 1` })
        .where(inArray(documentComment.id, comments.map(({ comment }) => comment.id)));
    }
    await ctx.db.delete(documentCommentVersion).where(inArray(documentCommentVersion.commentId, ctx.db.select({ id: documentComment.id }).from(documentComment).where(eq(documentComment.authorActor, actorId))));
    if (!keepWords) await removePicturesOf(ctx, actorId);
    const places = new Map(comments.map((row) => [streamOfText(row), row]));
    for (const [stream, { groupId, spaceId }] of places) fact(wordsOfSomebodyChanged, { stream, spaceId, groupId, data: { removed: !keepWords } });
    await forgetMentions(ctx, actorId);
    // The rows go with the person; the names on editions must go first.
    const namings = await namingsOfPerson(ctx, personId);
    await ctx.db.update(documentNaming).set({ agreed: null, name: null }).where(eq(documentNaming.personId, personId));
    for (const { publicationId, spaceId, naming } of namings) if (naming.agreed) await nameAnew(ctx, { id: publicationId, spaceId }, fact);
  },
});

/** Takes the name out of remarks of others that spoke to them. */
async function forgetMentions(ctx: Ctx, actorId: string): Promise<void> {
  const speakingTo = JSON.stringify([{ actor: actorId }]);
  const without = (text: string, mentions: StoredMention[] | null) => rename(text, mentions ?? [], (one) => (one.actor === actorId ? "@…" : null));
  const named = await ctx.db.select().from(documentComment).where(sql`${documentComment.mentions} @> ${speakingTo}::jsonb`).orderBy(documentComment.id);
  for (const { id, text, mentions } of named) {
    await ctx.db
      .update(documentComment)
      .set({ ...without(text, mentions), rev: sql`${documentComment.rev} + 1` })
      .where(eq(documentComment.id, id));
  }
  const before = await ctx.db.select().from(documentCommentVersion).where(sql`${documentCommentVersion.mentions} @> ${speakingTo}::jsonb`);
  for (const { commentId, rev, text, mentions } of before) {
    await ctx.db.update(documentCommentVersion).set(without(text, mentions)).where(and(eq(documentCommentVersion.commentId, commentId), eq(documentCommentVersion.rev, rev)));
  }
}

defineDownload({
  feature: "documents",
  collect: async (ctx, { actorId, personId }): Promise<DownloadPart[]> => {
    const t = documentWords.for(ctx.language);
    const titled = <T extends { id: string; title: string }>(rows: T[]) => withOwnTitles(ctx, { personId, actorId }, rows);
    const [comments, texts, namings] = [await titled(await commentsOfActor(ctx, actorId)), await titled(await textsOfActor(ctx, actorId)), await titled(await namingsOfPerson(ctx, personId))];
    return [
      {
        key: "textsWrittenIn",
        title: t("download_texts"),
        rows: texts.map(({ title, lastAt }) => ({ title, lastAt: lastAt.toISOString() })),
        columns: { title: t("title"), lastAt: t("download_last") },
      },
      {
        key: "commentsOnTexts",
        title: t("download_comments"),
        rows: comments.map(({ comment, title }) => ({ title, passage: comment.quote, text: comment.text, createdAt: comment.createdAt.toISOString() })),
        columns: { title: t("title"), passage: t("thread_passage"), text: t("comment"), createdAt: t("download_at") },
      },
      {
        key: "commentsBeforeTheyChanged",
        title: commentWords.for(ctx.language)("versions"),
        rows: (await titled(await versionsOfActor(ctx, actorId))).map(({ title, text, at }) => ({ title, text, createdAt: at.toISOString() })),
        columns: { title: t("title"), text: t("comment"), createdAt: t("download_at") },
      },
      await downloadPictures(ctx, { personId, actorId }, { title: t("download_pictures"), columns: { title: t("title"), at: t("download_at"), address: t("download_address") } }),
      {
        key: "namesOnLearningMaterial",
        title: t("download_names"),
        rows: namings.map(({ title, naming }) => ({ title, agreed: naming.agreed, name: naming.name, answeredAt: naming.answeredAt?.toISOString() ?? null })),
        columns: { title: t("title"), agreed: t("download_agreed"), name: t("download_name"), answeredAt: t("download_at") },
      },
    ];
  },
});
