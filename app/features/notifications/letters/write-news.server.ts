import { and, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { actor, notice, person, space, theme } from "#db/schema/index";
import { accessDiscussions, countUnseen, type AccessedDiscussion } from "~/features/discussions/index.server";
import { mayPost } from "~/permissions/discussions";
import { isWrittenTo } from "~/permissions/notifications";
import { anonymous } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { makeReplyAddress } from "../replies/reply-address.server";
import { replyWords } from "../replies/words";
import { ofNotice, stillNew } from "../unread-notices.server";
import { noticeWords, sentence } from "../words";
import { ownChoice } from "./gather-news.server";
import { letterWords } from "./words";

/** A letter as it goes out. */
export interface WrittenLetter {
  /** The lines of the inbox that it is about. */
  about: string[];
  address: string;
  subject: string;
  body: string;
  /** Where one tap, or the mail program itself, stops these letters. */
  stopAddress: string;
  /** Where an answer goes; null where letters are not answered. */
  replyTo: string | null;
}

/**
 * The words of a letter about what is new, made when it goes out: by conversation, the newest first, and nothing that its
 * reader read meanwhile or may not read any more. The subject never says what it is about; of a leerplek about a sensitive
 * theme the body does not either. Inside a transaction.
 * @returns null when nothing is left to say, or letters are not wanted any more.
 */
export async function writeNews(ctx: Ctx, letterId: string): Promise<WrittenLetter | null> {
  const rows = await ctx.db
    .select({ ...getTableColumns(notice), unseen: unseenInLetter, sensitive: sql<boolean>`coalesce(${theme.sensitive}, true)` })
    .from(notice)
    .leftJoin(space, eq(space.id, notice.spaceId))
    .leftJoin(theme, eq(theme.key, space.themeKey))
    .where(and(eq(notice.letterId, letterId), stillNew))
    .orderBy(desc(notice.createdAt), desc(notice.id));
  const reader = rows[0] ? await readerOf(ctx, rows[0].personId) : null;
  if (!reader) return null;
  const talks = await readableTalks(ctx, reader, rows.flatMap((row) => row.discussionId ?? []));
  const said = rows.filter((row) => row.discussionId === null || talks.has(row.discussionId));
  if (said.length === 0) return null;

  const { language } = reader;
  const [t, say, r] = [letterWords.for(language), noticeWords.for(language), replyWords.for(language)];
  const { publicUrl, env } = ctx.house;
  const parts: string[] = [];
  const discreet = said.filter((row) => row.discussionId !== null && row.sensitive);
  const named = [...new Set(said.flatMap((row) => (row.discussionId !== null && !row.sensitive ? [row.discussionId] : [])))];
  // An answer finds its place by itself where the letter is about nothing else; else each conversation has its own address.
  const alone = named.length === 1 && said.every((row) => row.discussionId === named[0]);
  const answers = await answerAddresses(ctx, reader, named.map((id) => talks.get(id)!));
  for (const id of named) {
    const { discussion, group } = talks.get(id)!;
    const answer = answers.get(id);
    const lines = said.filter((row) => row.discussionId === id).map((row) => (row.kind === "discussion.message-posted" ? t("new_messages", { count: Math.max(1, row.unseen) }) : sentence(say, row.kind, row.data)));
    const how = !answer ? [] : alone ? [r("answer_this_mail")] : [r("answer_to", { address: answer })];
    parts.push([`${discussion.title || t("no_title")} (${group.name})`, ...lines, `${publicUrl}/gesprekken/${id}`, ...how].join("\n"));
  }
  if (discreet.length > 0) parts.push([t("discreet", { count: new Set(discreet.map((row) => row.discussionId)).size }), `${publicUrl}/berichten`].join("\n"));
  for (const row of said) if (row.discussionId === null) parts.push([sentence(say, row.kind, row.data), `${publicUrl}${row.href}`].join("\n"));

  const choice = await ownChoice(ctx, reader.personId);
  const stopAddress = `${publicUrl}/mails-uit/${choice.stopKey}`;
  const replyTo = (alone ? answers.get(named[0]!) : null) ?? (await makeReplyAddress(ctx, { ...reader, discussionId: null }));
  const body = t("body", { parts: parts.join("\n\n"), product: env.INSTALLATION_NAME, choose: `${publicUrl}/ik/meldingen`, stop: stopAddress });
  return {
    about: said.map((row) => row.id),
    address: reader.email,
    subject: say("mail_subject", { product: env.INSTALLATION_NAME }),
    body: replyTo ? `## ${r("marker")} ##\n\n${body}` : body,
    stopAddress,
    replyTo,
  };
}

/** Remembers up to which message a letter was, so that the next one begins after it. */
export async function noteWritten(ctx: Ctx, { about }: Pick<WrittenLetter, "about">): Promise<void> {
  await ctx.db.update(notice).set({ mailedUpTo: notice.upTo }).where(inArray(notice.id, about));
}

/** Messages of a line that are in the letter and that its reader has not seen, in a statement that selects from `notice`. */
const unseenInLetter = countUnseen({ ...ofNotice, from: sql`notice.letter_since` });

/** An address to answer to for each conversation in which the reader may write now. */
async function answerAddresses(ctx: Ctx, reader: { personId: string; actorId: string; email: string }, talks: AccessedDiscussion[]): Promise<Map<string, string>> {
  const addresses = new Map<string, string>();
  for (const { discussion, relation } of talks) {
    if (mayPost({ ...anonymous, ...reader }, relation) !== true) continue;
    const address = await makeReplyAddress(ctx, { ...reader, discussionId: discussion.id });
    if (address) addresses.set(discussion.id, address);
  }
  return addresses;
}

async function readerOf(ctx: Ctx, personId: string) {
  const [row] = await ctx.db
    .select({ personId: person.id, actorId: actor.id, email: person.email, confirmed: person.emailConfirmedAt, language: person.mailLanguage })
    .from(person)
    .innerJoin(actor, eq(actor.personId, person.id))
    .where(and(eq(person.id, personId), isNull(person.disabledAt)));
  if (!row?.email || !row.confirmed || !isWrittenTo((await ownChoice(ctx, personId)).rhythm)) return null;
  return { ...row, email: row.email };
}

/** The conversations that the reader may read now, by the very rule of their pages. */
async function readableTalks(ctx: Ctx, { personId, actorId }: { personId: string; actorId: string }, ids: string[]): Promise<Map<string, AccessedDiscussion>> {
  const who = { ...anonymous, personId, actorId };
  const accessed = await accessDiscussions({ ...ctx, writing: false }, [...new Set(ids)].map((id) => ({ actor: who, id })), false);
  return new Map(accessed.flatMap((one) => (one instanceof AppError ? [] : [[one.discussion.id, one]])));
}
