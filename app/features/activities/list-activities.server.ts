import { and, asc, desc, eq, gt, gte, inArray, lt, lte, ne, type SQL } from "drizzle-orm";
import { activity, activitySignUp, municipality, theme } from "#db/schema/index";
import { accessGroup, readableGroups, type LoadedRelation } from "~/features/groups/index.server";
import { calendarPath } from "~/features/spaces/feed-path";
import { accessSpace } from "~/features/spaces/index.server";
import { mayPlanActivity } from "~/permissions/activities";
import { mayFollowSpace } from "~/permissions/spaces";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import type { Accent } from "~/ui";
import { countPeople, type ActivityRow, type SignUpRow } from "./queries.server";
import { activityHref, freePlaces } from "./views";

/** An activity in a list. Moments are ISO text. */
export interface ActivityInShort {
  id: string;
  href: string;
  title: string;
  startsAt: string;
  endsAt: string;
  place: string;
  municipality: string | null;
  priceCents: number;
  /** Places that are free; null without a limit. */
  free: number | null;
  state: "planned" | "cancelled";
  headcount: number | null;
  mine: Exclude<SignUpRow["state"], "cancelled"> | null;
  group: string;
  space: string;
  accent: Accent;
}

export interface ListedActivities {
  activities: ActivityInShort[];
  page: number;
  more: boolean;
}

export interface Wanted {
  /** What is still to come, or what is over; the nearest to now first. */
  when: "upcoming" | "past";
  /** Municipalities to keep to, by NIS code. */
  nis?: string[];
  page: number;
}

/** Activities of all groups that the actor may read: those of public leerplekken and their own. Changes with the clock, so never kept. */
export async function listActivities(ctx: Ctx, wanted: Wanted): Promise<ListedActivities> {
  return list(ctx, await readableGroups(ctx), wanted);
}

/** The activities of one leerplek that the actor may read, and the address of its calendar when everyone reads it. @throws AppError as `accessSpace`. */
export async function listActivitiesOfSpace(ctx: Ctx, { slug, ...wanted }: Wanted & { slug: string }): Promise<ListedActivities & { space: { slug: string; name: string }; mayPlan: boolean; calendar: string | null }> {
  const { space, relation } = await accessSpace(ctx, { slug });
  const groups = await readableGroups(ctx, { spaceId: space.id });
  const calendar = mayFollowSpace(ctx.actor, relation) === true ? `${ctx.house.publicUrl}${calendarPath(space.slug)}` : null;
  const mayPlan = [...groups.values()].some(({ relation }) => mayPlanActivity(ctx.actor, relation) === true);
  return { ...(await list(ctx, groups, wanted)), space: { slug: space.slug, name: space.name }, mayPlan, calendar };
}

/** What the actor signed up for and is still to come, as far as they may read it. */
export async function listOwnActivities(ctx: Ctx): Promise<ActivityInShort[]> {
  if (!signedIn(ctx.actor)) return [];
  const own = await ctx.db
    .select({ id: activitySignUp.activityId })
    .from(activitySignUp)
    .where(and(eq(activitySignUp.personId, ctx.actor.personId), ne(activitySignUp.state, "cancelled")));
  if (own.length === 0) return [];
  const groups = await readableGroups(ctx);
  return (await list(ctx, groups, { when: "upcoming", page: 1 }, inArray(activity.id, own.map((row) => row.id)))).activities;
}

/**
 * The activities that belong to an experiment, the oldest first. They are of its own group, so its page depends on nothing more.
 */
export async function listOfExperiment(ctx: Ctx, experimentId: string): Promise<ActivityInShort[]> {
  const rows = await ctx.db
    .select()
    .from(activity)
    .where(and(eq(activity.experimentId, experimentId), eq(activity.moderation, "visible")))
    .orderBy(asc(activity.startsAt), asc(activity.id))
    .limit(limits.pageSize);
  const [first] = rows;
  if (!first) return [];
  const groups = await readableGroups(ctx, { spaceId: first.spaceId });
  return inShort(ctx, groups, rows.filter((row) => groups.has(row.groupId)));
}

/** How far ahead a group's paper looks. */
const weeksAhead = 4;

/** What a group plans in the four weeks from a moment on, without what was cancelled. @throws AppError as `accessGroup`. */
export async function listComingOfGroup(ctx: Ctx, { groupId, from }: { groupId: string; from: Date }): Promise<ActivityInShort[]> {
  const { group, space, relation, membership } = await accessGroup(ctx, groupId);
  const until = new Date(from.getTime() + weeksAhead * 7 * 86_400_000);
  const rows = await ctx.db
    .select()
    .from(activity)
    .where(and(eq(activity.groupId, groupId), eq(activity.moderation, "visible"), eq(activity.state, "planned"), gte(activity.startsAt, from), lt(activity.startsAt, until)))
    .orderBy(asc(activity.startsAt), asc(activity.id))
    .limit(limits.pageSize);
  return inShort(ctx, new Map([[groupId, { group, space, relation, membership }]]), rows);
}

async function list(ctx: Ctx, groups: Map<string, LoadedRelation>, { when, nis, page }: Wanted, besides?: SQL): Promise<ListedActivities> {
  const size = limits.pageSize;
  if (groups.size === 0 || nis?.length === 0) return { activities: [], page, more: false };
  const rows = await ctx.db
    .select()
    .from(activity)
    .where(
      and(
        inArray(activity.groupId, [...groups.keys()]),
        eq(activity.moderation, "visible"),
        when === "upcoming" ? gt(activity.endsAt, ctx.now) : lte(activity.endsAt, ctx.now),
        nis ? inArray(activity.nis, nis) : undefined,
        besides,
      ),
    )
    .orderBy(when === "upcoming" ? asc(activity.startsAt) : desc(activity.startsAt), asc(activity.id))
    .limit(size + 1)
    .offset((page - 1) * size);
  return { activities: await inShort(ctx, groups, rows.slice(0, size)), page, more: rows.length > size };
}

async function inShort(ctx: Ctx, groups: Map<string, LoadedRelation>, rows: ActivityRow[]): Promise<ActivityInShort[]> {
  const ids = rows.map((row) => row.id);
  const numbers = await countPeople(ctx, ids);
  const own = await ownStates(ctx, ids);
  const accents = new Map((await ctx.db.select({ key: theme.key, accent: theme.accent }).from(theme)).map((row) => [row.key, row.accent as Accent]));
  const names = new Map((await ctx.db.select().from(municipality)).map((row) => [row.nis, ctx.language === "fr" ? row.nameFr : row.name]));
  return rows.map((row) => {
    const { group, space } = groups.get(row.groupId)!;
    const { id, title, place, priceCents, state, headcount } = row;
    return {
      id,
      href: activityHref(id),
      title,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      place,
      municipality: row.nis === null ? null : (names.get(row.nis) ?? null),
      priceCents,
      free: freePlaces(row.places, numbers.get(id)!),
      state,
      headcount,
      mine: own.get(id) ?? null,
      group: group.name,
      space: space.name,
      accent: accents.get(space.themeKey) ?? "teal",
    };
  });
}

async function ownStates(ctx: Ctx, ids: string[]): Promise<Map<string, NonNullable<ActivityInShort["mine"]>>> {
  const { personId } = ctx.actor;
  if (personId === null || ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: activitySignUp.activityId, state: activitySignUp.state })
    .from(activitySignUp)
    .where(and(eq(activitySignUp.personId, personId), inArray(activitySignUp.activityId, ids)));
  return new Map(rows.flatMap(({ id, state }) => (state === "cancelled" ? [] : [[id, state] as const])));
}
