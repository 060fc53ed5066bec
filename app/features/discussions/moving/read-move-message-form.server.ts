import { randomUUID } from "node:crypto";
import { and, count, desc, eq, inArray, ne } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import { placesAround, readPlace, type Place, type PlaceAround } from "~/features/groups/index.server";
import { mayMoveMessage, type DiscussionRelation } from "~/permissions/discussions";
import { mayRunGroup } from "~/permissions/groups";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessMessage, relationToDiscussion } from "../access-discussion.server";
import { discussionColumns } from "../queries.server";
import { showMessages } from "../show-messages.server";
import { excerptOf, messageHref } from "../views";

/** Where a message may go. */
export interface MoveMessageForm {
  id: string;
  title: string;
  /** Back to where it stands. */
  href: string;
  excerpt: string;
  place: Place;
  /** Answers to it, which may go along. */
  replies: number;
  /** The id of a conversation that would begin with it. */
  newId: string;
  /** Groups that it may go to, its own first, each with the conversations where something was written last. */
  groups: { id: string; name: string; discussions: { id: string; title: string }[] }[];
}

/** Conversations to choose from. */
const offered = 60;

/** @throws AppError as `accessMessage`; `forbidden` … for who does not run its group; `not_found` for a message that is gone. */
export async function readMoveMessageForm(ctx: Ctx, params: { id: string }): Promise<MoveMessageForm> {
  const accessed = await accessMessage(ctx, addressId(params.id));
  const { message: row, own, relation, space } = accessed;
  const run = mayRunGroup(ctx.actor, relation.group);
  if (run !== true) throw new AppError(run);
  if (row.state !== "visible") throw new AppError("not_found");
  const may = (to: PlaceAround["to"], talk: DiscussionRelation | null) => mayMoveMessage(ctx.actor, relation, own, { ...to, discussion: talk }) === true;
  const around = new Map((await placesAround(ctx, accessed)).filter(({ to }) => may(to, null)).map((one) => [one.id, one]));
  const rows = await ctx.db
    .select(discussionColumns)
    .from(discussion)
    .where(and(inArray(discussion.groupId, [...around.keys()]), eq(discussion.state, "open"), eq(discussion.moderation, "visible"), ne(discussion.id, row.discussionId)))
    .orderBy(desc(discussion.lastMessageAt))
    .limit(offered);
  const fitting = rows.filter((one) => {
    const { to } = around.get(one.groupId)!;
    return may(to, relationToDiscussion(ctx.actor, one, to.group));
  });
  const [answers] = await ctx.db.select({ n: count() }).from(message).where(and(eq(message.discussionId, row.discussionId), eq(message.replyToId, row.id), eq(message.state, "visible")));
  const [shown] = await showMessages(ctx, space.id, [row]);
  return {
    id: row.id,
    title: accessed.discussion.title,
    href: messageHref(row.discussionId, row.number),
    excerpt: excerptOf(shown!.text),
    place: await readPlace(ctx, accessed),
    replies: answers!.n,
    newId: randomUUID(),
    groups: [...around.values()].map(({ id, name }) => ({ id, name, discussions: fitting.filter((one) => one.groupId === id).map((one) => ({ id: one.id, title: one.title })) })),
  };
}

/** The address at which a message stands now. @throws AppError as `accessMessage`. */
export async function placeOfMessage(ctx: Ctx, params: { id: string }): Promise<string> {
  const { message: row } = await accessMessage(ctx, addressId(params.id));
  return messageHref(row.discussionId, row.number);
}
