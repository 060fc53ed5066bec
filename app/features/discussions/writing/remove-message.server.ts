import { eq, sql } from "drizzle-orm";
import { message, messageTakenBack } from "#db/schema/index";
import { mayRemoveMessage } from "~/permissions/discussions";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessMessage } from "../access-discussion.server";
import { messageRemoved } from "../facts";
import { RemoveMessageInput } from "../input";
import { messageColumns } from "../queries.server";

/**
 * Takes one's own message back: its words leave every screen and the search at once, and the database for good when the
 * time for putting it back is over; a marker keeps its place and number.
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
    await ctx.db.insert(messageTakenBack).values({ messageId: row.id, text: row.text, mentions: row.mentions, picture: row.picture, state: row.state, byActor: ctx.actor.actorId!, at: ctx.now });
    const changed = await ctx.db
      .update(message)
      .set({ text: "", mentions: null, picture: null, state: "removed", rev: sql`${message.rev} + 1` })
      .where(eq(message.id, row.id))
      .returning(messageColumns);
    fact(messageRemoved, { ...aboutFact(loaded, { kind: "message", id: row.id }), data: { discussion: row.discussionId, number: row.number } });
    return { row: changed[0]!, spaceId: loaded.space.id };
  },
});
