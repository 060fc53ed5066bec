import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { questionBundle, questionSupport } from "#db/schema/index";
import { readDraft } from "~/features/accounts/index.server";
import { groupStream, readPlace, whoReads, type Place, type Readers } from "~/features/groups/index.server";
import { linksFrom, spaceStream } from "~/features/spaces/index.server";
import { mayAnswerQuestion, mayBundleQuestions, mayCloseDiscussion, mayPickUpQuestion, mayPinMessage, mayPost, mayReadBundle, mayReadHistory, maySeeWhoReacted, maySupportQuestion } from "~/permissions/discussions";
import { mayRunGroup } from "~/permissions/groups";
import { addressId } from "~/platform/address-id";
import { AppError, type Verdict } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { readHeads } from "~/platform/publisher.server";
import type { StreamId } from "~/platform/streams";
import { findThings, type Thing } from "~/platform/things.server";
import { accessDiscussion, type AccessedDiscussion } from "./access-discussion.server";
import { answeredBy } from "./questions/answer-question.server";
import { findDiscussion, findMessageByNumber, findMessages, findWithOwn, type DiscussionRow } from "./queries.server";
import type { ReactionKind } from "./reactions/kinds";
import type { Ranges } from "./reading/ranges";
import { sinceWhen, type NewSince } from "./reading/since.server";
import { readReading } from "./reading/unread.server";
import { showDiscussions, showMessages } from "./show-messages.server";
import { draftPlace, quoteOf, windowSize, type DiscussionView, type MessageView, type Quote } from "./views";

/** The messages from `from` on, at most 50; `older` and `newer` are the first numbers of the pages around it. */
export interface Window {
  from: number;
  total: number;
  messages: MessageView[];
  older: number | null;
  newer: number | null;
  /** What the actor reacted to these messages, by id. */
  reacted: Record<string, ReactionKind[]>;
  /** Messages that the actor took back a moment ago and may put back, by id. */
  putBack: string[];
}

export interface DiscussionPage {
  discussion: DiscussionView;
  place: Place;
  readers: Readers;
  window: Window;
  /** The messages at the top, wherever they stand, in the order in which they were put there. */
  pinned: Quote[];
  /** What was written when it was last closed, for who may close it again. */
  lastSummary: string;
  /** The streams that this page shows, with the number it was read at. */
  streams: { group: { id: StreamId; n: number }; space: { id: StreamId; n: number } };
  /** Null for readers without an account. */
  me: Me | null;
  may: Record<"post" | "close" | "support" | "pickUp" | "answer" | "bundle" | "seeWhoReacted" | "seeHistory" | "pin" | "move", Verdict>;
  /** The message that is being answered. */
  replyTo: Quote | null;
  answers: Thing[];
  bundle: { id: string; title: string } | null;
}

export interface Me {
  /** The actor's public identity here; null for staff without a name of their own here. */
  membership: string | null;
  /** What was seen; what was written before the actor came counts as seen. */
  seen: Ranges;
  /** The first message that was not seen, and since when there is something new; null when all was seen. */
  firstNew: number | null;
  newSince: NewSince | null;
  supported: boolean;
  /** What was being written when a session ended. */
  draft: string | null;
  /** For the next message that is posted by form. */
  nextId: string;
}

/**
 * A conversation as its page shows it. `from` is the first message wanted; without it the page begins where the actor
 * stopped reading, else the newest messages are shown. `replyTo` is the number of the message to answer.
 * @throws AppError as `accessDiscussion`.
 */
export async function readDiscussion(ctx: Ctx, params: { id: string; from?: number; replyTo?: number }): Promise<DiscussionPage> {
  const found = await findDiscussion(ctx, addressId(params.id));
  if (!found) throw new AppError("not_found");
  const streams = await dependOn(ctx, { group: groupStream(found.groupId), space: spaceStream(found.spaceId) });
  const accessed = await accessDiscussion(ctx, found.id);
  const { discussion, space, relation } = accessed;
  if (discussion.groupId !== found.groupId) {
    // Moved since its stream was asked for: what this page would follow never tells it.
    ctx.dependsOn.clear();
    return readDiscussion(ctx, params);
  }
  const me = await readMe(ctx, accessed);
  const window = await readWindow(ctx, accessed, params.from ?? firstWanted(discussion.messageCount, me?.firstNew ?? null));
  const [view] = await showDiscussions(ctx, space.id, [discussion]);
  const answers = relation.kind === "question" ? await readAnswers(ctx, discussion.id) : [];
  // Their titles are announced in streams that this page does not know, so it must not be kept.
  if (answers.some((answer) => answer.kind !== "message")) ctx.dependsOn.clear();
  const { actor } = ctx;
  return {
    discussion: view!,
    place: await readPlace(ctx, accessed),
    readers: await whoReads(ctx, accessed),
    window,
    pinned: await readPinned(ctx, discussion),
    lastSummary: discussion.summary,
    streams,
    me,
    may: {
      post: mayPost(actor, relation),
      close: mayCloseDiscussion(actor, relation),
      support: maySupportQuestion(actor, relation),
      move: mayRunGroup(actor, relation.group),
      pin: mayPinMessage(actor, relation, { state: "visible" }),
      pickUp: mayPickUpQuestion(actor, relation),
      answer: mayAnswerQuestion(actor, relation),
      bundle: mayBundleQuestions(actor, relation.group.space),
      seeHistory: mayReadHistory(actor, relation, { state: "visible" }),
      seeWhoReacted: maySeeWhoReacted(actor, relation, { state: "visible" }),
    },
    replyTo: params.replyTo ? await readQuote(ctx, accessed, params.replyTo) : null,
    answers,
    bundle: view!.bundle && mayReadBundle(actor, relation.group.space) === true ? await readBundleName(ctx, view!.bundle) : null,
  };
}

