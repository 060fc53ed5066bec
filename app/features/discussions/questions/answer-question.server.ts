import { eq, sql } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { linkThings } from "~/features/spaces/index.server";
import { mayAnswerQuestion } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { findThings } from "~/platform/things.server";
import { aboutFact, accessDiscussion } from "../access-discussion.server";
import { questionAnswered } from "./facts";
import { AnswerInput } from "../input";

/** The relation of a link from a question to what answers it. */
export const answeredBy = "answered-by";

/**
 * Says what answers a learning question: a message in it, a text, an activity or an experiment of the same leerplek.
 * Everyone who asked hears. The same answer again changes nothing.
 * @throws AppError `not_found` when the answer is not there or not of this leerplek; `forbidden` … from the rule.
 */
export const answerQuestion = defineAction({
  name: "question.answer",
  input: AnswerInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessDiscussion(ctx, input.discussion);
    const [answer] = await findThings(ctx, [{ kind: input.toKind, id: input.toId }]);
    if (!answer || answer.spaceId !== accessed.space.id) throw new AppError("not_found");
    return accessed;
  },
  allow: (actor, loaded) => mayAnswerQuestion(actor, loaded.relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { id, spaceId } = loaded.discussion;
    const to = { kind: input.toKind, id: input.toId };
    if (!(await linkThings(ctx, spaceId, { from: { kind: "discussion", id }, to, relation: answeredBy }))) return { id };
    await ctx.db
      .update(discussion)
      .set({ questionState: "answered", pickedUpByActor: loaded.discussion.pickedUpByActor ?? ctx.actor.actorId, rev: sql`${discussion.rev} + 1` })
      .where(eq(discussion.id, id));
    fact(questionAnswered, { ...aboutFact(loaded, { kind: "discussion", id }), data: { toKind: to.kind, toId: to.id } });
    return { id };
  },
});
