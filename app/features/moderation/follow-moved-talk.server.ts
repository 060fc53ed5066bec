import { and, eq, inArray, or } from "drizzle-orm";
import { message, moderationCase } from "#db/schema/index";
import { onFact } from "~/platform/fact-handlers.server";

/** A case about a conversation that was moved, or a message in it, belongs to the group where that stands now. */
onFact("discussion.moved-here", async (ctx, fact) => {
  const id = fact.objectId!;
  const messages = ctx.db.select({ id: message.id }).from(message).where(eq(message.discussionId, id));
  await ctx.db
    .update(moderationCase)
    .set({ groupId: fact.groupId })
    .where(or(and(eq(moderationCase.subjectKind, "discussion"), eq(moderationCase.subjectId, id)), and(eq(moderationCase.subjectKind, "message"), inArray(moderationCase.subjectId, messages))));
});

/** So does one about a single message. */
onFact("discussion.message-moved-here", async (ctx, fact) => {
  await ctx.db
    .update(moderationCase)
    .set({ groupId: fact.groupId })
    .where(and(eq(moderationCase.subjectKind, "message"), eq(moderationCase.subjectId, fact.objectId!)));
});
