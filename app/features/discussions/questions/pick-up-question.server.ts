import { eq, sql } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { mayPickUpQuestion } from "~/permissions/discussions";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDiscussion } from "../access-discussion.server";
import { questionPickedUp } from "./facts";
import { PickUpInput } from "../input";

/**
 * A facilitator takes a learning question on; everyone who asked hears. Of two at once the second is told that it was done.
 * @throws AppError `already_done`; `forbidden` … from the rule.
 */
export const pickUpQuestion = defineAction({
  name: "question.pick-up",
  input: PickUpInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessDiscussion(ctx, input.discussion),
  allow: (actor, loaded) => {
    // The same facilitator, sending it twice.
    if (loaded.discussion.questionState === "picked_up" && loaded.discussion.pickedUpByActor === actor.actorId) return true;
    return mayPickUpQuestion(actor, loaded.relation);
  },
  run: async (ctx, { loaded, fact }) => {
    const { id, questionState } = loaded.discussion;
    if (questionState !== "asked") return { id };
    await ctx.db
      .update(discussion)
      .set({ questionState: "picked_up", pickedUpByActor: ctx.actor.actorId, rev: sql`${discussion.rev} + 1` })
      .where(eq(discussion.id, id));
    fact(questionPickedUp, { ...aboutFact(loaded, { kind: "discussion", id }), data: {} });
    return { id };
  },
});
