import { and, asc, eq, getTableColumns, gte, lte, sql } from "drizzle-orm";
import { discussion, message, type StoredMention, type StoredPicture } from "#db/schema/index";
import { isAnyOf, statement, type Given } from "#db/statement";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import type { ReactionKind } from "./reactions/kinds";
import { bounded, seenFromStart } from "./reading/seen.server";

// The search vectors are for the database alone; they would double what travels.
const { search: _titles, ...discussionColumns } = getTableColumns(discussion);
const { search: _texts, ...messageColumns } = getTableColumns(message);

export type DiscussionRow = Omit<typeof discussion.$inferSelect, "search">;
export type MessageRow = Omit<typeof message.$inferSelect, "search">;
export { discussionColumns, messageColumns };

/** `hold` keeps the row from changing until the commit; posts to one conversation then stand in line for their number. */
export async function findDiscussion(ctx: Ctx, id: string, hold = false): Promise<DiscussionRow | undefined> {
  return (await findDiscussions(ctx, [id], hold))[0];
}

const discussionsById = (hold: boolean) =>
  statement((db, { ids }: Given<{ ids: string[] }>) => {
    const query = db.select(discussionColumns).from(discussion).where(isAnyOf(discussion.id, ids)).orderBy(asc(discussion.id)).$dynamic();
    return hold ? query.for("no key update") : query;
  });
const [seeDiscussions, holdDiscussions] = [discussionsById(false), discussionsById(true)];

export async function findDiscussions(ctx: Ctx, ids: readonly string[], hold = false): Promise<DiscussionRow[]> {
  if (ids.length === 0) return [];
  return (hold ? holdDiscussions : seeDiscussions)(ctx.db, { ids: [...new Set(ids)] });
}

const messagesById = (hold: boolean) =>
  statement((db, { ids }: Given<{ ids: string[] }>) => {
    const query = db.select(messageColumns).from(message).where(isAnyOf(message.id, ids)).orderBy(asc(message.id)).$dynamic();
    return hold ? query.for("no key update") : query;
  });
const [seeMessages, holdMessages] = [messagesById(false), messagesById(true)];

export async function findMessages(ctx: Ctx, ids: string[], hold = false): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  return (hold ? holdMessages : seeMessages)(ctx.db, { ids });
}

export async function findMessageByNumber(ctx: Ctx, discussionId: string, number: number): Promise<MessageRow | undefined> {
  return (await ctx.db.select(messageColumns).from(message).where(and(eq(message.discussionId, discussionId), eq(message.number, number))))[0];
}

/** Messages from one number to another, both included, in order. */
export async function findMessagesBetween(ctx: Ctx, discussionId: string, from: number, to: number): Promise<MessageRow[]> {
  return findWithOwn(ctx, discussionId, { from, to, actorId: null });
}

/** What is one actor's own about a message: the reactions they gave, and whether they may still put it back. */
export interface OwnToMessage {
  mine?: ReactionKind[];
  takenBack?: boolean;
}

/** The same, each with what is the actor's own; without an actor that is left out. */
export async function findWithOwn(ctx: Ctx, discussionId: string, { from, to, actorId }: { from: number; to: number; actorId: string | null }): Promise<(MessageRow & OwnToMessage)[]> {
  const mine = sql<ReactionKind[]>`array(select r.kind from message_reaction r where r.message_id = message.id and r.actor_id = ${actorId})`;
  const since = putBackSince(ctx.now).toISOString();
  const takenBack = sql<boolean>`exists(select 1 from message_taken_back t where t.message_id = message.id and t.by_actor = ${actorId} and t.at > ${since}::timestamptz)`;
  return ctx.db
    .select({ ...messageColumns, ...(actorId === null ? {} : { mine, takenBack }) })
    .from(message)
    .where(and(eq(message.discussionId, discussionId), gte(message.number, from), lte(message.number, to)))
    .orderBy(asc(message.number));
}

/** What was taken back after this moment can be put back. */
export function putBackSince(now: Date): Date {
  return new Date(now.getTime() - limits.putBackWithin * 1_000);
}

export interface NewMessage {
  id: string;
  discussionId: string;
  groupId: string;
  number: number;
  authorActor: string;
  typedByActor: string | null;
  text: string;
  mentions: StoredMention[] | null;
  picture: StoredPicture | null;
  replyToId: string | null;
  createdAt: Date;
  /** Who wrote it has seen it. */
  readerId: string | null;
}

/**
 * Adds messages at the end of their conversations: rows, counts and the writers' own reading positions in one statement,
 * so that the conversations are held as short as can be. The caller holds their rows and names the next numbers.
 * @returns the ids that were added; one is missing when a message with that id is there already.
 */
export async function insertMessages(ctx: Ctx, given: readonly NewMessage[]): Promise<Set<string>> {
  const rows = given.map((one) => ({
    id: one.id, discussion_id: one.discussionId, group_id: one.groupId, number: one.number, author_actor: one.authorActor,
    typed_by_actor: one.typedByActor, text: one.text, mentions: one.mentions, picture: one.picture, reply_to_id: one.replyToId, created_at: one.createdAt.toISOString(), reader_id: one.readerId,
  }));
  const added = await ctx.db.execute<{ id: string }>(sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(
        id uuid, discussion_id uuid, group_id uuid, number int, author_actor uuid, typed_by_actor uuid, text text, mentions jsonb, picture jsonb, reply_to_id uuid, created_at timestamptz, reader_id uuid)
    ), posted AS (
      INSERT INTO message (id, discussion_id, group_id, number, author_actor, typed_by_actor, text, mentions, picture, reply_to_id, created_at)
      SELECT id, discussion_id, group_id, number, author_actor, typed_by_actor, text, nullif(mentions, 'null'::jsonb), nullif(picture, 'null'::jsonb), reply_to_id, created_at FROM given
      ON CONFLICT (id) DO NOTHING RETURNING id, discussion_id, number, created_at
    ), counted AS (
      UPDATE discussion SET message_count = last.number, last_message_at = greatest(last_message_at, last.at)
      FROM (SELECT discussion_id, max(number) AS number, max(created_at) AS at FROM posted GROUP BY discussion_id) AS last
      WHERE discussion.id = last.discussion_id
    ), seen AS (
      INSERT INTO reading_position AS rp (person_id, discussion_id, seen, at)
      SELECT given.reader_id, discussion.id, range_agg(int4range(posted.number, posted.number, '[]')) + CASE WHEN known.person_id IS NULL THEN ${seenFromStart(sql`given.reader_id`, sql`min(posted.number)`)} ELSE '{}' END, max(posted.created_at)
      FROM posted JOIN given ON given.id = posted.id JOIN discussion ON discussion.id = posted.discussion_id
        LEFT JOIN reading_position known ON known.person_id = given.reader_id AND known.discussion_id = posted.discussion_id
      WHERE given.reader_id IS NOT NULL
      GROUP BY given.reader_id, discussion.id, known.person_id ORDER BY given.reader_id, discussion.id
      ON CONFLICT (person_id, discussion_id) DO UPDATE SET seen = ${bounded(sql`rp.seen + excluded.seen`)}, at = excluded.at
    )
    SELECT id FROM posted`);
  return new Set(added.rows.map(({ id }) => id));
}
