import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { experiment } from "#db/schema/index";
import { readableGroups, type SearchWithin } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { searchWords } from "~/platform/search-words";
import { experimentHref } from "./views";

export interface FoundExperiment {
  kind: "experiment";
  id: string;
  spaceId: string;
  groupId: string;
  title: string;
  text: string;
  href: string;
  /** ISO. */
  at: string;
  /** The higher, the better it fits. */
  rank: number;
}

/** Experiments with these words, through the same gate as their pages; the best fit first. */
export async function searchExperiments(ctx: Ctx, { words, limit, ...within }: { words: string; limit: number } & Partial<SearchWithin>): Promise<FoundExperiment[]> {
  const groups = within.groups ?? (await readableGroups(ctx));
  if (groups.size === 0 || words.trim() === "") return [];
  // Few enough to weigh at the moment of asking.
  const all = sql`concat_ws(' ', ${experiment.title}, ${experiment.wantToKnow}, ${experiment.whatWeDo}, ${experiment.measured}, ${experiment.lesson})`;
  const weighed = sql`setweight(to_tsvector('leerhoek_dutch', ${experiment.title}), 'A') || to_tsvector('leerhoek_dutch', ${all})`;
  const query = searchWords(words);
  const rank = sql<number>`ts_rank(${weighed}, ${query})`;
  const rows = await ctx.db
    .select({ row: experiment, rank })
    .from(experiment)
    .where(and(inArray(experiment.groupId, [...groups.keys()]), eq(experiment.moderation, "visible"), within.since ? gte(experiment.createdAt, within.since) : undefined, sql`(${weighed}) @@ ${query}`))
    .orderBy(desc(rank), desc(experiment.createdAt))
    .limit(limit);
  return rows.map(({ row, rank: weight }) => ({
    kind: "experiment",
    id: row.id,
    spaceId: row.spaceId,
    groupId: row.groupId,
    title: row.title,
    text: row.lesson || row.wantToKnow,
    href: experimentHref(row.id),
    at: (row.finishedAt ?? row.startedAt ?? row.createdAt).toISOString(),
    rank: weight,
  }));
}
