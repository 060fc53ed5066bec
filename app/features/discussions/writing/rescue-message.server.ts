import { rescueDraft } from "~/features/accounts/index.server";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { draftPlace } from "../views";

/**
 * Does what a form asked; when its session ended meanwhile, what was written is kept for the person whose session it was,
 * who finds it in the field after signing in again. @throws AppError `session_ended` then, else what `act` throws.
 */
export async function orRescueText<T>(ctx: Ctx, request: Request, discussion: string | undefined, text: unknown, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    // In a closed group nobody without a session is told that the conversation is there.
    if (error instanceof AppError && !signedIn(ctx.actor) && typeof text === "string" && (await rescueText(ctx, request, discussion, text))) throw new AppError("session_ended");
    throw error;
  }
}

/** A text that cannot be kept, such as one that is too long, must not hide why it was refused. */
async function rescueText(ctx: Ctx, request: Request, discussion: string | undefined, text: string): Promise<boolean> {
  if (text.trim() === "") return false;
  return rescueDraft(ctx, request.headers.get("cookie"), { place: draftPlace(String(discussion)), text }).catch((error: unknown) => {
    if (error instanceof AppError) return false;
    throw error;
  });
}
