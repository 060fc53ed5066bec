import { eq, sql } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { mayCloseDiscussion } from "~/permissions/discussions";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDiscussion } from "./access-discussion.server";
import { discussionClosed, discussionReopened } from "./facts";
import { CloseDiscussionInput } from "./input";

/**
 * Closes a conversation (it stays to be read) or opens it again. What it is already, it stays, without a fact.
 * @throws AppError `ask_moderator` when the moderator locked it; `forbidden` … from the rule.
 */
export const closeDiscussion = defineAction({
  name: "discussion.close",
  input: CloseDiscussionInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessDiscussion(ctx, input.discussion),
  allow: (actor, loaded) => mayCloseDiscussion(actor, loaded.relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { id, state } = loaded.discussion;
    const wanted = input.open ? "open" : "closed";
    if (state === wanted) return { state };
    await ctx.db.update(discussion).set({ state: wanted, rev: sql`${discussion.rev} + 1` }).where(eq(discussion.id, id));
    fact(input.open ? discussionReopened : discussionClosed, { ...aboutFact(loaded, { kind: "discussion", id }), data: {} });
    return { state: wanted };
  },
});
