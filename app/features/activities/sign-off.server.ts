import { eq } from "drizzle-orm";
import { activitySignUp } from "#db/schema/index";
import { maySignOff } from "~/permissions/activities";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutInLog, accessOwnSignUp } from "./access-activity.server";
import { signedOff } from "./facts";
import { SignOffInput } from "./input";
import { settlePlaces } from "./waiting-list.server";

/**
 * Takes the actor off the list; the first who waits gets the place and hears of it. Sending it again changes nothing.
 * @throws AppError `not_found` for who is not on it; `closed` once it has begun.
 */
export const signOff = defineAction({
  name: "activity.sign-off",
  input: SignOffInput,
  limit: perPerson(20, "minute"),
  load: (ctx, input) => accessOwnSignUp(ctx, input.activityId),
  allow: (actor, { signUp, begun }) => (signUp.state === "cancelled" ? true : maySignOff(actor, { begun })),
  run: async (ctx, { loaded, fact }) => {
    const { activity, signUp } = loaded;
    if (signUp.state === "cancelled") return { id: signUp.id };
    await ctx.db.update(activitySignUp).set({ state: "cancelled" }).where(eq(activitySignUp.id, signUp.id));
    fact(signedOff, { ...aboutInLog(activity), data: { place: activity.nis } });
    await settlePlaces(ctx, activity, fact);
    return { id: signUp.id };
  },
});
