import { randomUUID } from "node:crypto";
import { accessGroup } from "~/features/groups/index.server";
import { mayStartDiscussion } from "~/permissions/discussions";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { addDiscussion } from "./add-discussion.server";
import { numberMessages, writeMessages } from "./writing/add-messages.server";
import { StartDiscussionInput } from "./input";
import { findDiscussion } from "./queries.server";
import { resolveMentions } from "./mentions/resolve-mentions.server";

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
    const started = await addDiscussion(ctx, { id: input.id, kind: input.kind, title: input.title, at: loaded, fact });
    // The same id came in twice at once; the other one was first.
    if (!started) return { id: input.id };
    if (input.text !== "") {
      const first = { id: randomUUID(), text: input.text, actor: ctx.actor, accessed: started, target: null, fact };
      const [mentions] = await resolveMentions(ctx, [first]);
      await writeMessages(ctx, numberMessages(ctx, [{ ...first, mentions: mentions! }]));
    }
    return { id: input.id };
  },
});
