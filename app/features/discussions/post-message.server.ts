import { mayPost } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutFact, accessDiscussion, type AccessedDiscussion } from "./access-discussion.server";
import { messagePosted, replyForYou } from "./facts";
import { PostMessageInput } from "./input";
import { findMessages, insertMessage, type MessageRow } from "./queries.server";

/**
 * Writes a message at the end of a conversation. Sending it again, with the same id and text, gives the first result.
 * @throws AppError `already_done` when the id was used for something else; `closed`, `muted`, `join_group` … from the rule.
 */
export const postMessage = defineAction({
  name: "discussion.post",
  input: PostMessageInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const found = await findMessages(ctx, [input.id, ...(input.replyTo ? [input.replyTo] : [])]);
    const accessed = await accessDiscussion(ctx, input.discussion);
    const earlier = found.find((row) => row.id === input.id) ?? null;
    const target = found.find((row) => row.id === input.replyTo && row.discussionId === input.discussion) ?? null;
    return { ...accessed, earlier, target };
  },
  allow: (actor, loaded, input) => {
    if (loaded.earlier) return isSame(loaded.earlier, actor.actorId, input) ? true : "already_done";
    if (input.replyTo && !loaded.target) return "not_found";
    return mayPost(actor, loaded.relation);
  },
  run: async (ctx, { input, loaded, fact }) => {
    const row = loaded.earlier ?? (await addMessage(ctx, loaded, { ...input, target: loaded.target }, fact));
    return { row, spaceId: loaded.space.id };
  },
});

/**
 * Adds a message with its facts, inside an action that holds the conversation's row.
 * @throws AppError `already_done` when the id was taken meanwhile by something else.
 */
export async function addMessage(
  ctx: Ctx,
  accessed: Pick<AccessedDiscussion, "discussion" | "relation">,
  given: { id: string; text: string; target: MessageRow | null },
  fact: FactWriter,
): Promise<MessageRow> {
  const { discussion } = accessed;
  const { actorId, personId } = ctx.actor;
  const row = await insertMessage(ctx, {
    id: given.id,
    discussionId: discussion.id,
    groupId: discussion.groupId,
    number: discussion.messageCount + 1,
    authorActor: actorId!,
    text: given.text,
    replyToId: given.target?.id ?? null,
    readerId: personId,
  });
  if (!row) {
    // The same id came in twice at once; the other one was first.
    const [first] = await findMessages(ctx, [given.id]);
    if (first && isSame(first, actorId, { text: given.text, discussion: discussion.id })) return first;
    throw new AppError("already_done");
  }
  const about = aboutFact(accessed, { kind: "message", id: row.id });
  const data = { discussion: discussion.id, number: row.number };
  fact(messagePosted, { ...about, data: { ...data, discussionKind: discussion.kind, replyTo: row.replyToId } });
  for (const [hearer, because] of hearersOf(ctx, { discussion, target: given.target })) {
    fact(replyForYou, { ...about, stream: streamId("person", hearer), data: { ...data, because } });
  }
  return row;
}

/** Who hears of a message in person: whose message it answers, and who asked the question it stands under. */
function hearersOf(ctx: Ctx, { discussion, target }: Pick<AccessedDiscussion, "discussion"> & { target: MessageRow | null }): Map<string, "reply" | "question"> {
  const hearers = new Map<string, "reply" | "question">();
  if (discussion.kind === "question") hearers.set(discussion.authorActor, "question");
  if (target?.state === "visible") hearers.set(target.authorActor, "reply");
  if (ctx.actor.actorId) hearers.delete(ctx.actor.actorId);
  return hearers;
}

/** Whether an earlier message is this very one, sent again. */
function isSame(earlier: MessageRow, actorId: string | null, given: { text: string; discussion: string }): boolean {
  return earlier.authorActor === actorId && earlier.discussionId === given.discussion && earlier.text === given.text;
}
