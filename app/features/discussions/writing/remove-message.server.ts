import { eq, sql } from "drizzle-orm";
import { message } from "#db/schema/index";
import { mayRemoveMessage } from "~/permissions/discussions";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessMessage } from "../access-discussion.server";
import { messageRemoved } from "../facts";
import { RemoveMessageInput } from "../input";
import { messageColumns } from "../queries.server";

/**
 * Takes one's own message back: its words go for good, also from the search; a marker keeps its place and number.
 * Doing it again changes nothing. @throws AppError `forbidden`, `not_found` … from the rule.
 */
export const removeMessage = defineAction({
  name: "discussion.remove",
  input: RemoveMessageInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessMessage(ctx, input.id),
  allow: (actor, loaded) => mayRemoveMessage(actor, loaded.relation, loaded.own),
  run: async (ctx, { loaded, fact }) => {
    const { message: row } = loaded;
    if (row.state === "removed" && row.text === "") return { row, spaceId: loaded.space.id };
    const changed = await ctx.db
      .update(message)
      .set({ text: "", mentions: null, state: "removed", rev: sql`${message.rev} + 1` })
      .where(eq(message.id, row.id))
      .returning(messageColumns);
    fact(messageRemoved, { ...aboutFact(loaded, { kind: "message", id: row.id }), data: { discussion: row.discussionId, number: row.number } });
    return { row: changed[0]!, spaceId: loaded.space.id };
  },
});
