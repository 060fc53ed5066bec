import { and, asc, eq, getTableColumns, gte, inArray, lte, sql } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

// The search vectors are for the database alone; they would double what travels.
const { search: _titles, ...discussionColumns } = getTableColumns(discussion);
const { search: _texts, ...messageColumns } = getTableColumns(message);

export type DiscussionRow = Omit<typeof discussion.$inferSelect, "search">;
export type MessageRow = Omit<typeof message.$inferSelect, "search">;
export { discussionColumns, messageColumns };

/** `hold` keeps the row from changing until the commit; posts to one conversation then stand in line for their number. */
export async function findDiscussion(ctx: Ctx, id: string, hold = false): Promise<DiscussionRow | undefined> {
  const query = ctx.db.select(discussionColumns).from(discussion).where(eq(discussion.id, id));
  return (await (hold ? query.for("no key update") : query))[0];
}

export async function findMessages(ctx: Ctx, ids: string[], hold = false): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  const query = ctx.db.select(messageColumns).from(message).where(inArray(message.id, ids)).orderBy(asc(message.id));
  return hold ? query.for("no key update") : query;
}

export async function findMessageByNumber(ctx: Ctx, discussionId: string, number: number): Promise<MessageRow | undefined> {
  return (await ctx.db.select(messageColumns).from(message).where(and(eq(message.discussionId, discussionId), eq(message.number, number))))[0];
}

/** Messages from one number to another, both included, in order. */
export async function findMessagesBetween(ctx: Ctx, discussionId: string, from: number, to: number): Promise<MessageRow[]> {
  return ctx.db
    .select(messageColumns)
    .from(message)
    .where(and(eq(message.discussionId, discussionId), gte(message.number, from), lte(message.number, to)))
    .orderBy(asc(message.number));
}

/**
 * Adds a message at the end: number, row, count and the writer's own reading position in one statement, so that the
 * conversation is held as short as can be. The caller holds the conversation's row and names the next number.
 * @returns null when a message with this id is there already.
 */
export async function insertMessage(
  ctx: Ctx,
  given: { id: string; discussionId: string; groupId: string; number: number; authorActor: string; text: string; replyToId: string | null; readerId: string | null },
): Promise<MessageRow | null> {
  const at = ctx.now.toISOString();
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    WITH posted AS (
      INSERT INTO message (id, discussion_id, group_id, number, author_actor, text, reply_to_id, created_at)
      VALUES (${given.id}, ${given.discussionId}, ${given.groupId}, ${given.number}, ${given.authorActor}, ${given.text}, ${given.replyToId}, ${at}::timestamptz)
      ON CONFLICT (id) DO NOTHING RETURNING id, number
    ), counted AS (
      UPDATE discussion SET message_count = posted.number, last_message_at = greatest(last_message_at, ${at}::timestamptz)
      FROM posted WHERE discussion.id = ${given.discussionId}
    ), seen AS (
      INSERT INTO reading_position (person_id, discussion_id, up_to, at)
      SELECT ${given.readerId}::uuid, ${given.discussionId}::uuid, number, ${at}::timestamptz FROM posted WHERE ${given.readerId}::uuid IS NOT NULL
      ON CONFLICT (person_id, discussion_id) DO UPDATE SET up_to = greatest(reading_position.up_to, excluded.up_to), at = excluded.at
    )
    SELECT id FROM posted`);
  if (rows.length === 0) return null;
  const { readerId: _reader, ...row } = given;
  return { ...row, state: "visible", labelled: false, rev: 1, editedAt: null, createdAt: ctx.now };
}
