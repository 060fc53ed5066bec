import { and, eq, inArray } from "drizzle-orm";
import { noticeLevel } from "#db/schema/index";
import { levelThatCounts, type NoticeLevel, type PlaceKind } from "~/permissions/notifications";
import { signedIn, type Ctx } from "~/platform/ctx.server";

/** Where something happened: the ids of the places around it. */
export type Around = Partial<Record<PlaceKind, string | null>>;

/** What a person chose in a place, and what counts there. */
export interface LevelView {
  level: NoticeLevel;
  /** What would count without a choice here. */
  around: { level: NoticeLevel; from: PlaceKind | "default" };
  /** Chosen here. */
  own: boolean;
}

type LevelRow = typeof noticeLevel.$inferSelect;

/** Everyone's choices about some places. */
export async function choicesAbout(ctx: Ctx, placeIds: readonly string[]): Promise<LevelRow[]> {
  if (placeIds.length === 0) return [];
  return ctx.db.select().from(noticeLevel).where(inArray(noticeLevel.placeId, [...new Set(placeIds)]));
}

/** The choices of one person, by place. */
export async function choicesOf(ctx: Ctx, personId: string): Promise<LevelRow[]> {
  return ctx.db.select().from(noticeLevel).where(eq(noticeLevel.personId, personId)).orderBy(noticeLevel.placeId);
}

/** Who wants to hear how much of what happens in a place: by person, where they chose anything about it. */
export function levelsAmong(choices: readonly LevelRow[], around: Around): Map<string, NoticeLevel> {
  const chosen = new Map<string, Partial<Record<PlaceKind, NoticeLevel>>>();
  for (const { personId, placeKind, placeId, level } of choices) {
    if (around[placeKind] === placeId) chosen.set(personId, { ...chosen.get(personId), [placeKind]: level });
  }
  return new Map([...chosen].map(([personId, levels]) => [personId, levelThatCounts(levels).level]));
}

/** How a choice in the place `kind` of `around` looks to the person whose choices these are. */
export function viewLevel(choices: readonly LevelRow[], kind: PlaceKind, around: Around): LevelView {
  const chosen: Partial<Record<PlaceKind, NoticeLevel>> = {};
  for (const one of choices) if (around[one.placeKind] === one.placeId) chosen[one.placeKind] = one.level;
  const { [kind]: own, ...wider } = chosen;
  const theirs = levelThatCounts(wider);
  return { level: own ?? theirs.level, around: theirs, own: own !== undefined };
}

/** What the actor chose about a place, for the form on its page; null without an account. Authorises nothing: the page was read before. */
export async function readLevel(ctx: Ctx, kind: PlaceKind, around: Around): Promise<LevelView | null> {
  if (!signedIn(ctx.actor)) return null;
  const ids = Object.values(around).filter((id) => typeof id === "string");
  const choices = await ctx.db.select().from(noticeLevel).where(and(eq(noticeLevel.personId, ctx.actor.personId), inArray(noticeLevel.placeId, ids)));
  return viewLevel(choices, kind, around);
}
