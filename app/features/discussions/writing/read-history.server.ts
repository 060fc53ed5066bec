import { desc, eq } from "drizzle-orm";
import { messageVersion } from "#db/schema/index";
import { readPlace, type Place } from "~/features/groups/index.server";
import { mayReadHistory } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessMessage } from "../access-discussion.server";
import { showMessages } from "../show-messages.server";
import { messageHref, type MessageView } from "../views";

/** What a message said, the newest words first; each with the moment at which they came. */
export interface MessageHistory {
  title: string;
  /** Back to where it stands. */
  href: string;
  place: Place;
  versions: { at: string; message: MessageView }[];
}

/** @throws AppError as `accessMessage`; `forbidden`, `not_found` from the rule. */
export async function readHistory(ctx: Ctx, params: { id: string }): Promise<MessageHistory> {
  const accessed = await accessMessage(ctx, addressId(params.id));
  const { message, discussion, relation, own } = accessed;
  const verdict = mayReadHistory(ctx.actor, relation, own);
  if (verdict !== true) throw new AppError(verdict);
  const older = await ctx.db.select().from(messageVersion).where(eq(messageVersion.messageId, message.id)).orderBy(desc(messageVersion.rev));
  const words = [{ text: message.text, mentions: message.mentions, alt: message.picture?.alt ?? null, at: message.editedAt ?? message.createdAt }, ...older];
  const shown = await showMessages(ctx, accessed.space.id, words.map(({ text, mentions, alt }) => ({ ...message, text, mentions, picture: message.picture && { ...message.picture, alt: alt ?? message.picture.alt }, replyToId: null })));
  return {
    title: discussion.title,
    href: messageHref(discussion.id, message.number),
    place: await readPlace(ctx, accessed),
    versions: words.map(({ at }, index) => ({ at: at.toISOString(), message: shown[index]! })),
  };
}
