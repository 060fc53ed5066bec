import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { discussionColumns, type DiscussionRow } from "../queries.server";

/** A conversation with its number in the group, for on paper: the first that was started is 1, and it keeps its number. */
export interface NumberedDiscussion {
  number: number;
  row: DiscussionRow;
}

/** Conversations of a group that moderation left visible, of which something was written last first. */
export async function findNumbered(ctx: Ctx, groupId: string, most: number, condition?: SQL): Promise<NumberedDiscussion[]> {
  // Also what was hidden counts: numbers on paper stay right.
  const numbered = ctx.db
    .select({ id: discussion.id, number: sql<number>`row_number() over (order by ${discussion.createdAt}, ${discussion.id})`.mapWith(Number).as("number") })
    .from(discussion)
    .where(eq(discussion.groupId, groupId))
    .as("numbered");
  const rows = await ctx.db
    .select({ row: discussionColumns, number: numbered.number })
    .from(discussion)
    .innerJoin(numbered, eq(numbered.id, discussion.id))
    .where(and(eq(discussion.groupId, groupId), eq(discussion.moderation, "visible"), condition))
    .orderBy(desc(discussion.lastMessageAt), desc(discussion.id))
    .limit(most);
  return rows;
}
