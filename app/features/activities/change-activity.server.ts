import { eq, sql } from "drizzle-orm";
import { activity } from "#db/schema/index";
import { mayChangeActivity } from "~/permissions/activities";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { aboutActivity, accessActivity } from "./access-activity.server";
import { requireDetails, type Details } from "./details.server";
import { activityChanged, changedForYou } from "./facts";
import { ChangeActivityInput } from "./input";
import { countPeople, type ActivityRow } from "./queries.server";
import { actorsOnList, settlePlaces } from "./waiting-list.server";

/**
 * Changes an activity. When the moment or the place is another, everyone on the list hears; more places go to who waits.
 * The same again changes nothing.
 * @throws AppError `stale` when it changed since `rev`; `invalid_input` for a moment that is over, or fewer places than
 * people who come; `closed` once cancelled; `forbidden` … from the rule.
 */
export const changeActivity = defineAction({
  name: "activity.change",
  input: ChangeActivityInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessActivity(ctx, input.id);
    const details = await requireDetails(ctx, input, accessed.activity);
    return { ...accessed, details, numbers: (await countPeople(ctx, [input.id])).get(input.id)! };
  },
  allow: (actor, loaded, input) => {
    const verdict = mayChangeActivity(actor, loaded.relation);
    if (verdict !== true || isUnchanged(loaded.activity, loaded.details)) return verdict;
    return loaded.activity.rev === input.rev ? true : "stale";
  },
  run: async (ctx, { loaded, fact }) => {
    const { activity: row, details, relation, numbers } = loaded;
    if (isUnchanged(row, details)) return { id: row.id };
    // Who has a place keeps it: fewer places than people is for those who run it to talk over first.
    if (details.places !== null && details.places < numbers.signedUp) throw new AppError("invalid_input", { fields: { places: "too_low" } });
    const [changed] = await ctx.db
      .update(activity)
      .set({ ...details, rev: sql`${activity.rev} + 1` })
      .where(eq(activity.id, row.id))
      .returning();
    const moment = differs(row.startsAt, details.startsAt) || differs(row.endsAt, details.endsAt);
    const place = row.place !== details.place || row.nis !== details.nis;
    const about = aboutActivity(row, relation.group);
    fact(activityChanged, { ...about, data: { moment, place } });
    if ((moment || place) && details.endsAt > ctx.now) {
      for (const actorId of await actorsOnList(ctx, row.id)) {
        fact(changedForYou, { ...about, stream: streamId("person", actorId), data: { activity: row.id, moment, place } });
      }
    }
    if (row.places !== details.places) await settlePlaces(ctx, changed!, fact);
    return { id: row.id };
  },
});

const differs = (a: Date, b: Date) => a.getTime() !== b.getTime();

/** Whether the row says all of this already. */
function isUnchanged(row: ActivityRow, details: Details): boolean {
  return Object.entries(details).every(([key, value]) => {
    const now = row[key as keyof Details];
    return now instanceof Date && value instanceof Date ? !differs(now, value) : now === value;
  });
}
