import { eq } from "drizzle-orm";
import { activitySignUp } from "#db/schema/index";
import { maySignUp } from "~/permissions/activities";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutInLog, accessActivity } from "./access-activity.server";
import { signedUp } from "./facts";
import { SignUpInput } from "./input";
import { findOwnSignUp, findSignUp } from "./queries.server";
import { hasPlace, nextOnList, settlePlaces } from "./waiting-list.server";

/**
 * Signs the actor up, or puts them on the waiting list when every place is taken. Never more people than places, however
 * many come at once. Sending it again, or signing up twice, changes nothing.
 * @throws AppError `join_space` for who has no name in the leerplek yet; `closed` once it begins … from the rule;
 * `already_done` when the id was used for something else.
 */
export const signUp = defineAction({
  name: "activity.sign-up",
  input: SignUpInput,
  limit: perPerson(20, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessActivity(ctx, input.activityId);
    return { ...accessed, sent: (await findSignUp(ctx, input.id)) ?? null, mine: (await findOwnSignUp(ctx, input.activityId)) ?? null };
  },
  allow: (actor, { relation, sent, mine }, input) => {
    // A retry of what was done already, also when it was undone since.
    if (sent) return sent.activityId === input.activityId && sent.id === mine?.id ? true : "already_done";
    return maySignUp(actor, relation);
  },
  run: async (ctx, { input, loaded, fact }) => {
    const { activity, relation, sent, mine } = loaded;
    if (mine && (sent || mine.state !== "cancelled")) return { id: mine.id, state: mine.state };
    const state = (await hasPlace(ctx, activity)) ? ("signed_up" as const) : ("waiting" as const);
    const createdAt = await nextOnList(ctx, activity.id);
    if (mine) {
      // Who comes back after signing off stands at the end of the line again.
      await ctx.db.update(activitySignUp).set({ id: input.id, state, createdAt, attended: null }).where(eq(activitySignUp.id, mine.id));
    } else {
      const [made] = await ctx.db
        .insert(activitySignUp)
        .values({ id: input.id, activityId: activity.id, personId: ctx.actor.personId, state, createdAt })
        .onConflictDoNothing()
        .returning();
      // Only an id that was taken meanwhile, for another activity, can stand in the way: this one's row is held.
      if (!made) throw new AppError("already_done");
    }
    fact(signedUp, { ...aboutInLog(activity, relation.group), data: { place: activity.nis, waiting: state === "waiting" } });
    await settlePlaces(ctx, activity, fact);
    return { id: input.id, state };
  },
});
