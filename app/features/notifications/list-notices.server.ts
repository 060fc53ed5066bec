import { and, count, desc, eq, isNull } from "drizzle-orm";
import { notice } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";

export interface NoticeView {
  id: string;
  kind: string;
  data: Record<string, string | number>;
  href: string;
  at: string;
  read: boolean;
}

/** A page of the actor's own notices, newest first. */
export async function listNotices(ctx: Ctx, page: number): Promise<{ notices: NoticeView[]; unread: number; page: number; more: boolean }> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const mine = eq(notice.personId, ctx.actor.personId);
  const size = limits.pageSize;
  const rows = await ctx.db.select().from(notice).where(mine).orderBy(desc(notice.createdAt), desc(notice.id)).limit(size + 1).offset((page - 1) * size);
  const [unread] = await ctx.db.select({ n: count() }).from(notice).where(and(mine, isNull(notice.readAt)));
  return {
    notices: rows.slice(0, size).map((row) => ({ id: row.id, kind: row.kind, data: row.data, href: row.href, at: row.createdAt.toISOString(), read: row.readAt !== null })),
    unread: unread?.n ?? 0,
    page,
    more: rows.length > size,
  };
}
