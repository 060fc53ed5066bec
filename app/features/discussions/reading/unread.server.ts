import { and, desc, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { discussion, groupMembership, readingPosition } from "#db/schema/index";
import { readableGroups } from "~/features/groups/index.server";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { discussionHref } from "../views";

/**
 * How many messages of a conversation the person has not seen, in a statement that selects from `discussion`. Who never
 * opened it has missed what was written since they joined the group; who is no member misses nothing.
 */
export function unreadBy(personId: string): SQL<number> {
  // Columns are written out: among the fields of a statement on one table, drizzle leaves the table's name away.
  return sql<number>`coalesce(
    (select greatest(0, discussion.message_count - rp.up_to) from reading_position rp where rp.person_id = ${personId} and rp.discussion_id = discussion.id),
    (select count(*) from group_membership gm join message m on m.discussion_id = discussion.id and m.created_at > gm.joined_at
      where gm.person_id = ${personId} and gm.group_id = discussion.group_id and gm.ended_at is null),
    0
  )`.mapWith(Number);
}

export interface NewForMe {
  /** Conversations of my groups with something new, the newest first, at most `limit`. */
  conversations: { id: string; title: string; href: string; group: string; unread: number; at: string }[];
  /** Unread messages in all of them together. */
  total: number;
}

/** What is new for the actor in their own groups, for the start page; nothing without an account. */
export async function newForMe(ctx: Ctx, limit = 5): Promise<NewForMe> {
  if (!signedIn(ctx.actor)) return { conversations: [], total: 0 };
  const { personId } = ctx.actor;
  const groups = await readableGroups(ctx, { mine: true });
  if (groups.size === 0) return { conversations: [], total: 0 };
  const unread = unreadBy(personId);
  const rows = await ctx.db
    .select({ id: discussion.id, title: discussion.title, groupId: discussion.groupId, at: discussion.lastMessageAt, unread })
    .from(discussion)
    .where(and(inArray(discussion.groupId, [...groups.keys()]), eq(discussion.moderation, "visible"), couldBeUnread(personId)))
    .orderBy(desc(discussion.lastMessageAt), desc(discussion.id));
  const fresh = rows.filter((row) => row.unread > 0);
  return {
    conversations: fresh.slice(0, limit).map((row) => ({
      id: row.id,
      title: row.title,
      href: discussionHref(row.id),
      group: groups.get(row.groupId)!.group.name,
      unread: row.unread,
      at: row.at.toISOString(),
    })),
    total: fresh.reduce((sum, row) => sum + row.unread, 0),
  };
}

/** Leaves out what was read to the end, or was last written in before the person came, without counting its messages. */
function couldBeUnread(personId: string): SQL {
  return sql`(exists (select 1 from ${readingPosition} where ${readingPosition.personId} = ${personId} and ${readingPosition.discussionId} = ${discussion.id} and ${readingPosition.upTo} < ${discussion.messageCount})
    or (not exists (select 1 from ${readingPosition} where ${readingPosition.personId} = ${personId} and ${readingPosition.discussionId} = ${discussion.id})
      and exists (select 1 from ${groupMembership} where ${groupMembership.personId} = ${personId} and ${groupMembership.groupId} = ${discussion.groupId}
        and ${isNull(groupMembership.endedAt)} and ${groupMembership.joinedAt} < ${discussion.lastMessageAt})))`;
}
