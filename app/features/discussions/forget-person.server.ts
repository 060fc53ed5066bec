import { and, asc, count, eq, inArray, ne, or, sql } from "drizzle-orm";
import { discussion, message, messageReaction, messageTakenBack, messageVersion, questionSupport, readingPosition } from "#db/schema/index";
import { defineDownload, defineErasure } from "~/features/accounts/index.server";
import { groupStream } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { authorGone } from "./facts";
import { rename } from "~/features/groups/mentions/rename-mentions";
import { downloadPictures } from "./pictures/download-pictures.server";
import { discussionHref, messageHref } from "./views";
import { discussionWords } from "./words";

const written = (actorId: string) => and(eq(message.authorActor, actorId), ne(message.text, ""));
const typed = (actorId: string) => and(eq(message.typedByActor, actorId), ne(message.text, ""));
const started = (actorId: string) => and(eq(discussion.authorActor, actorId), ne(discussion.title, ""));
const summed = (actorId: string) => and(eq(discussion.closedByActor, actorId), ne(discussion.summary, ""));

defineErasure({
  feature: "discussions",
  describe: async (ctx, { actorId }) => {
    const t = discussionWords.for(ctx.language);
    const [messages] = await ctx.db.select({ n: count() }).from(message).where(written(actorId));
    const [titles] = await ctx.db.select({ n: count() }).from(discussion).where(started(actorId));
    const [joined] = await ctx.db.select({ n: count() }).from(questionSupport).where(eq(questionSupport.actorId, actorId));
    const [reactions] = await ctx.db.select({ n: count() }).from(messageReaction).where(eq(messageReaction.actorId, actorId));
    const [versions] = await ctx.db.select({ n: count() }).from(messageVersion).innerJoin(message, eq(message.id, messageVersion.messageId)).where(eq(message.authorActor, actorId));
    const [summaries] = await ctx.db.select({ n: count() }).from(discussion).where(summed(actorId));
    const [forOthers] = await ctx.db.select({ n: count() }).from(message).where(typed(actorId));
    return [
      { what: t("erasure_messages"), count: messages?.n ?? 0, fate: "choice" },
      { what: t("erasure_versions"), count: versions?.n ?? 0, fate: "goes" },
      { what: t("erasure_titles"), count: titles?.n ?? 0, fate: "choice" },
      { what: t("erasure_summaries"), count: summaries?.n ?? 0, fate: "choice" },
      { what: t("erasure_support"), count: joined?.n ?? 0, fate: "stays" },
      { what: t("erasure_reactions"), count: reactions?.n ?? 0, fate: "stays" },
      { what: t("erasure_typed"), count: forOthers?.n ?? 0, fate: "stays" },
    ];
  },
  erase: async (ctx, { actorId, keepWords, fact }) => {
    const places = await placesOf(ctx, actorId);
    if (!keepWords) {
      // The search forgets with the row: its vectors are made from these columns.
      await ctx.db.update(message).set({ text: "", mentions: null, picture: null, state: "removed", rev: sql`${message.rev} + 1` }).where(written(actorId));
      await ctx.db.update(discussion).set({ title: "", rev: sql`${discussion.rev} + 1` }).where(started(actorId));
    }
    // What they said before they changed their mind, or took back, nobody needs to know any more.
    const theirs = ctx.db.select({ id: message.id }).from(message).where(eq(message.authorActor, actorId));
    for (const table of [messageVersion, messageTakenBack]) await ctx.db.delete(table).where(inArray(table.messageId, theirs));
    if (!keepWords) await ctx.db.update(discussion).set({ summary: "", rev: sql`${discussion.rev} + 1` }).where(summed(actorId));
    await forgetMentions(ctx, actorId);
    for (const { groupId, spaceId } of places) fact(authorGone, { stream: groupStream(groupId), spaceId, groupId, data: { tookWords: !keepWords } });
  },
});

/** Takes the name out of what others wrote to them. Who looks at it learns that from the facts about the member. */
async function forgetMentions(ctx: Ctx, actorId: string): Promise<void> {
  const rows = await ctx.db
    .select({ id: message.id, text: message.text, mentions: message.mentions })
    .from(message)
    .where(sql`${message.mentions} @> ${JSON.stringify([{ actor: actorId }])}::jsonb`)
    .orderBy(asc(message.id));
  for (const { id, text, mentions } of rows) {
    await ctx.db
      .update(message)
      .set({ ...rename(text, mentions ?? [], (one) => (one.actor === actorId ? "@…" : null)), rev: sql`${message.rev} + 1` })
      .where(eq(message.id, id));
  }
  // And out of what is kept of their words: earlier versions, and what was taken back a moment ago.
  for (const table of [messageVersion, messageTakenBack]) {
    const kept = await ctx.db.select().from(table).where(sql`${table.mentions} @> ${JSON.stringify([{ actor: actorId }])}::jsonb`);
    for (const row of kept) {
      const same = "rev" in row ? and(eq(messageVersion.messageId, row.messageId), eq(messageVersion.rev, row.rev)) : eq(messageTakenBack.messageId, row.messageId);
      await ctx.db.update(table).set(rename(row.text, row.mentions ?? [], (one) => (one.actor === actorId ? "@…" : null))).where(same);
    }
  }
}

