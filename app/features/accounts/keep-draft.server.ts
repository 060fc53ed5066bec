import { and, eq, gt } from "drizzle-orm";
import { draft } from "#db/schema/index";
import { mayChangeOwnAccount } from "~/permissions/accounts";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { accessOwnAccount } from "./access-own-account.server";
import { DraftInput } from "./input";

/**
 * Keeps what somebody was writing for a day, so that the end of a session takes nothing; an empty text takes it away.
 * Only its writer ever gets it back. @throws AppError `sign_in`, `invalid_input`, `too_many`.
 */
export const keepDraft = defineAction({
  name: "accounts.keep-draft",
  input: DraftInput,
  limit: perPerson(60, "minute"),
  load: accessOwnAccount,
  allow: mayChangeOwnAccount,
  run: async (ctx, { input, loaded }) => {
    if (input.text.trim() === "") return void (await ctx.db.delete(draft).where(and(eq(draft.personId, loaded.id), eq(draft.place, input.place))));
    const expiresAt = new Date(ctx.now.getTime() + limits.draftKept * 1_000);
    await ctx.db
      .insert(draft)
      .values({ personId: loaded.id, place: input.place, text: input.text, expiresAt })
      .onConflictDoUpdate({ target: [draft.personId, draft.place], set: { text: input.text, expiresAt } });
  },
});

/** What the person was writing here, or null. */
export async function readDraft(ctx: Ctx, place: string): Promise<string | null> {
  if (!signedIn(ctx.actor)) return null;
  const [kept] = await ctx.db
    .select({ text: draft.text })
    .from(draft)
    .where(and(eq(draft.personId, ctx.actor.personId), eq(draft.place, place), gt(draft.expiresAt, ctx.now)));
  return kept?.text ?? null;
}

/** Forgets what was being written, in the action that posts it. */
export async function dropDraft(ctx: Ctx, place: string): Promise<void> {
  if (signedIn(ctx.actor)) await ctx.db.delete(draft).where(and(eq(draft.personId, ctx.actor.personId), eq(draft.place, place)));
}
