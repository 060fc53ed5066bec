import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { experiment } from "#db/schema/index";
import type { OpenedSpace } from "~/features/groups/index.server";
import { feedSize, type FeedEntry } from "~/platform/atom-feed";
import { experimentWords } from "./words";
import { experimentHref } from "./views";

/** What groups learnt from their experiments, the newest first: also where it did not work. */
export async function feedLessons({ ctx, groups }: Pick<OpenedSpace, "ctx" | "groups">): Promise<FeedEntry[]> {
  if (groups.size === 0) return [];
  const t = experimentWords.for(ctx.language);
  const rows = await ctx.db
    .select()
    .from(experiment)
    .where(and(inArray(experiment.groupId, [...groups.keys()]), eq(experiment.moderation, "visible"), eq(experiment.stage, "lesson"), ne(experiment.lesson, "")))
    .orderBy(desc(experiment.finishedAt), experiment.id)
    .limit(feedSize);
  return rows.map((row) => {
    const at = row.finishedAt ?? row.createdAt;
    return {
      id: row.id,
      title: row.title,
      href: experimentHref(row.id),
      published: at,
      updated: at,
      author: groups.get(row.groupId)!.group.name,
      summary: row.lesson,
      kind: { term: "lesson", label: t("stage_lesson") },
    };
  });
}
