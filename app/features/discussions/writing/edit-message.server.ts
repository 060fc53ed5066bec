import { eq } from "drizzle-orm";
import { message, messageVersion } from "#db/schema/index";
import { mayEditMessage } from "~/permissions/discussions";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessMessage } from "../access-discussion.server";
import { messageEdited } from "../facts";
import { EditMessageInput } from "../input";
import { messageColumns, type MessageRow } from "../queries.server";
import { resolveMentions, tellMentioned } from "../mentions/resolve-mentions.server";

/**
 * Changes one's own message, and what is said of its picture; the words before are kept for those who run things. The same text again changes nothing.
 * @throws AppError `stale` when its words changed since `rev`; `closed`, `forbidden` … from the rule.
 */
export const editMessage = defineAction({
  name: "discussion.edit",
  input: EditMessageInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessMessage(ctx, input.id),
  allow: (actor, loaded, input) => {
    const verdict = mayEditMessage(actor, loaded.relation, loaded.own);
    if (verdict !== true || saysTheSame(loaded.message, input)) return verdict;
    // A reaction or a remark of the moderator since then leaves the words as they were.
    return input.rev >= loaded.message.wordsRev && input.rev <= loaded.message.rev ? true : "stale";
  },
  run: async (ctx, { input, loaded, fact }) => {
    let row = loaded.message;
    if (!saysTheSame(row, input)) {
      const { mentions: before, picture } = row;
      const [mentions] = await resolveMentions(ctx, [{ text: input.text, actor: ctx.actor, accessed: loaded }]);
      await ctx.db.insert(messageVersion).values({ messageId: row.id, rev: row.wordsRev, text: row.text, mentions: row.mentions, alt: picture?.alt ?? null, at: row.editedAt ?? row.createdAt });
      const changed = await ctx.db
        .update(message)
        .set({ text: input.text, mentions: mentions!, ...(picture ? { picture: { ...picture, alt: input.alt ?? picture.alt } } : {}), editedAt: ctx.now, rev: row.rev + 1, wordsRev: row.rev + 1 })
        .where(eq(message.id, row.id))
        .returning(messageColumns);
      row = changed[0]!;
      fact(messageEdited, { ...aboutFact(loaded, { kind: "message", id: row.id }), data: { discussion: row.discussionId, number: row.number } });
      tellMentioned(row, { accessed: loaded, actor: ctx.actor, before, told: new Set(), fact });
    }
    return { row, spaceId: loaded.space.id };
  },
});

/** Sent twice, or not changed at all. Without a picture there is nothing to say of it. */
function saysTheSame({ text, picture }: MessageRow, given: { text: string; alt?: string }): boolean {
  return text === given.text && (!picture || given.alt === undefined || given.alt === picture.alt);
}
