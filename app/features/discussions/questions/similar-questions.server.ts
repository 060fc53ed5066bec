import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { readableGroups } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { summarize, type DiscussionSummary } from "../lists/list-discussions.server";
import { discussionColumns } from "../queries.server";

/** Titles that share at least this much of their letters are alike (0 to 1, trigrams). */
const alike = 0.3;

/**
 * Learning questions like this one, that the actor may read: they share a word, or most of their letters. The most alike
 * first. `spaceId` keeps to one leerplek, `except` leaves one out.
 */
export async function similarQuestions(ctx: Ctx, params: { title: string; spaceId?: string; except?: string; limit?: number }): Promise<DiscussionSummary[]> {
  const title = params.title.slice(0, 200).replace(/[\0\p{Cs}]/gu, "").trim();
  const groups = title === "" ? new Map() : await readableGroups(ctx, { spaceId: params.spaceId });
  if (groups.size === 0) return [];
  // Any of its words, as the search knows them: without endings, accents and little words.
  const anyWord = sql`(select to_tsquery('simple', string_agg(quote_literal(lexeme), ' | ')) from unnest(to_tsvector('leerhoek_dutch', ${title})))`;
  // The index holds the summary of a finished one too, which may speak of anything.
  const ofTitle = sql`to_tsvector('leerhoek_dutch', ${discussion.title})`;
  const nearness = sql<number>`similarity(${discussion.title}, ${title}) + coalesce(ts_rank(${ofTitle}, ${anyWord}), 0)`;
  const rows = await ctx.db
    .select(discussionColumns)
    .from(discussion)
    .where(
      and(
        inArray(discussion.groupId, [...groups.keys()]),
        eq(discussion.kind, "question"),
        eq(discussion.moderation, "visible"),
        params.except ? ne(discussion.id, params.except) : undefined,
        sql`((${discussion.search} @@ ${anyWord} and ${ofTitle} @@ ${anyWord}) or similarity(${discussion.title}, ${title}) > ${alike})`,
      ),
    )
    .orderBy(desc(nearness), desc(discussion.createdAt))
    .limit(params.limit ?? 5);
  return summarize(ctx, rows.map((row) => ({ row, reading: null })), groups);
}
