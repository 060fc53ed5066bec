import { and, eq, inArray, or } from "drizzle-orm";
import { documentComment, moderationCase } from "#db/schema/index";
import { onFact } from "~/platform/fact-handlers.server";

/** A case about a text that was moved, or a remark under it, belongs to the group where that stands now. */
onFact("document.moved-here", async (ctx, fact) => {
  const id = fact.objectId!;
  const remarks = ctx.db.select({ id: documentComment.id }).from(documentComment).where(eq(documentComment.documentId, id));
  await ctx.db
    .update(moderationCase)
    .set({ groupId: fact.groupId })
    .where(or(and(eq(moderationCase.subjectKind, "document"), eq(moderationCase.subjectId, id)), and(eq(moderationCase.subjectKind, "comment"), inArray(moderationCase.subjectId, remarks))));
});
