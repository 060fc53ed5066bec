import type { StoredMention, StoredPicture } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutFact, type AccessedDiscussion } from "../access-discussion.server";
import { messagePosted, replyForYou } from "../facts";
import { insertMessages, type MessageRow, type NewMessage } from "../queries.server";
import { tellMentioned } from "../mentions/resolve-mentions.server";

/** A message that may be written: by whom, where, and in answer to what. */
export interface AddedMessage {
  id: string;
  text: string;
  actor: Actor;
  /** The actor who types it in, for an author who wrote it on paper. */
  typedBy?: string;
  accessed: Pick<AccessedDiscussion, "discussion" | "relation">;
  target: MessageRow | null;
  /** From `resolveMentions`. */
  mentions: StoredMention[] | null;
  picture?: StoredPicture | null;
  fact: FactWriter;
}

/** Messages with their place in their conversations, not yet written. */
export interface NumberedMessages {
  /** For each that was given: its row, or the refusal. */
  rows: (MessageRow | AppError)[];
  fresh: { row: MessageRow; created: NewMessage; from: AddedMessage }[];
}

/**
 * Gives messages the next numbers of their conversations, whose rows the action holds. An id that comes twice among them
 * for the same message is one message; for something else it is refused with `already_done`.
 */
export function numberMessages(ctx: Ctx, given: readonly AddedMessage[]): NumberedMessages {
  const next = new Map(given.map(({ accessed: { discussion } }) => [discussion.id, discussion.messageCount + 1]));
  const added = new Map<string, NumberedMessages["fresh"][number]>();
  const rows = given.map((one): MessageRow | AppError => {
    const { discussion } = one.accessed;
    const twin = added.get(one.id);
    if (twin) return isSame(twin.row, one.actor.actorId, { text: one.text, discussion: discussion.id, picture: one.picture }) ? twin.row : new AppError("already_done");
    const number = next.get(discussion.id)!;
    next.set(discussion.id, number + 1);
    const plain = { id: one.id, discussionId: discussion.id, groupId: discussion.groupId, number, authorActor: one.actor.actorId!, typedByActor: one.typedBy ?? null, text: one.text, mentions: one.mentions, picture: one.picture ?? null, replyToId: one.target?.id ?? null, createdAt: ctx.now };
    const row: MessageRow = { ...plain, state: "visible", labelled: false, rev: 1, wordsRev: 1, reactions: null, editedAt: null, movedAt: null, movedToId: null };
    added.set(one.id, { row, created: { ...plain, readerId: one.typedBy ? null : one.actor.personId }, from: one });
    return row;
  });
  return { rows, fresh: [...added.values()] };
}

/**
 * Writes them and states their facts.
 * @throws AppError `already_done` when the id of the only one was taken meanwhile; an Error when that was so for one of several.
 */
export async function writeMessages(ctx: Ctx, { rows, fresh }: NumberedMessages): Promise<void> {
  if (fresh.length === 0) return;
  const there = await insertMessages(ctx, fresh.map(({ created }) => created));
  if (there.size < fresh.length) {
    // Another conversation took the id at this very moment. Alone it is refused; among others its number would leave a hole.
    throw rows.length === 1 ? new AppError("already_done") : new Error("a message's id was taken meanwhile");
  }
  for (const { row, from } of fresh) announce(row, from);
}

/** Tells the group, and in person whoever hears of it. */
function announce(row: MessageRow, { accessed, actor, target, fact }: AddedMessage): void {
  const { discussion } = accessed;
  const about = { ...aboutFact(accessed, { kind: "message", id: row.id }), actorId: row.authorActor };
  const data = { discussion: discussion.id, number: row.number };
  fact(messagePosted, { ...about, data: { ...data, discussionKind: discussion.kind, replyTo: row.replyToId } });
  const hearers = hearersOf(actor, { discussion, target });
  for (const [hearer, because] of hearers) fact(replyForYou, { ...about, stream: streamId("person", hearer), data: { ...data, because } });
  tellMentioned(row, { accessed, actor, before: null, told: new Set(hearers.keys()), fact });
}

/** Who hears of a message in person: whose message it answers, and who asked the question it stands under. */
function hearersOf(actor: Actor, { discussion, target }: { discussion: AccessedDiscussion["discussion"]; target: MessageRow | null }): Map<string, "reply" | "question"> {
  const hearers = new Map<string, "reply" | "question">();
  if (discussion.kind === "question") hearers.set(discussion.authorActor, "question");
  if (target?.state === "visible") hearers.set(target.authorActor, "reply");
  if (actor.actorId) hearers.delete(actor.actorId);
  return hearers;
}

/** Whether an earlier message is this very one, sent again; it may have been moved since, and the same picture brought twice. */
export function isSame(earlier: MessageRow, actorId: string | null, given: { text: string; discussion: string; picture?: Pick<StoredPicture, "sum" | "alt"> | null }): boolean {
  const { picture } = given;
  const samePicture = earlier.picture?.sum === picture?.sum && earlier.picture?.alt === picture?.alt;
  return earlier.authorActor === actorId && (earlier.discussionId === given.discussion || earlier.movedAt !== null) && earlier.text === given.text && samePicture;
}
