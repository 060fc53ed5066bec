import { and, eq, sql } from "drizzle-orm";
import { discussion, questionSupport } from "#db/schema/index";
import { maySupportQuestion } from "~/permissions/discussions";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDiscussion } from "../access-discussion.server";
import { questionSupported, supportersChanged } from "./facts";
import { SupportInput } from "../input";

/**
 * "Dat wil ik ook leren", or no longer. Others see the number alone. Saying the same again changes nothing.
 * @throws AppError `not_yourself` for one's own question; `join_space`, `closed` … from the rule.
 */
export const supportQuestion = defineAction({
  name: "question.support",
  input: SupportInput,
  limit: perPerson(60, "minute"),
  load: (ctx, input) => accessDiscussion(ctx, input.discussion),
  allow: (actor, loaded) => maySupportQuestion(actor, loaded.relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { id, supporters } = loaded.discussion;
    const actorId = ctx.actor.actorId!;
    const changed = input.want
      ? await ctx.db.insert(questionSupport).values({ discussionId: id, actorId, createdAt: ctx.now }).onConflictDoNothing().returning({ id: questionSupport.discussionId })
      : await ctx.db.delete(questionSupport).where(and(eq(questionSupport.discussionId, id), eq(questionSupport.actorId, actorId))).returning({ id: questionSupport.discussionId });
    if (changed.length === 0) return { supporters };
    const now = supporters + (input.want ? 1 : -1);
    await ctx.db.update(discussion).set({ supporters: now, rev: sql`${discussion.rev} + 1` }).where(eq(discussion.id, id));
    const { stream, ...about } = aboutFact(loaded, { kind: "discussion", id });
    fact(supportersChanged, { ...about, stream, data: { supporters: now } });
    fact(questionSupported, { ...about, data: { want: input.want } });
    return { supporters: now };
  },
});
