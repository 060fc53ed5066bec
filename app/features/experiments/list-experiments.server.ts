import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { experiment, theme } from "#db/schema/index";
import { groupStream, readableGroups, type LoadedRelation } from "~/features/groups/index.server";
import { accessSpace, spaceStream } from "~/features/spaces/index.server";
import { mayStartExperiment, type ExperimentStage } from "~/permissions/experiments";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { readHead, readHeads } from "~/platform/publisher.server";
import type { Accent } from "~/ui";
import type { Outcome } from "./codes";
import type { ExperimentRow } from "./queries.server";
import { experimentHref } from "./views";

/** An experiment in a list. */
export interface ExperimentInShort {
  id: string;
  href: string;
  title: string;
  stage: ExperimentStage;
  outcome: Outcome | null;
  /** The lesson, else what they want to know. */
  text: string;
  group: string;
  space: string;
  accent: Accent;
}

export interface ListedExperiments {
  experiments: ExperimentInShort[];
  page: number;
  more: boolean;
}

/** What is being done comes first, then ideas, then what was learnt. */
const rank = sql`case ${experiment.stage} when 'running' then 1 when 'measuring' then 1 when 'idea' then 2 else 3 end`;

/** The experiments of one leerplek that the actor may read. @throws AppError as `accessSpace`. */
export async function listExperiments(ctx: Ctx, { slug, page }: { slug: string; page: number }): Promise<ListedExperiments & { space: { slug: string; name: string }; mayStart: boolean }> {
  const { space } = await accessSpace(ctx, { slug });
  const stream = spaceStream(space.id);
  const head = await readHead(ctx, stream);
  const groups = await readableGroups(ctx, { spaceId: space.id });
  // A new group is announced to its leerplek; without any group there is nothing that would make the page old.
  const heads = await readHeads(ctx, [...groups.keys()].map(groupStream));
  ctx.dependsOn.set(stream, head);
  for (const id of groups.keys()) ctx.dependsOn.set(groupStream(id), heads.get(groupStream(id)) ?? 0);
  const listed = await list(ctx, groups, page, (ids, limit, offset) =>
    ctx.db
      .select()
      .from(experiment)
      .where(and(inArray(experiment.groupId, ids), eq(experiment.moderation, "visible")))
      .orderBy(rank, desc(sql`coalesce(${experiment.finishedAt}, ${experiment.startedAt}, ${experiment.createdAt})`), experiment.id)
      .limit(limit)
      .offset(offset),
  );
  const mayStart = [...groups.values()].some(({ relation }) => mayStartExperiment(ctx.actor, relation) === true);
  return { ...listed, space: { slug: space.slug, name: space.name }, mayStart };
}

/** What was learnt everywhere that the actor may read, newest first; what did not work is in it as well. */
export async function listLessons(ctx: Ctx, { page, outcome }: { page: number; outcome?: Outcome }): Promise<ListedExperiments> {
  return list(ctx, await readableGroups(ctx), page, (ids, limit, offset) =>
    ctx.db
      .select()
      .from(experiment)
      .where(
        and(
          inArray(experiment.groupId, ids),
          eq(experiment.moderation, "visible"),
          eq(experiment.stage, "lesson"),
          ne(experiment.lesson, ""),
          outcome ? eq(experiment.outcome, outcome) : undefined,
        ),
      )
      .orderBy(desc(experiment.finishedAt), experiment.id)
      .limit(limit)
      .offset(offset),
  );
}

async function list(
  ctx: Ctx,
  groups: Map<string, LoadedRelation>,
  page: number,
  read: (groupIds: string[], limit: number, offset: number) => PromiseLike<ExperimentRow[]>,
): Promise<ListedExperiments> {
  const size = limits.pageSize;
  const rows = groups.size === 0 ? [] : await read([...groups.keys()], size + 1, (page - 1) * size);
  const accents = new Map((await ctx.db.select({ key: theme.key, accent: theme.accent }).from(theme)).map((row) => [row.key, row.accent as Accent]));
  return {
    experiments: rows.slice(0, size).map((row) => {
      const { group, space } = groups.get(row.groupId)!;
      const { id, title, stage, outcome } = row;
      const text = stage === "lesson" ? row.lesson : row.wantToKnow;
      return { id, href: experimentHref(id), title, stage, outcome, text, group: group.name, space: space.name, accent: accents.get(space.themeKey) ?? "teal" };
    }),
    page,
    more: rows.length > size,
  };
}
