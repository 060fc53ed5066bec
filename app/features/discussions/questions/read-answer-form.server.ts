import { readPlace, type Place } from "~/features/groups/index.server";
import { mayAnswerQuestion } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDiscussion } from "../access-discussion.server";
import { findMessagesBetween } from "../queries.server";
import { showMessages } from "../show-messages.server";
import type { MessageView } from "../views";

export interface AnswerForm {
  id: string;
  title: string;
  place: Place;
  /** The newest messages of others than the one who asked, newest first. */
  messages: MessageView[];
}

/** How many of the newest messages are offered. */
const offered = 10;

/** @throws AppError as `accessDiscussion`, and the refusal of the rule. */
export async function readAnswerForm(ctx: Ctx, params: { id: string }): Promise<AnswerForm> {
  const accessed = await accessDiscussion(ctx, addressId(params.id));
  const { discussion, relation } = accessed;
  const verdict = mayAnswerQuestion(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  const rows = await findMessagesBetween(ctx, discussion.id, discussion.messageCount - 3 * offered + 1, discussion.messageCount);
  const fitting = rows.filter((row) => row.state === "visible" && row.authorActor !== discussion.authorActor).slice(-offered);
  const messages = await showMessages(ctx, discussion.spaceId, fitting);
  return { id: discussion.id, title: discussion.title, place: await readPlace(ctx, accessed), messages: messages.reverse() };
}
