import { and, count, inArray } from "drizzle-orm";
import { z } from "zod";
import { notice } from "#db/schema/index";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { languages } from "~/platform/language";
import { defineLiveEvent } from "~/platform/live-event.server";
import { uiWords } from "~/platform/ui-words";
import type { UnreadNews } from "./live-count";
import { stillNew } from "./unread-notices.server";

/** How many notices the actor has not read; 0 without an account. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const { actor } = ctx;
  return signedIn(actor) ? ((await countUnreadOf(ctx, [actor.personId])).get(actor.personId) ?? 0) : 0;
}

/** The same for several people in one statement; who has none is absent. For the house, which tells each their own. */
export async function countUnreadOf(ctx: Ctx, personIds: string[]): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ personId: notice.personId, n: count() })
    .from(notice)
    .where(and(inArray(notice.personId, personIds), stillNew))
    .groupBy(notice.personId);
  return new Map(rows.map((row) => [row.personId, row.n]));
}

/** The number with its words: which language a device shows is not known to a connection. */
export function unreadNews(n: number): UnreadNews {
  return { count: n, labels: Object.fromEntries(languages.map((language) => [language, uiWords.for(language)("nav_inbox_count", { count: n })])) as UnreadNews["labels"] };
}

defineLiveEvent({ name: "notices:count", input: z.strictObject({}), volatile: true, handle: async (ctx) => unreadNews(await countUnread(ctx)) });
