import { mayPost } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineBatchAction } from "~/platform/define-batch-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessDiscussions, type AccessedDiscussion } from "../access-discussion.server";
import { isSame, numberMessages, writeMessages } from "./add-messages.server";
import type { StoredPicture } from "#db/schema/index";
import { PostMessageInput } from "../input";
import { findMessages, type MessageRow } from "../queries.server";
import { resolveMentions } from "../mentions/resolve-mentions.server";
import { findPictures, toStored } from "../pictures/queries.server";
import { showMessages } from "../show-messages.server";
import type { MessageView } from "../views";

/** A message as it stands there now: for its writer, and as everyone in the group gets it. */
export interface PostedMessage {
  row: MessageRow;
  shown: MessageView;
}

interface Loaded extends AccessedDiscussion {
  /** The message that has this id already. */
  earlier: MessageRow | null;
  /** What it answers; null also when that was moved to another conversation meanwhile. */
  target: MessageRow | null;
  /** What it is to answer never stood here. */
  astray: boolean;
  /** What it names as its picture, when the writer brought that in; null when it names one that is not theirs. */
  picture?: StoredPicture | null;
}

/**
 * Writes a message at the end of a conversation. Sending it again, with the same id and text, gives the first result.
 * Those who write at the same moment share a transaction: one more message then costs next to nothing.
 * @throws AppError `already_done` when the id was used for something else; `closed`, `muted`, `join_group` … from the rule.
 */
export const postMessage = defineBatchAction({
  name: "discussion.post",
  input: PostMessageInput,
  limit: perPerson(30, "minute"),
  queue: { items: 2_000, weight: 8_000_000 },
  batch: { items: 100, weight: 500_000 },
  weigh: (input) => input.text.length,
  load: async (ctx, items): Promise<(Loaded | AppError)[]> => {
    // The messages are looked up behind the conversations, when those are held: what is not there then comes from nobody else.
    const [accessed, messages, pictures] = await Promise.all([
      accessDiscussions(ctx, items.map(({ ctx: { actor }, input }) => ({ actor, id: input.discussion }))),
      findMessages(ctx, items.flatMap(({ input }) => [input.id, ...(input.replyTo ? [input.replyTo] : [])])),
      findPictures(ctx, items.flatMap(({ input }) => input.picture?.id ?? [])),
    ]);
    const found = new Map(messages.map((row) => [row.id, row]));
    return accessed.map((one, index) => {
      const { input, ctx: { actor } } = items[index]!;
      const brought = input.picture && pictures.get(input.picture.id);
      const picture = input.picture && (brought?.actorId === actor.actorId ? toStored(brought, input.picture.alt) : null);
      const target = found.get(input.replyTo ?? "");
      return one instanceof AppError ? one : { ...one, earlier: found.get(input.id) ?? null, ...answered(target, input), ...(input.picture ? { picture } : {}) };
    });
  },
  allow: (actor, loaded, input) => {
    if (loaded.picture === null) return "not_found";
    if (loaded.earlier) return isSame(loaded.earlier, actor.actorId, { ...input, picture: loaded.picture }) ? true : "already_done";
    if (loaded.astray) return "not_found";
    return mayPost(actor, loaded.relation);
  },
  run: async (ctx, items): Promise<(PostedMessage | AppError)[]> => {
    const posts = items.filter(({ loaded }) => loaded.earlier === null);
    const given = posts.map(({ ctx: { actor }, input, loaded, fact }) => ({ ...input, actor, accessed: loaded, target: loaded.target, picture: loaded.picture, fact }));
    const named = await resolveMentions(ctx, given);
    const numbered = numberMessages(ctx, given.map((one, index) => ({ ...one, mentions: named[index]! })));
    const added = new Map(numbered.rows.map((row, index) => [posts[index]!, row]));
    const rows = items.map((item) => item.loaded.earlier ?? added.get(item)!);
    const [shown] = await Promise.all([showAll(ctx, items.map(({ loaded }, index) => ({ spaceId: loaded.space.id, row: rows[index]! }))), writeMessages(ctx, numbered)]);
    return rows.map((row) => (row instanceof AppError ? row : { row, shown: shown.get(row.id)! }));
  },
});

function answered(target: MessageRow | undefined, input: { discussion: string; replyTo?: string | null | undefined }): Pick<Loaded, "target" | "astray"> {
  const here = target?.discussionId === input.discussion && !target.movedToId ? target : null;
  return { target: here, astray: Boolean(input.replyTo) && !here && !target?.movedAt && !target?.movedToId };
}

/** The messages of several leerplekken as everyone in their groups may see them, by id. */
async function showAll(ctx: Ctx, given: { spaceId: string; row: MessageRow | AppError }[]): Promise<Map<string, MessageView>> {
  const views = new Map<string, MessageView>();
  for (const spaceId of new Set(given.map((one) => one.spaceId))) {
    const rows = given.flatMap(({ spaceId: where, row }) => (where !== spaceId || row instanceof AppError ? [] : [row]));
    for (const view of await showMessages(ctx, spaceId, rows)) views.set(view.id, view);
  }
  return views;
}
