import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { accessGroup } from "~/features/groups/index.server";
import { mayStartDiscussion } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, relationToDiscussion } from "./access-discussion.server";
import { numberMessages, writeMessages } from "./writing/add-messages.server";
import { announced, discussionStarted } from "./facts";
import { questionAsked } from "./questions/facts";
import { StartDiscussionInput } from "./input";
import { discussionColumns, findDiscussion } from "./queries.server";
import { resolveMentions } from "./mentions/resolve-mentions.server";

const startedAs = { conversation: discussionStarted, question: questionAsked, announcement: announced };

/**
 * Starts a conversation, asks a learning question or announces something. Sending it again with the same id gives the first.
 * @throws AppError `already_done` when the id was used for something else; `join_group`, `forbidden` … from the rule.
 */
export const startDiscussion = defineAction({
  name: "discussion.start",
  input: StartDiscussionInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => ({ ...(await accessGroup(ctx, input.groupId)), earlier: (await findDiscussion(ctx, input.id)) ?? null }),
  allow: (actor, { relation, earlier }, input) => {
    if (!earlier) return mayStartDiscussion(actor, relation, input.kind);
    return earlier.authorActor === actor.actorId && earlier.title === input.title && earlier.groupId === input.groupId ? true : "already_done";
  },
  run: async (ctx, { input, loaded, fact }) => {
    if (loaded.earlier) return { id: loaded.earlier.id };
    const [made] = await ctx.db
      .insert(discussion)
      .values({
        id: input.id,
        spaceId: loaded.space.id,
        groupId: input.groupId,
        kind: input.kind,
        title: input.title,
        authorActor: ctx.actor.actorId!,
        questionState: input.kind === "question" ? "asked" : null,
        lastMessageAt: ctx.now,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning(discussionColumns);
    if (!made) {
      // The same id came in twice at once; the other one was first.
      const [first] = await ctx.db.select({ author: discussion.authorActor, title: discussion.title }).from(discussion).where(eq(discussion.id, input.id));
      if (first?.author === ctx.actor.actorId && first.title === input.title) return { id: input.id };
      throw new AppError("already_done");
    }
    const started = { discussion: made, relation: relationToDiscussion(ctx.actor, made, loaded.relation) };
    fact(startedAs[input.kind], { ...aboutFact(started, { kind: "discussion", id: made.id }), data: {} });
    if (input.text !== "") {
      const first = { id: randomUUID(), text: input.text, actor: ctx.actor, accessed: started, target: null, fact };
      const [mentions] = await resolveMentions(ctx, [first]);
      await writeMessages(ctx, numberMessages(ctx, [{ ...first, mentions: mentions! }]));
    }
    return { id: made.id };
  },
});
