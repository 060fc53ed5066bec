import { and, desc, eq, inArray, max } from "drizzle-orm";
import { activity, fact as factTable, municipality } from "#db/schema/index";
import type { OpenedSpace } from "~/features/groups/index.server";
import { feedSize, type FeedEntry } from "~/platform/atom-feed";
import type { Ctx } from "~/platform/ctx.server";
import { formatSpan } from "~/ui";
import { calendarFile } from "./calendar-file";
import { activityCancelled, activityChanged, activityPlanned } from "./facts";
import type { ActivityRow } from "./queries.server";
import { showActivity } from "./show-activities.server";
import { activityHref, placeLine } from "./views";
import { activityWords } from "./words";

type Opened = Pick<OpenedSpace, "ctx" | "groups">;

/** The activities that were planned, changed or cancelled last. */
export async function feedActivities({ ctx, groups }: Opened): Promise<FeedEntry[]> {
  const rows = await findNewest({ ctx, groups }, "createdAt", feedSize);
  const changed = await lastChanges(ctx, rows);
  const names = await municipalityNames(ctx);
  const t = activityWords.for(ctx.language);
  return rows.map((row) => {
    const when = formatSpan(row.startsAt, row.endsAt, { language: ctx.language, thisYear: row.createdAt.getUTCFullYear() });
    const where = placeLine(row.place, names.get(row.nis ?? "") ?? null);
    return {
      id: row.id,
      title: row.state === "cancelled" ? t("feed_cancelled", { title: row.title }) : row.title,
      href: activityHref(row.id),
      published: row.createdAt,
      updated: changed.get(row.id) ?? row.createdAt,
      author: groups.get(row.groupId)!.group.name,
      summary: `${when}, ${where}. ${row.description.replace(/\s+/g, " ").trim()}`.trim(),
      kind: { term: "activity", label: t("feed_kind") },
    };
  });
}

/** How many activities a calendar carries: those that begin last. */
const calendarSize = 500;

/** The activities as one calendar that people subscribe to. Those that are over stay in it, as they do in an agenda. */
export async function calendarOfSpace({ ctx, groups, space, changedAt }: Pick<OpenedSpace, "ctx" | "groups" | "space" | "changedAt">): Promise<string> {
  const rows = await findNewest({ ctx, groups }, "startsAt", calendarSize);
  const names = await municipalityNames(ctx);
  const { publicUrl, env } = ctx.house;
  return calendarFile(
    rows.map((row) => ({ activity: showActivity(row), address: `${publicUrl}${activityHref(row.id)}`, municipality: names.get(row.nis ?? "") ?? null })),
    // Unchanged activities make the very same calendar.
    { product: env.INSTALLATION_NAME, madeAt: changedAt ?? space.createdAt, name: activityWords.for(ctx.language)("calendar_name", { space: space.name }) },
  );
}

async function findNewest({ ctx, groups }: Opened, by: "createdAt" | "startsAt", most: number): Promise<ActivityRow[]> {
  if (groups.size === 0) return [];
  return ctx.db
    .select()
    .from(activity)
    .where(and(inArray(activity.groupId, [...groups.keys()]), eq(activity.moderation, "visible")))
    .orderBy(desc(activity[by]), activity.id)
    .limit(most);
}

async function lastChanges(ctx: Ctx, rows: ActivityRow[]): Promise<Map<string, Date>> {
  if (rows.length === 0) return new Map();
  const told = [activityPlanned, activityChanged, activityCancelled].map(({ name }) => name);
  const found = await ctx.db
    .select({ id: factTable.objectId, at: max(factTable.occurredAt) })
    .from(factTable)
    .where(and(inArray(factTable.objectId, rows.map((row) => row.id)), inArray(factTable.type, told)))
    .groupBy(factTable.objectId);
  return new Map(found.flatMap(({ id, at }) => (id && at ? [[id, at] as const] : [])));
}

async function municipalityNames(ctx: Ctx): Promise<Map<string, string>> {
  return new Map((await ctx.db.select().from(municipality)).map((row) => [row.nis, ctx.language === "fr" ? row.nameFr : row.name]));
}
