import { eq } from "drizzle-orm";
import { activitySignUp } from "#db/schema/index";
import { mayTakeOffList } from "~/permissions/activities";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { aboutInLog, accessActivity } from "./access-activity.server";
import { takenOffForYou, takenOffList } from "./facts";
import { TakeOffListInput } from "./input";
import { findSignUp } from "./queries.server";
import { actorsOf, settlePlaces } from "./waiting-list.server";

/**
 * Takes somebody off the list, such as a guest who calls that they cannot come; somebody with an account hears of it, and
 * so does the first who waits. Sending it again changes nothing.
 * @throws AppError `not_found` for who was never on it; `forbidden`, `closed` … from the rule.
 */
export const takeOffList = defineAction({
  name: "activity.take-off-list",
  input: TakeOffListInput,
  limit: perPerson(60, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessActivity(ctx, input.activityId);
    const signUp = await findSignUp(ctx, input.signUpId);
    return { ...accessed, signUp: signUp?.activityId === input.activityId ? signUp : null };
  },
  // First whether they may know who is on the list at all.
  allow: (actor, { relation, signUp }) => {
    const verdict = mayTakeOffList(actor, relation);
    return verdict !== true || signUp ? verdict : "not_found";
  },
  run: async (ctx, { loaded, fact }) => {
    const { activity, relation, signUp } = loaded;
    if (!signUp) throw new AppError("not_found");
    if (signUp.state === "cancelled") return { id: signUp.id };
    await ctx.db.update(activitySignUp).set({ state: "cancelled" }).where(eq(activitySignUp.id, signUp.id));
    fact(takenOffList, { ...aboutInLog(activity, relation.group), data: { guest: signUp.personId === null } });
    for (const actorId of await actorsOf(ctx, signUp.personId ? [signUp.personId] : [])) {
      fact(takenOffForYou, { ...aboutInLog(activity, relation.group), stream: streamId("person", actorId), data: { activity: activity.id } });
    }
    await settlePlaces(ctx, activity, fact);
    return { id: signUp.id };
  },
});
