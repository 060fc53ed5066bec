import { count, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { notice } from "#db/schema/index";
import { accessDiscussions } from "~/features/discussions/index.server";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { unseenMessages } from "./note-talk.server";
import { stillNew } from "./unread-notices.server";

export interface NoticeView {
  id: string;
  kind: string;
  /** What its sentence needs. Of a conversation that the reader may still read: `title` and, while it is new, `count` of messages. */
  data: Record<string, string | number>;
  href: string;
  at: string;
  read: boolean;
  /** The conversation that it is about; lines of one stand together. */
  conversation: string | null;
}

/** A page of the actor's own notices, newest first; lines about one conversation follow the newest of them. */
export async function listNotices(ctx: Ctx, page: number): Promise<{ notices: NoticeView[]; unread: number; page: number; more: boolean }> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const mine = eq(notice.personId, ctx.actor.personId);
  const size = limits.pageSize;
  const rows = await ctx.db
    .select({ ...getTableColumns(notice), isNew: sql<boolean>`${stillNew}`, unseen: unseenMessages })
    .from(notice)
    .where(mine)
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(size + 1)
    .offset((page - 1) * size);
  const [unread] = await ctx.db.select({ n: count() }).from(notice).where(sql`${mine} and ${stillNew}`);
  const shown = rows.slice(0, size);
  const titles = await titlesOf(ctx, shown.flatMap((row) => (row.upTo === null ? [] : (row.discussionId ?? []))));
  return {
    notices: together(shown).map((row) => {
      const title = titles.get(row.discussionId ?? "");
      const data = title && row.upTo !== null ? { title, count: row.isNew ? row.unseen : 0 } : row.data;
      return { id: row.id, kind: row.kind, data, href: row.href, at: row.createdAt.toISOString(), read: !row.isNew, conversation: row.discussionId };
    }),
    unread: unread?.n ?? 0,
    page,
    more: rows.length > size,
  };
}

/** Rows about the same conversation behind the first of them; the others stay where they are. */
function together<T extends { id: string; discussionId: string | null }>(rows: readonly T[]): T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.discussionId ?? row.id, [...(groups.get(row.discussionId ?? row.id) ?? []), row]);
  return [...groups.values()].flat();
}

/** Titles of conversations, as far as the actor may read them now. */
async function titlesOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const accessed = await accessDiscussions(ctx, [...new Set(ids)].map((id) => ({ actor: ctx.actor, id })), false);
  return new Map(accessed.flatMap((one) => (one instanceof AppError ? [] : [[one.discussion.id, one.discussion.title]])));
}
