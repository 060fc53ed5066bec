import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { discussion, message, nobodysActor } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { findMessages, messageColumns, type DiscussionRow, type MessageRow } from "../queries.server";

export interface MovedMessage {
  before: MessageRow;
  row: MessageRow;
  /** The id of what stands at its old place. */
  leftBehind: string;
}

/**
 * Puts messages of one conversation at the end of another, in their order; where they stood a reference stays. The action
 * holds both conversations and the messages.
 */
export async function putElsewhere(ctx: Ctx, { rows, to }: { rows: readonly MessageRow[]; to: DiscussionRow }): Promise<MovedMessage[]> {
  const targets = await findMessages(ctx, rows.flatMap((row) => row.replyToId ?? []));
  const gone = await findMessages(ctx, targets.flatMap((row) => row.movedToId ?? []));
  const answered = new Map([...targets, ...gone].map((row) => [row.id, row]));
  const ids = rows.map((row) => row.id);
  const moved: MovedMessage[] = [];
  for (const [index, before] of rows.entries()) {
    const [row] = await ctx.db
      .update(message)
      .set({ discussionId: to.id, groupId: to.groupId, number: to.messageCount + 1 + index, replyToId: answerThere(before, { answered, to, ids }), movedAt: ctx.now, rev: sql`${message.rev} + 1` })
      .where(eq(message.id, before.id))
      .returning(messageColumns);
    const leftBehind = randomUUID();
    await ctx.db.insert(message).values({ id: leftBehind, discussionId: before.discussionId, groupId: before.groupId, number: before.number, authorActor: nobodysActor, text: "", state: "removed", movedToId: before.id, createdAt: before.createdAt });
    moved.push({ before, row: row!, leftBehind });
  }
  const last = rows.reduce((newest, { createdAt }) => (createdAt > newest ? createdAt : newest), to.lastMessageAt);
  await ctx.db.update(discussion).set({ messageCount: to.messageCount + rows.length, lastMessageAt: last }).where(eq(discussion.id, to.id));
  await pointAnswers(ctx, moved, to);
  return moved;
}

/** What it answers there: what moves along, or what came there before; else nothing. */
function answerThere({ replyToId }: MessageRow, { answered, to, ids }: { answered: Map<string, MessageRow>; to: DiscussionRow; ids: string[] }): string | null {
  const target = replyToId === null ? undefined : answered.get(replyToId);
  if (!target) return null;
  if (ids.includes(target.id) || target.discussionId === to.id) return target.id;
  const left = target.movedToId;
  return left !== null && answered.get(left)?.discussionId === to.id ? left : null;
}

/** Who answered a message that went, answers what is left of it; who answered what was left of it there, answers it again. */
async function pointAnswers(ctx: Ctx, moved: readonly MovedMessage[], to: DiscussionRow): Promise<void> {
  for (const { before, row, leftBehind } of moved) {
    const here = and(eq(message.discussionId, before.discussionId), eq(message.replyToId, row.id));
    await ctx.db.update(message).set({ replyToId: leftBehind, rev: sql`${message.rev} + 1` }).where(here);
    const references = ctx.db.select({ id: message.id }).from(message).where(and(eq(message.movedToId, row.id), eq(message.discussionId, to.id)));
    await ctx.db.update(message).set({ replyToId: row.id, rev: sql`${message.rev} + 1` }).where(and(eq(message.discussionId, to.id), inArray(message.replyToId, references)));
  }
}
