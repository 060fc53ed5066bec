import { randomUUID } from "node:crypto";
import { keepDraft, readDraft } from "~/features/accounts/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { answerQuestion } from "./questions/answer-question.server";
import { closeDiscussion } from "./close-discussion.server";
import { ReactInput } from "./input";
import { markRead } from "./reading/mark-read.server";
import { pickUpQuestion } from "./questions/pick-up-question.server";
import { postMessage } from "./writing/post-message.server";
import { pinMessage } from "./writing/pin-message.server";
import { putBackMessage } from "./writing/put-back-message.server";
import { reactToMessage } from "./reactions/react-to-message.server";
import { tellOwnDevices } from "./reading/tell-own-devices.server";
import { supportQuestion } from "./questions/support-question.server";
import { discussionHref, draftPlace, messageHref } from "./views";

type Fields = Record<string, string | string[]>;

/**
 * What the plain forms on a conversation's page do, each named by its `intent`. @returns the address to go to afterwards.
 * @throws AppError as the action itself; `invalid_input` for an intent that is not there.
 */
export async function actOnDiscussion(ctx: Ctx, id: string | undefined, { intent, ...fields }: Fields): Promise<string> {
  const discussion = addressId(id);
  const here = discussionHref(discussion);
  switch (intent) {
    case "post":
      return postByForm(ctx, discussion, fields);
    case "react": {
      const reaction = { id: fields["message"], kind: fields["kind"], on: fields["on"] };
      const { row } = await reactToMessage(ctx, reaction);
      tellOwnDevices(ctx.actor.personId!, "message:reacted", ReactInput.parse(reaction));
      return messageHref(row.discussionId, row.number);
    }
    case "put-back": {
      const { row } = await putBackMessage(ctx, { id: fields["message"] });
      return messageHref(row.discussionId, row.number);
    }
    case "support":
      await supportQuestion(ctx, { discussion, want: fields["want"] });
      return here;
    case "pick-up":
      await pickUpQuestion(ctx, { discussion });
      return here;
    case "answer":
      await answerQuestion(ctx, { discussion, toKind: fields["toKind"], toId: fields["toId"] });
      return here;
    case "pin": {
      const { row } = await pinMessage(ctx, { id: fields["message"], on: fields["on"] });
      return messageHref(row.discussionId, row.number);
    }
    case "close":
      await closeDiscussion(ctx, { discussion, open: fields["open"], summary: fields["summary"] });
      return here;
    case "read":
      await markRead(ctx, { discussion, ranges: [[Number(fields["from"] ?? 1), Number(fields["upTo"])]] });
      return here;
    default:
      throw new AppError("invalid_input");
  }
}

/** A page that came back with the browser's back button still carries the id of what was posted from it before. */
async function postByForm(ctx: Ctx, discussion: string, { id, text, replyTo }: Fields): Promise<string> {
  const post = (chosen: unknown) => postMessage(ctx, { id: chosen, discussion, text, ...(replyTo ? { replyTo } : {}) });
  const { row } = await post(id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "already_done") return post(randomUUID());
    throw error;
  });
  const place = draftPlace(discussion);
  if ((await readDraft(ctx, place)) !== null) await keepDraft(ctx, { place, text: "" });
  return messageHref(discussion, row.number);
}
