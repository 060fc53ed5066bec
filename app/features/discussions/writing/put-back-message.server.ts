import { eq, sql } from "drizzle-orm";
import { message, messageTakenBack } from "#db/schema/index";
import { mayPutBack } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessMessage } from "../access-discussion.server";
import { messagePutBack } from "../facts";
import { PutBackInput } from "../input";
import { messageColumns, putBackSince } from "../queries.server";

/**
 * Puts back what one took back oneself a few minutes ago, as it was: what moderation hid meanwhile stays hidden. Doing it
 * again changes nothing. @throws AppError `too_late`; `forbidden`, `muted` … from the rule.
 */
export const putBackMessage = defineAction({
  name: "discussion.put-back",
  input: PutBackInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessMessage(ctx, input.id);
    const [kept] = await ctx.db.select().from(messageTakenBack).where(eq(messageTakenBack.messageId, input.id));
    return { ...accessed, taken: kept ? { mine: kept.byActor === ctx.actor.actorId, late: kept.at <= putBackSince(ctx.now) } : null };
  },
  allow: (actor, loaded) => mayPutBack(actor, loaded.relation, loaded.own, loaded.taken),
  run: async (ctx, { loaded, fact }) => {
    const { message: row, space, taken } = loaded;
    if (!taken) return { row, spaceId: space.id };
    const [kept] = await ctx.db.delete(messageTakenBack).where(eq(messageTakenBack.messageId, row.id)).returning();
    // The house forgot it at this very moment.
    if (!kept) throw new AppError("too_late");
    const { text, mentions, picture, state } = kept;
    const [back] = await ctx.db.update(message).set({ text, mentions, picture, state, rev: row.rev + 1 }).where(eq(message.id, row.id)).returning(messageColumns);
    fact(messagePutBack, { ...aboutFact(loaded, { kind: "message", id: row.id }), data: { discussion: row.discussionId, number: row.number } });
    return { row: back!, spaceId: space.id };
  },
});

/** Forgets for good what can no longer be put back, with what it said before, by a job of the house. @returns how many messages that were. */
export async function forgetTakenBack(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    WITH late AS (DELETE FROM message_taken_back WHERE at <= ${putBackSince(ctx.now).toISOString()}::timestamptz RETURNING message_id),
    older AS (DELETE FROM message_version USING late WHERE message_version.message_id = late.message_id)
    SELECT count(*)::int AS n FROM late`);
  return rows[0]!.n;
}