/** Messages of a conversation from a number on. */
export async function readWindow(ctx: Ctx, { discussion }: Pick<AccessedDiscussion, "discussion">, wanted: number, size: number = windowSize): Promise<Window> {
  const total = discussion.messageCount;
  const from = Math.min(Math.max(1, wanted), Math.max(1, total));
  const to = from + size - 1;
  const rows = await findWithOwn(ctx, discussion.id, { from, to, actorId: ctx.actor.actorId });
  return {
    from,
    total,
    messages: await showMessages(ctx, discussion.spaceId, rows),
    older: from > 1 ? Math.max(1, from - size) : null,
    newer: to < total ? to + 1 : null,
    reacted: Object.fromEntries(rows.flatMap(({ id, mine }) => (mine?.length ? [[id, mine]] : []))),
    putBack: rows.filter((row) => row.takenBack && row.state === "removed").map((row) => row.id),
  };
}

/** A few messages that were read stand above the first new one, so that it makes sense. */
const readAbove = 4;

function firstWanted(total: number, firstNew: number | null): number {
  const newest = total - windowSize + 1;
  return firstNew === null ? newest : Math.min(newest, firstNew - readAbove);
}

/** The numbers are read before the rows: what comes in between is told again, never missed. */
export async function dependOn(ctx: Ctx, ids: { group: StreamId; space: StreamId }): Promise<DiscussionPage["streams"]> {
  const heads = await readHeads(ctx, [ids.group, ids.space]);
  const at = (id: StreamId) => ({ id, n: heads.get(id) ?? 0 });
  const streams = { group: at(ids.group), space: at(ids.space) };
  for (const { id, n } of [streams.group, streams.space]) ctx.dependsOn.set(id, n);
  return streams;
}

async function readMe(ctx: Ctx, { discussion, membership, relation }: AccessedDiscussion): Promise<Me | null> {
  if (!signedIn(ctx.actor)) return null;
  const { personId, actorId } = ctx.actor;
  const reading = await readReading(ctx, personId, discussion.id);
  const supported =
    relation.kind === "question" &&
    (await ctx.db.select().from(questionSupport).where(and(eq(questionSupport.discussionId, discussion.id), eq(questionSupport.actorId, actorId)))).length > 0;
  const draft = await readDraft(ctx, draftPlace(discussion.id));
  return { membership: membership?.id ?? null, seen: reading.seen, firstNew: reading.first, newSince: sinceWhen(ctx, reading), supported, draft, nextId: randomUUID() };
}

async function readQuote(ctx: Ctx, { discussion }: AccessedDiscussion, number: number): Promise<Quote | null> {
  const row = await findMessageByNumber(ctx, discussion.id, number);
  if (!row || row.state !== "visible") return null;
  const [view] = await showMessages(ctx, discussion.spaceId, [row]);
  return quoteOf(view!);
}

async function readPinned(ctx: Ctx, { id, pinned, spaceId }: DiscussionRow): Promise<Quote[]> {
  if (!pinned) return [];
  const found = (await findMessages(ctx, pinned)).filter((row) => row.discussionId === id);
  const shown = await showMessages(ctx, spaceId, found);
  return pinned.flatMap((one) => shown.filter((message) => message.id === one).map(quoteOf));
}

async function readAnswers(ctx: Ctx, id: string): Promise<Thing[]> {
  return findThings(ctx, (await linksFrom(ctx, [id], answeredBy)).map((link) => link.to));
}

async function readBundleName(ctx: Ctx, id: string): Promise<{ id: string; title: string } | null> {
  const [row] = await ctx.db.select({ id: questionBundle.id, title: questionBundle.title }).from(questionBundle).where(eq(questionBundle.id, id));
  return row ?? null;
}
