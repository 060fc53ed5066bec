import { and, desc, eq, inArray } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { statement, type Given } from "#db/statement";
import { readableGroups } from "~/features/groups/index.server";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { discussionHref } from "../views";
import { couldBeUnread, readingOf, type Reading } from "./seen.server";
import { sinceWhen, type NewSince } from "./since.server";

const readingIn = statement((db, { personId, id }: Given<{ personId: string; id: string }>) =>
  db.select({ reading: readingOf(personId) }).from(discussion).where(eq(discussion.id, id)),
);

/** How a person stands in one conversation. */
export async function readReading(ctx: Ctx, personId: string, id: string): Promise<Reading> {
  const [row] = await readingIn(ctx.db, { personId, id });
  return row?.reading ?? { seen: [], unread: 0, first: null, since: null };
}

export interface NewForMe {
  /** Conversations of my groups with something new, the newest first, at most `limit`. */
  conversations: { id: string; title: string; href: string; group: string; unread: number; since: NewSince | null; at: string }[];
  /** Unread messages in all of them together. */
  total: number;
}

/** What is new for the actor in their own groups, for the start page; nothing without an account. */
export async function newForMe(ctx: Ctx, limit = 5): Promise<NewForMe> {
  if (!signedIn(ctx.actor)) return { conversations: [], total: 0 };
  const { personId } = ctx.actor;
  const groups = await readableGroups(ctx, { mine: true });
  if (groups.size === 0) return { conversations: [], total: 0 };
  const rows = await ctx.db
    .select({ id: discussion.id, title: discussion.title, groupId: discussion.groupId, at: discussion.lastMessageAt, reading: readingOf(personId) })
    .from(discussion)
    .where(and(inArray(discussion.groupId, [...groups.keys()]), eq(discussion.moderation, "visible"), couldBeUnread(personId)))
    .orderBy(desc(discussion.lastMessageAt), desc(discussion.id));
  const fresh = rows.filter((row) => row.reading.unread > 0);
  return {
    conversations: fresh.slice(0, limit).map((row) => ({
      id: row.id,
      title: row.title,
      href: discussionHref(row.id),
      group: groups.get(row.groupId)!.group.name,
      unread: row.reading.unread,
      since: sinceWhen(ctx, row.reading),
      at: row.at.toISOString(),
    })),
    total: fresh.reduce((sum, row) => sum + row.reading.unread, 0),
  };
}
