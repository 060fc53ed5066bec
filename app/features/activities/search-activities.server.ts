import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { activity } from "#db/schema/index";
import { readableGroups, type SearchWithin } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { searchWords } from "~/platform/search-words";
import { activityHref } from "./views";

export interface FoundActivity {
  kind: "activity";
  id: string;
  spaceId: string;
  groupId: string;
  title: string;
  text: string;
  href: string;
  /** When it begins; ISO. */
  at: string;
  /** The higher, the better it fits. */
  rank: number;
}

/** Activities with these words, through the same gate as their pages; the best fit first. */
export async function searchActivities(ctx: Ctx, { words, limit, ...within }: { words: string; limit: number } & Partial<SearchWithin>): Promise<FoundActivity[]> {
  const groups = within.groups ?? (await readableGroups(ctx));
  if (groups.size === 0 || words.trim() === "") return [];
  // Few enough to weigh at the moment of asking.
  const all = sql`concat_ws(' ', ${activity.title}, ${activity.description}, ${activity.place})`;
  const weighed = sql`setweight(to_tsvector('leerhoek_dutch', ${activity.title}), 'A') || to_tsvector('leerhoek_dutch', ${all})`;
  const query = searchWords(words);
  const rank = sql<number>`ts_rank(${weighed}, ${query})`;
  const rows = await ctx.db
    .select({ row: activity, rank })
    .from(activity)
    .where(and(inArray(activity.groupId, [...groups.keys()]), eq(activity.moderation, "visible"), within.since ? gte(activity.startsAt, within.since) : undefined, sql`(${weighed}) @@ ${query}`))
    .orderBy(desc(rank), desc(activity.startsAt))
    .limit(limit);
  return rows.map(({ row, rank: weight }) => ({
    kind: "activity",
    id: row.id,
    spaceId: row.spaceId,
    groupId: row.groupId,
    title: row.title,
    text: row.description,
    href: activityHref(row.id),
    at: row.startsAt.toISOString(),
    rank: weight,
  }));
}