/** The groups in which somebody wrote anything, or typed it in for somebody else, that still stands there. */
async function placesOf(ctx: Ctx, actorId: string): Promise<{ groupId: string; spaceId: string }[]> {
  const inMessages = ctx.db
    .select({ groupId: discussion.groupId, spaceId: discussion.spaceId })
    .from(message)
    .innerJoin(discussion, eq(discussion.id, message.discussionId))
    .where(or(written(actorId), typed(actorId)));
  const inTitles = ctx.db.select({ groupId: discussion.groupId, spaceId: discussion.spaceId }).from(discussion).where(or(eq(discussion.authorActor, actorId), summed(actorId)));
  return inMessages.union(inTitles);
}

defineDownload({
  feature: "discussions",
  collect: async (ctx, { actorId, personId }) => {
    const t = discussionWords.for(ctx.language);
    const messages = await ctx.db
      .select({ text: message.text, number: message.number, at: message.createdAt, discussionId: message.discussionId, title: discussion.title, state: message.state, typedBy: message.typedByActor })
      .from(message)
      .innerJoin(discussion, eq(discussion.id, message.discussionId))
      .where(written(actorId))
      .orderBy(asc(message.createdAt), asc(message.id));
    const versions = await ctx.db
      .select({ text: messageVersion.text, number: message.number, at: messageVersion.at, discussionId: message.discussionId, title: discussion.title })
      .from(messageVersion)
      .innerJoin(message, eq(message.id, messageVersion.messageId))
      .innerJoin(discussion, eq(discussion.id, message.discussionId))
      .where(eq(message.authorActor, actorId))
      .orderBy(asc(messageVersion.at), asc(message.id));
    // The words are those of somebody else.
    const forOthers = await ctx.db
      .select({ number: message.number, at: message.createdAt, discussionId: message.discussionId, title: discussion.title })
      .from(message)
      .innerJoin(discussion, eq(discussion.id, message.discussionId))
      .where(typed(actorId))
      .orderBy(asc(message.createdAt), asc(message.id));
    const titles = await ctx.db.select().from(discussion).where(started(actorId)).orderBy(asc(discussion.createdAt), asc(discussion.id));
    const summaries = await ctx.db.select().from(discussion).where(summed(actorId)).orderBy(asc(discussion.createdAt), asc(discussion.id));
    const joined = await ctx.db
      .select({ title: discussion.title, id: discussion.id, at: questionSupport.createdAt })
      .from(questionSupport)
      .innerJoin(discussion, eq(discussion.id, questionSupport.discussionId))
      .where(and(eq(questionSupport.actorId, actorId), eq(discussion.moderation, "visible")))
      .orderBy(asc(questionSupport.createdAt), asc(discussion.id));
    const reactions = await ctx.db
      .select({ kind: messageReaction.kind, title: discussion.title, at: messageReaction.createdAt, discussionId: message.discussionId, number: message.number })
      .from(messageReaction)
      .innerJoin(message, eq(message.id, messageReaction.messageId))
      .innerJoin(discussion, eq(discussion.id, message.discussionId))
      .where(and(eq(messageReaction.actorId, actorId), eq(message.state, "visible"), eq(discussion.moderation, "visible")))
      .orderBy(asc(messageReaction.createdAt), asc(message.id));
    const read = await ctx.db
      .select({ title: discussion.title, id: discussion.id, at: readingPosition.at, seen: readingPosition.seen })
      .from(readingPosition)
      .innerJoin(discussion, eq(discussion.id, readingPosition.discussionId))
      .where(and(eq(readingPosition.personId, personId), eq(discussion.moderation, "visible")))
      .orderBy(asc(readingPosition.at), asc(discussion.id));
    const columns = { title: t("download_title"), at: t("download_at"), address: t("download_address") };
    return [
      {
        key: "messages",
        title: t("download_messages"),
        rows: messages.map((row) => ({ text: row.text, state: t(`download_state_${row.state}`), typedIn: row.typedBy !== null, ...common(row, messageHref(row.discussionId, row.number)) })),
        columns: { text: t("download_text"), state: t("download_state"), typedIn: t("download_typed_in"), ...columns },
      },
      await downloadPictures(ctx, written(actorId), columns),
      {
        key: "message_versions",
        title: t("download_versions"),
        rows: versions.map((row) => ({ text: row.text, ...common(row, messageHref(row.discussionId, row.number)) })),
        columns: { text: t("download_text"), ...columns },
      },
      { key: "messages_typed_in", title: t("download_typed"), rows: forOthers.map((row) => common(row, messageHref(row.discussionId, row.number))), columns },
      {
        key: "reactions",
        title: t("download_reactions"),
        rows: reactions.map((row) => ({ reaction: t(`reaction_${row.kind}`), ...common(row, messageHref(row.discussionId, row.number)) })),
        columns: { reaction: t("download_reaction"), ...columns },
      },
      { key: "conversations", title: t("download_conversations"), rows: titles.map((row) => common({ title: row.title, at: row.createdAt }, discussionHref(row.id))), columns },
      {
        key: "messages_read",
        title: t("download_read"),
        rows: read.map((row) => ({ read: row.seen.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(", "), ...common(row, discussionHref(row.id)) })),
        columns: { read: t("download_read_numbers"), ...columns },
      },
      { key: "summaries", title: t("download_summaries"), rows: summaries.map((row) => ({ text: row.summary, ...common({ title: row.title, at: row.lastMessageAt }, discussionHref(row.id)) })), columns: { text: t("download_text"), ...columns } },
      { key: "learning_questions_joined", title: t("download_joined"), rows: joined.map((row) => common(row, discussionHref(row.id))), columns },
    ];
  },
});

function common(row: { title: string; at: Date }, address: string) {
  return { title: row.title, at: row.at.toISOString(), address };
}
