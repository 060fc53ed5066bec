import { and, eq } from "drizzle-orm";
import { message, messageReaction } from "#db/schema/index";
import { mayReact } from "~/permissions/discussions";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessMessage } from "../access-discussion.server";
import { reacted, reactionsChanged } from "../facts";
import { ReactInput } from "../input";
import { messageColumns } from "../queries.server";
import type { ReactionCounts } from "./kinds";

/**
 * Reacts to a message with one of a few words, or takes that back. Saying the same again changes nothing. Everyone sees the
 * numbers; nobody is told of it. @throws AppError `not_yourself`, `closed`, `join_group` … from the rule.
 */
export const reactToMessage = defineAction({
  name: "discussion.react",
  input: ReactInput,
  limit: perPerson(60, "minute"),
  load: (ctx, input) => accessMessage(ctx, input.id),
  allow: (actor, loaded, input) => mayReact(actor, loaded.relation, loaded.own, input.on),
  run: async (ctx, { input: { kind, on }, loaded, fact }) => {
    const { message: row, space } = loaded;
    const actorId = ctx.actor.actorId!;
    const { messageId } = messageReaction;
    const changed = on
      ? await ctx.db.insert(messageReaction).values({ messageId: row.id, kind, actorId, createdAt: ctx.now }).onConflictDoNothing().returning({ messageId })
      : await ctx.db.delete(messageReaction).where(and(eq(messageId, row.id), eq(messageReaction.kind, kind), eq(messageReaction.actorId, actorId))).returning({ messageId });
    if (changed.length === 0) return { row, spaceId: space.id };
    // The row is held until the commit, so nobody counts at the same time.
    const reactions: ReactionCounts = { ...row.reactions, [kind]: (row.reactions?.[kind] ?? 0) + (on ? 1 : -1) };
    if (!reactions[kind]) delete reactions[kind];
    const [now] = await ctx.db
      .update(message)
      .set({ reactions: Object.keys(reactions).length > 0 ? reactions : null, rev: row.rev + 1 })
      .where(eq(message.id, row.id))
      .returning(messageColumns);
    const { stream, ...about } = aboutFact(loaded, { kind: "message", id: row.id });
    const data = { discussion: row.discussionId, number: row.number };
    fact(reactionsChanged, { ...about, stream, data });
    fact(reacted, { ...about, data: { ...data, reaction: kind, given: on } });
    return { row: now!, spaceId: space.id };
  },
});
