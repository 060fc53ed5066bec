import { eq, sql } from "drizzle-orm";
import { activity } from "#db/schema/index";
import { mayCancelActivity } from "~/permissions/activities";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { aboutActivity, accessActivity } from "./access-activity.server";
import { activityCancelled, cancelledForYou } from "./facts";
import { CancelActivityInput } from "./input";
import { countPeople } from "./queries.server";
import { actorsOnList } from "./waiting-list.server";

/**
 * Cancels an activity: everyone who comes or waits hears of it. The list stays, so that who has no account can be called.
 * Sending it again changes nothing. @throws AppError `closed` when it is over; `forbidden` … from the rule.
 */
export const cancelActivity = defineAction({
  name: "activity.cancel",
  input: CancelActivityInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessActivity(ctx, input.id),
  allow: (actor, { relation }) => {
    const verdict = mayCancelActivity(actor, relation);
    return verdict === "already_done" ? true : verdict;
  },
  run: async (ctx, { loaded, fact }) => {
    const { activity: row, relation } = loaded;
    if (row.state === "cancelled") return { id: row.id };
    await ctx.db.update(activity).set({ state: "cancelled", rev: sql`${activity.rev} + 1` }).where(eq(activity.id, row.id));
    const { signedUp, waiting } = (await countPeople(ctx, [row.id])).get(row.id)!;
    const about = aboutActivity(row, relation.group);
    fact(activityCancelled, { ...about, data: { people: signedUp + waiting } });
    for (const actorId of await actorsOnList(ctx, row.id)) {
      fact(cancelledForYou, { ...about, stream: streamId("person", actorId), data: { activity: row.id } });
    }
    return { id: row.id };
  },
});
