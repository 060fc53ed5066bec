import { eq, sql } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { mayCloseDiscussion } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDiscussion } from "./access-discussion.server";
import { discussionClosed, discussionReopened } from "./facts";
import { CloseDiscussionInput } from "./input";

/**
 * Closes a conversation, with a few words on what came of it (it stays to be read), or opens it again. What it is already,
 * it stays, without a fact. @throws AppError `already_done` when it was closed with other words; `ask_moderator` when the moderator locked it; `forbidden` … from the rule.
 */
export const closeDiscussion = defineAction({
  name: "discussion.close",
  input: CloseDiscussionInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessDiscussion(ctx, input.discussion),
  allow: (actor, loaded) => mayCloseDiscussion(actor, loaded.relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { id, state, summary } = loaded.discussion;
    const wanted = input.open ? "open" : "closed";
    if (state === wanted) {
      // Somebody else closed it with other words: these are not thrown away unseen.
      if (!input.open && input.summary !== "" && input.summary !== summary) throw new AppError("already_done");
      return { state };
    }
    // Opened again, it keeps its summary for the next time that it is closed.
    const words = input.open ? {} : { summary: input.summary, closedByActor: ctx.actor.actorId, closedAt: ctx.now };
    await ctx.db.update(discussion).set({ state: wanted, ...words, rev: sql`${discussion.rev} + 1` }).where(eq(discussion.id, id));
    fact(input.open ? discussionReopened : discussionClosed, { ...aboutFact(loaded, { kind: "discussion", id }), data: {} });
    return { state: wanted };
  },
});
