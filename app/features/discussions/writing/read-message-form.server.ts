import { readPlace, whoReads, type Place, type Readers } from "~/features/groups/index.server";
import { mayEditMessage, mayRemoveMessage } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessMessage } from "../access-discussion.server";
import { showMessages } from "../show-messages.server";
import { messageHref, type PictureView } from "../views";

/** One's own message, to change it or take it back. */
export interface MessageForm {
  id: string;
  /** Empty where nothing but the picture was told. */
  text: string;
  picture: PictureView | null;
  rev: number;
  /** Back to where it stands. */
  href: string;
  title: string;
  place: Place;
  readers: Readers;
  may: { edit: Verdict };
}

/** @throws AppError as `accessMessage`; `forbidden` for somebody else's message, `not_found` for one that is gone. */
export async function readMessageForm(ctx: Ctx, params: { id: string }): Promise<MessageForm> {
  const accessed = await accessMessage(ctx, addressId(params.id));
  const { message, discussion, relation, own } = accessed;
  const remove = mayRemoveMessage(ctx.actor, relation, own);
  if (remove !== true) throw new AppError(remove);
  if (message.text === "") throw new AppError("not_found");
  const [shown] = await showMessages(ctx, accessed.space.id, [message]);
  const { picture } = message;
  return {
    id: message.id,
    // People are called by their names of now; what moderation hid is still its author's to take back.
    text: picture?.alt === message.text ? "" : shown?.text || message.text,
    picture: picture && { id: picture.id, width: picture.width, height: picture.height, alt: picture.alt },
    rev: message.rev,
    href: messageHref(discussion.id, message.number),
    title: discussion.title,
    place: await readPlace(ctx, accessed),
    readers: await whoReads(ctx, accessed),
    may: { edit: mayEditMessage(ctx.actor, relation, own) },
  };
}
