import { sql } from "drizzle-orm";
import { readingPosition } from "#db/schema/index";
import { signedIn } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessDiscussion } from "./access-discussion.server";
import { MarkReadInput } from "./input";

/**
 * Remembers how far the actor has read a conversation; it never goes back. Nobody else hears of it.
 * @throws AppError `sign_in`, `not_found` … as the conversation says.
 */
export const markRead = defineAction({
  name: "discussion.mark-read",
  input: MarkReadInput,
  limit: perPerson(120, "minute"),
  load: (ctx, input) => accessDiscussion(ctx, input.discussion, false),
  allow: (actor) => (signedIn(actor) ? true : "sign_in"),
  run: async (ctx, { input, loaded }) => {
    const upTo = Math.min(Math.max(...input.ranges.map(([, to]) => to)), loaded.discussion.messageCount);
    if (upTo === 0) return { upTo };
    await ctx.db
      .insert(readingPosition)
      .values({ personId: ctx.actor.personId!, discussionId: loaded.discussion.id, upTo, at: ctx.now })
      .onConflictDoUpdate({
        target: [readingPosition.personId, readingPosition.discussionId],
        set: { upTo: sql`greatest(${readingPosition.upTo}, excluded.up_to)`, at: ctx.now },
      });
    return { upTo };
  },
});
