import { randomUUID } from "node:crypto";
import { keepDraft, readDraft } from "~/features/accounts/index.server";
import { mayPost } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { parseInput } from "~/platform/define-action.server";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { perPerson } from "~/platform/limiter.server";
import { readUpload } from "~/platform/read-upload.server";
import { accessDiscussion } from "../access-discussion.server";
import { PictureFormInput } from "../input";
import { draftPlace, messageHref, type PictureView } from "../views";
import { postMessage } from "../writing/post-message.server";
import { addPicture } from "./add-picture.server";
import { findPictures } from "./queries.server";

/** What the page shows again: what was typed, and the picture where that was right already. */
export interface PictureAnswer {
  values: Record<string, string>;
  picture: Omit<PictureView, "alt"> | null;
  refusal?: FormRefusal;
}

/** How often somebody may send the form, with or without a picture that is right. */
const forms = perPerson(60, "hour");

/**
 * A message with a picture, from its plain form. Who may not write there is refused before the picture is read.
 * @returns the address of the message; or what the page shows again, with what is wrong, when there is anything.
 * @throws AppError what no page of the form can tell: `not_found`, `sign_in`, `join_group` …
 */
export async function postPictureByForm(ctx: Ctx, discussionId: string | undefined, request: Request): Promise<string | PictureAnswer> {
  const discussion = addressId(discussionId);
  const { relation } = await accessDiscussion(ctx, discussion);
  const verdict = mayPost(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  await ctx.house.limiter.consume(ctx, "discussion.picture-form", forms);
  const { fields, file, tooLarge } = await readUpload(request, limits.pictureBytes);
  const { id = "", text = "", alt = "", replyTo = "" } = fields;
  const values = { id, text, alt, replyTo };
  // From the page of the conversation, with what was written there so far.
  if (fields.intent !== "send") return { values, picture: await ownPicture(ctx, fields.brought) };

  let picture = await ownPicture(ctx, fields.brought);
  try {
    if (tooLarge) throw new AppError("picture_too_large");
    if (file) picture = await ownPicture(ctx, (await addPicture(ctx, { discussion, file })).id);
    const words = wordsOf(values, picture !== null);
    const post = (chosen: unknown) =>
      postMessage(ctx, { id: chosen, discussion, text: words.text || words.alt, picture: { id: picture!.id, alt: words.alt }, ...(replyTo ? { replyTo } : {}) });
    // A page that came back with the browser's back button still carries the id of what was posted from it before.
    const { row } = await post(id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "already_done") return post(randomUUID());
      throw error;
    });
    const place = draftPlace(discussion);
    if ((await readDraft(ctx, place)) !== null) await keepDraft(ctx, { place, text: "" });
    return messageHref(discussion, row.number);
  } catch (error) {
    return toAnswer(error, values, picture);
  }
}

/** All that is missing at once. */
function wordsOf(values: Record<string, string>, hasPicture: boolean): { text: string; alt: string } {
  const missing: Record<string, string> = hasPicture ? {} : { picture: "required" };
  try {
    const words = parseInput(PictureFormInput, { text: values.text, alt: values.alt });
    if (hasPicture) return words;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError("invalid_input", { fields: { ...missing, ...error.detail.fields } });
  }
  throw new AppError("invalid_input", { fields: missing });
}

/** A picture that the actor brought, by what a form says. */
export async function ownPicture(ctx: Ctx, id: string | undefined): Promise<PictureAnswer["picture"]> {
  if (!id) return null;
  const row = (await findPictures(ctx, [addressId(id)])).values().next().value;
  return row && row.actorId === ctx.actor.actorId ? { id: row.id, width: row.width, height: row.height } : null;
}

/** What a page with a picture shows again. @throws what it cannot tell: `not_found`, `sign_in`, or no refusal at all. */
export function toAnswer(error: unknown, values: Record<string, string>, picture: PictureAnswer["picture"]): Required<PictureAnswer> {
  if (!(error instanceof AppError) || error.code === "not_found" || error.code === "sign_in" || error.code === "session_ended") throw error;
  const { fields: wrong = {}, retryAfterSeconds } = error.detail;
  const ofPicture: Record<string, string> = error.code.startsWith("picture_") ? { picture: error.code } : {};
  return { values, picture, refusal: { code: error.code, fields: { ...wrong, ...ofPicture }, values, retryAfterSeconds } };
}
