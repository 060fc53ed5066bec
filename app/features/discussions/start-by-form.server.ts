import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { perPerson } from "~/platform/limiter.server";
import { readUpload } from "~/platform/read-upload.server";
import { addFirstPicture } from "./pictures/add-picture.server";
import { ownPicture, toAnswer, type PictureAnswer } from "./pictures/post-picture.server";
import { startDiscussion } from "./start-discussion.server";
import { discussionHref } from "./views";

/** What the page shows again: what was typed, what is wrong, and the picture where that was right already. */
export type StartAnswer = Required<PictureAnswer>;

/** How often somebody may send the form, whatever is in it. */
const forms = perPerson(60, "hour");

/**
 * Starts a conversation, a learning question or an announcement from its plain form, with a picture if one was chosen.
 * @returns its address; or what the page shows again, with what is wrong.
 * @throws AppError what no page of the form can tell: `sign_in`, `not_found`.
 */
export async function startByForm(ctx: Ctx, request: Request): Promise<string | StartAnswer> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  await ctx.house.limiter.consume(ctx, "discussion.start-form", forms);
  const { fields, file, tooLarge } = await readUpload(request, limits.pictureBytes);
  const { id = "", groupId = "", kind = "", title = "", text = "", alt = "" } = fields;
  const values = { id, groupId, kind, title, text, alt };
  let picture = await ownPicture(ctx, fields.brought);
  try {
    if (tooLarge) throw new AppError("picture_too_large");
    if (file) picture = await ownPicture(ctx, (await addFirstPicture(ctx, { groupId, kind, file })).id);
    // Somebody who says what is to be seen meant to choose one.
    if (!picture && alt.trim() !== "") throw new AppError("invalid_input", { fields: { picture: "required" } });
    const started = await startDiscussion(ctx, { id, groupId, kind, title, text, ...(picture ? { picture: { id: picture.id, alt } } : {}) }).catch((error: unknown) => {
      throw error instanceof AppError ? ofTheForm(error) : error;
    });
    return discussionHref(started.id);
  } catch (error) {
    return toAnswer(error, values, picture);
  }
}

/** What is wrong with the picture's words stands at their own field. */
function ofTheForm(error: AppError): AppError {
  const wrong = Object.entries(error.detail.fields ?? {}).map(([name, code]) => [name === "picture.alt" ? "alt" : name, code]);
  return wrong.length === 0 ? error : new AppError(error.code, { ...error.detail, fields: Object.fromEntries(wrong) as Record<string, string> }, { cause: error });
}
