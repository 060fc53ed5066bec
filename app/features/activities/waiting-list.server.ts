import { and, asc, eq, inArray, max } from "drizzle-orm";
import { activitySignUp, actor } from "#db/schema/index";
import { groupStream } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutInLog } from "./access-activity.server";
import { movedUp, placesChanged } from "./facts";
import { countPeople, type ActivityRow } from "./queries.server";
import { freePlaces } from "./views";

/** All of this runs inside an action that holds the activity's row: whoever else wants a place waits for the commit. */

/** Whether the next one who comes gets a place; who waits already goes first. */
export async function hasPlace(ctx: Ctx, activity: ActivityRow): Promise<boolean> {
  const numbers = (await countPeople(ctx, [activity.id])).get(activity.id)!;
  const free = freePlaces(activity.places, numbers);
  return free === null || (free > 0 && numbers.waiting === 0);
}

/** The moment at which the next one comes on the list: after everyone who is on it, whatever the clocks of the requests said. */
export async function nextOnList(ctx: Ctx, activityId: string): Promise<Date> {
  const [last] = await ctx.db.select({ at: max(activitySignUp.createdAt) }).from(activitySignUp).where(eq(activitySignUp.activityId, activityId));
  return new Date(Math.max(ctx.now.getTime(), (last?.at?.getTime() ?? 0) + 1));
}

/**
 * Gives the places that are free to those who wait the longest; each of them with an account hears of it. Then tells the
 * group the numbers. `activity.places` is what holds now.
 */
export async function settlePlaces(ctx: Ctx, activity: ActivityRow, fact: FactWriter): Promise<void> {
  const before = (await countPeople(ctx, [activity.id])).get(activity.id)!;
  const free = freePlaces(activity.places, before) ?? before.waiting;
  const next =
    free === 0 || before.waiting === 0 || activity.state === "cancelled"
      ? []
      : await ctx.db
          .select({ id: activitySignUp.id, personId: activitySignUp.personId })
          .from(activitySignUp)
          .where(and(eq(activitySignUp.activityId, activity.id), eq(activitySignUp.state, "waiting")))
          .orderBy(asc(activitySignUp.createdAt), asc(activitySignUp.id))
          .limit(free);
  if (next.length > 0) {
    await ctx.db.update(activitySignUp).set({ state: "signed_up" }).where(inArray(activitySignUp.id, next.map((row) => row.id)));
    for (const actorId of await actorsOf(ctx, next.flatMap((row) => row.personId ?? []))) {
      fact(movedUp, { ...aboutInLog(activity), stream: streamId("person", actorId), actorId, data: { activity: activity.id } });
    }
  }
  const data = { activity: activity.id, signedUp: before.signedUp + next.length, waiting: before.waiting - next.length };
  fact(placesChanged, { ...aboutInLog(activity), stream: groupStream(activity.groupId), data });
}

/** Actor ids of these persons, in a steady order. */
export async function actorsOf(ctx: Ctx, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await ctx.db.select({ id: actor.id }).from(actor).where(inArray(actor.personId, personIds)).orderBy(asc(actor.id));
  return rows.map((row) => row.id);
}

/** Actor ids of everyone with an account who comes or waits, without who acts. */
export async function actorsOnList(ctx: Ctx, activityId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: actor.id })
    .from(activitySignUp)
    .innerJoin(actor, eq(actor.personId, activitySignUp.personId))
    .where(and(eq(activitySignUp.activityId, activityId), inArray(activitySignUp.state, ["signed_up", "waiting"])))
    .orderBy(asc(actor.id));
  return rows.map((row) => row.id).filter((id) => id !== ctx.actor.actorId);
}
