import { activitySignUp } from "#db/schema/index";
import { mayWriteDownGuest } from "~/permissions/activities";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutInLog, accessActivity } from "./access-activity.server";
import { guestWrittenDown } from "./facts";
import { WriteDownGuestInput } from "./input";
import { findSignUp } from "./queries.server";
import { hasPlace, nextOnList, settlePlaces } from "./waiting-list.server";

/**
 * Signs up somebody without an account, by name and phone, or puts them on the waiting list. Sending it again with the same
 * id writes down once. @throws AppError `already_done` when the id was used for somebody else; `forbidden` … from the rule.
 */
export const writeDownGuest = defineAction({
  name: "activity.write-down-guest",
  input: WriteDownGuestInput,
  limit: perPerson(60, "minute"),
  load: async (ctx, input) => ({ ...(await accessActivity(ctx, input.activityId)), sent: (await findSignUp(ctx, input.id)) ?? null }),
  allow: (actor, { relation, sent }, input) => {
    const verdict = mayWriteDownGuest(actor, relation);
    if (verdict !== true || !sent) return verdict;
    return sent.activityId === input.activityId && sent.guestName === input.name ? true : "already_done";
  },
  run: async (ctx, { input, loaded, fact }) => {
    const { activity, relation, sent } = loaded;
    if (sent) return { id: sent.id, state: sent.state };
    const state = (await hasPlace(ctx, activity)) ? ("signed_up" as const) : ("waiting" as const);
    const [made] = await ctx.db
      .insert(activitySignUp)
      .values({ id: input.id, activityId: activity.id, guestName: input.name, guestPhone: input.phone, state, createdAt: await nextOnList(ctx, activity.id) })
      .onConflictDoNothing()
      .returning();
    if (!made) throw new AppError("already_done");
    fact(guestWrittenDown, { ...aboutInLog(activity, relation.group), data: { place: activity.nis, waiting: state === "waiting" } });
    await settlePlaces(ctx, activity, fact);
    return { id: made.id, state };
  },
});
