import { sql } from "drizzle-orm";
import { readingPosition } from "#db/schema/index";
import { signedIn } from "~/platform/ctx.server";
import { defineBatchAction } from "~/platform/define-batch-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessDiscussions } from "../access-discussion.server";
import { MarkReadInput } from "../input";

/**
 * Remembers how far the actor has read a conversation; it never goes back. Nobody else hears of it.
 * Marks of the same moment share a transaction, in which the furthest of one person in one conversation is the one
 * written: scrolling, or somebody who floods the line, costs a few writes and holds nobody up.
 * @throws AppError `sign_in`, `not_found` … as the conversation says.
 */
export const markRead = defineBatchAction({
  name: "discussion.mark-read",
  input: MarkReadInput,
  limit: perPerson(120, "minute"),
  queue: { items: 2_000, weight: 2_000 },
  batch: { items: 500, weight: 500 },
  weigh: () => 1,
  load: (ctx, items) => accessDiscussions(ctx, items.map(({ ctx: { actor }, input }) => ({ actor, id: input.discussion })), false),
  allow: (actor) => (signedIn(actor) ? true : "sign_in"),
  run: async (ctx, items) => {
    const furthest = new Map<string, typeof readingPosition.$inferInsert>();
    const results = items.map(({ ctx: { actor }, input, loaded: { discussion } }) => {
      const upTo = Math.min(Math.max(...input.ranges.map(([, to]) => to)), discussion.messageCount);
      const key = `${actor.personId} ${discussion.id}`;
      if (upTo > (furthest.get(key)?.upTo ?? 0)) furthest.set(key, { personId: actor.personId!, discussionId: discussion.id, upTo, at: ctx.now });
      return { upTo };
    });
    // In one order, so that two transactions never wait for one another.
    const rows = [...furthest.keys()].sort().map((key) => furthest.get(key)!);
    if (rows.length > 0) {
      await ctx.db
        .insert(readingPosition)
        .values(rows)
        .onConflictDoUpdate({
          target: [readingPosition.personId, readingPosition.discussionId],
          set: { upTo: sql`greatest(${readingPosition.upTo}, excluded.up_to)`, at: ctx.now },
        });
    }
    return results;
  },
});
