import { and, desc, eq, gte, inArray, lt, or, sql } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import { accessGroup, readPlace, whoReads, type Place, type Readers } from "~/features/groups/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { drawCode } from "~/platform/draw-code.server";
import { weekNamed, weekOf, type Week } from "~/platform/week";
import type { QrCodeProps } from "~/ui";
import { inWords } from "../pictures/in-words.server";
import { findNumbered } from "./numbered.server";
import { findMessages, type DiscussionRow } from "../queries.server";
import { showDiscussions, showMessages } from "../show-messages.server";
import { discussionHref, excerptOf, type DiscussionView, type MessageView } from "../views";

/** What was talked about in one conversation in a week, or what came of it. */
export interface TalkOfWeek {
  /** The number of the conversation in its group: it stays the same from week to week. */
  number: number;
  discussion: DiscussionView;
  /** The newest of the week, the oldest first, long ones cut short. */
  messages: MessageView[];
  /** There were more than these. */
  more: boolean;
  /** Without the scheme, to read and to type over. */
  address: string;
  qr: QrCodeProps;
}

export interface WeekSheet {
  place: Place;
  readers: Readers;
  installation: string;
  week: { key: string; from: string; until: string; before: string; after: string };
  talks: TalkOfWeek[];
}

/** How many conversations and how many messages of each fit a paper that people still read. */
const mostTalks = 30;
const mostMessages = 5;
const messageCharacters = 700;

/**
 * A week of a group for paper, as the actor may read it; without a name the week of now.
 * @throws AppError as `accessGroup`, and `not_found` for a week that does not exist.
 */
export async function readWeekSheet(ctx: Ctx, params: { groupId: string; week: string | null }): Promise<WeekSheet> {
  const accessed = await accessGroup(ctx, addressId(params.groupId));
  const { timeZone } = ctx.house.region;
  const week = params.week === null ? weekOf(ctx.now, timeZone) : weekNamed(params.week, timeZone);
  if (!week) throw new AppError("not_found");
  const { key, before, after } = week;
  return {
    place: await readPlace(ctx, accessed),
    readers: await whoReads(ctx, accessed),
    installation: ctx.house.env.INSTALLATION_NAME,
    week: { key, before, after, from: week.from.toISOString(), until: new Date(week.until.getTime() - 1).toISOString() },
    talks: await talksOf(ctx, { groupId: accessed.group.id, spaceId: accessed.space.id }, week),
  };
}

async function talksOf(ctx: Ctx, { groupId, spaceId }: { groupId: string; spaceId: string }, week: Week): Promise<TalkOfWeek[]> {
  const { from, until } = week;
  const finished = and(eq(discussion.state, "closed"), gte(discussion.closedAt, from), lt(discussion.closedAt, until));
  const candidates = await findNumbered(ctx, groupId, 500, and(lt(discussion.createdAt, until), or(gte(discussion.lastMessageAt, from), finished)));
  const newest = await newestOf(ctx, candidates.map(({ row }) => row.id), week);
  const wasFinished = ({ state, closedAt }: DiscussionRow) => state === "closed" && closedAt !== null && closedAt >= from && closedAt < until;
  const talked = candidates.filter(({ row }) => newest.has(row.id) || row.createdAt >= from || wasFinished(row)).slice(0, mostTalks);
  const views = await showDiscussions(ctx, spaceId, talked.map(({ row }) => row));
  const rows = await findMessages(ctx, talked.flatMap(({ row }) => newest.get(row.id)?.slice(0, mostMessages) ?? []));
  const shown = await showMessages(ctx, spaceId, rows.sort((a, b) => a.number - b.number));
  return talked
    .map(({ row, number }, index): TalkOfWeek => {
      const full = `${ctx.house.publicUrl}${discussionHref(row.id)}`;
      const address = full.replace(/^https?:\/\//, "");
      const messages = shown.filter((one) => one.discussion === row.id).map((one) => ({ ...one, text: excerptOf(inWords(one, ctx.language), messageCharacters) }));
      return { number, discussion: views[index]!, messages, more: (newest.get(row.id)?.length ?? 0) > mostMessages, address, qr: { ...drawCode(full), label: address } };
    })
    .sort((a, b) => a.number - b.number);
}

/** Ids of the newest visible messages of a week per conversation, the newest first, one more than fit. */
async function newestOf(ctx: Ctx, ids: string[], { from, until }: Week): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const newest = ctx.db
    .select({ id: message.id, number: message.number })
    .from(message)
    .where(and(eq(message.discussionId, discussion.id), eq(message.state, "visible"), gte(message.createdAt, from), lt(message.createdAt, until)))
    .orderBy(desc(message.number))
    .limit(mostMessages + 1)
    .as("newest");
  const rows = await ctx.db
    .select({ discussionId: discussion.id, id: newest.id })
    .from(discussion)
    .innerJoinLateral(newest, sql`true`)
    .where(inArray(discussion.id, ids))
    .orderBy(desc(newest.number));
  for (const { discussionId, id } of rows) found.set(discussionId, [...(found.get(discussionId) ?? []), id]);
  return found;
}
