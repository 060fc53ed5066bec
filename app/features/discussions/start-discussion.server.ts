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
import { findPictures, toStored } from "./pictures/queries.server";

/**
 * Starts a conversation, asks a learning question or announces something. Sending it again with the same id gives the first.
 * @throws AppError `already_done` when the id was used for something else; `not_found` for a picture of somebody else; `join_group`, `forbidden` … from the rule.
 */
export const startDiscussion = defineAction({
  name: "discussion.start",
  input: StartDiscussionInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => {
    const { picture } = input;
    const brought = picture && (await findPictures(ctx, [picture.id])).get(picture.id);
    const stored = brought && brought.actorId === ctx.actor.actorId ? toStored(brought, picture.alt) : null;
    return { ...(await accessGroup(ctx, input.groupId)), earlier: (await findDiscussion(ctx, input.id)) ?? null, picture: stored };
  },
  allow: (actor, { relation, earlier, picture }, input) => {
    if (input.picture && !picture) return "not_found";
    if (!earlier) return mayStartDiscussion(actor, relation, input.kind);
    return earlier.authorActor === actor.actorId && earlier.title === input.title && earlier.groupId === input.groupId ? true : "already_done";
  },
  run: async (ctx, { input, loaded, fact }) => {
    if (loaded.earlier) return { id: loaded.earlier.id };
    const started = await addDiscussion(ctx, { id: input.id, kind: input.kind, title: input.title, at: loaded, fact });
    // The same id came in twice at once; the other one was first.
    if (!started) return { id: input.id };
    const { picture } = loaded;
    const text = input.text || picture?.alt;
    if (text) {
      const first = { id: randomUUID(), text, picture, actor: ctx.actor, accessed: started, target: null, fact };
      const [mentions] = await resolveMentions(ctx, [first]);
      await writeMessages(ctx, numberMessages(ctx, [{ ...first, mentions: mentions! }]));
    }
    return { id: input.id };
  },
});
