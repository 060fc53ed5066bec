import { and, asc, getTableColumns, inArray, sql } from "drizzle-orm";
import { notice, readingPosition } from "#db/schema/index";
import { countUnseen, firstMissing } from "~/features/discussions/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { noticeArrived } from "./facts";
import { getsLetters, type Hearer } from "./people.server";
import { queuePush } from "./push/push-devices.server";
import { ofNotice } from "./unread-notices.server";

/** What somebody hears of a conversation, the weakest first: a stronger one takes the place of a weaker one, not the other way round. */
const talkKinds = ["discussion.message-posted", "discussion.reply-for-you", "discussion.mention-for-you", "discussion.group-called", "discussion.announced"] as const;
export type TalkKind = (typeof talkKinds)[number];

/** Messages of a conversation that somebody hears of. */
export interface TalkNews {
  to: Hearer;
  kind: TalkKind;
  spaceId: string;
  discussionId: string;
  /** The first and the last of the messages, by their numbers in the conversation. */
  since: number;
  upTo: number;
  href: string;
}

/**
 * Puts news of conversations in inboxes: per person and conversation at most one line that is not read, which counts up.
 * What the person has read there meanwhile makes no line.
 * The number beside "Berichten voor mij" changes for those whose line is new.
 */
export async function noteTalk(ctx: Ctx, news: readonly TalkNews[], write: FactWriter): Promise<void> {
  if (news.length === 0) return;
  const keyOf = (one: TalkNews) => `talk:${one.discussionId}:${one.to.actorId}`;
  // In one order, so that two rounds at once never wait for one another.
  const ordered = [...news].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  const keys = ordered.map(keyOf);
  const lines = await ctx.db.select().from(notice).where(inArray(notice.dedupeKey, keys)).orderBy(asc(notice.dedupeKey)).for("update");
  const positions = await ctx.db
    .select()
    .from(readingPosition)
    .where(and(inArray(readingPosition.personId, [...new Set(ordered.map((one) => one.to.personId))]), inArray(readingPosition.discussionId, [...new Set(ordered.map((one) => one.discussionId))])));
  const seen = new Map(positions.map((one) => [`${one.personId} ${one.discussionId}`, one.seen]));
  const known = new Map(lines.map((line) => [line.dedupeKey, line]));
  const fresh: TalkNews[] = [];
  const rows = ordered.flatMap((one) => {
    const read = seen.get(`${one.to.personId} ${one.discussionId}`) ?? [];
    const first = firstMissing(read, one.upTo, one.since);
    if (first === null) return [];
    const line = known.get(keyOf(one));
    const waits = line !== undefined && line.readAt === null && firstMissing(read, line.upTo ?? 0, line.since ?? 1) !== null;
    if (!waits) fresh.push(one);
    const stays = waits && talkKinds.indexOf(line.kind as TalkKind) > talkKinds.indexOf(one.kind);
    return {
      personId: one.to.personId,
      kind: stays ? line.kind : one.kind,
      spaceId: one.spaceId,
      href: stays ? line.href : one.href,
      discussionId: one.discussionId,
      since: waits ? Math.min(line.since ?? 1, first) : first,
      upTo: Math.max(one.upTo, line?.upTo ?? 0),
      mailDueAt: goesAlong(one, waits ? line : undefined) ? ctx.now : null,
      dedupeKey: keyOf(one),
      createdAt: ctx.now,
    };
  });
  if (rows.length > 0) await ctx.db.insert(notice).values(rows).onConflictDoUpdate({ target: notice.dedupeKey, set: replaced });
  await queuePush(ctx, fresh.map(keyOf));
  for (const one of fresh) write(noticeArrived, { stream: streamId("person", one.to.actorId), data: {} });
}

const { kind, href, since, upTo, mailDueAt, createdAt } = getTableColumns(notice);
/** Whether the news waits for a letter. Who gets letters at once gets one when a line is new or grows more important, not for each message. */
function goesAlong({ to, kind }: TalkNews, line: { kind: string } | undefined): boolean {
  if (!getsLetters(to)) return false;
  return to.mail!.rhythm !== "at_once" || line === undefined || talkKinds.indexOf(kind) > talkKinds.indexOf(line.kind as TalkKind);
}

/** Of a line that is there already: never fewer messages than it knew of, whoever came first. */
const replaced = {
  ...Object.fromEntries(Object.entries({ kind, href, since, createdAt }).map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`])),
  upTo: sql`greatest(${upTo}, excluded.up_to)`,
  mailDueAt: sql`coalesce(${mailDueAt}, excluded.mail_due_at)`,
  readAt: null,
};

/** How many messages of a line its reader has not seen, in a statement that selects from `notice`. */
export const unseenMessages = countUnseen({ ...ofNotice, from: sql`notice.since` });

