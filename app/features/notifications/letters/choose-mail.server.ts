import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { mailChoice, mailOutbox, notice } from "#db/schema/index";
import { defaultMail, isWrittenTo, mailRhythms, mayChooseMail, mayStopMail, type MailTimes } from "~/permissions/notifications";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perAddress, perPerson } from "~/platform/limiter.server";
import { newsLetter, ownChoice } from "./gather-news.server";

/** Chooses when letters come about what is new. What waits goes along from then on, or where no letters are wanted not at all. @throws AppError `sign_in`. */
export const chooseMail = defineAction({
  name: "notifications.choose-mail",
  input: z.strictObject({
    rhythm: z.enum(mailRhythms, "required"),
    hour: z.coerce.number().int().min(0).max(23).default(defaultMail.hour),
    weekday: z.coerce.number().int().min(1).max(7).default(defaultMail.weekday),
  }),
  limit: perPerson(60, "minute"),
  load: async () => null,
  allow: (actor) => mayChooseMail(actor),
  run: async (ctx, { input }) => {
    const { personId } = await ownChoice(ctx, ctx.actor.personId!);
    await ctx.db.update(mailChoice).set({ ...input, changedAt: ctx.now }).where(eq(mailChoice.personId, personId));
    if (!isWrittenTo(input.rhythm)) await dropWaiting(ctx, personId);
  },
});

/**
 * Stops letters about what is new, for whoever has the address that stands in them; a second time changes nothing.
 * @throws AppError `not_found` for a key that is nobody's.
 */
export const stopMail = defineAction({
  name: "notifications.stop-mail",
  input: z.strictObject({ key: z.string().regex(/^[\w-]{43}$/, "not_valid") }),
  limit: perAddress(60, "minute"),
  load: async (ctx, { key }) => {
    const [row] = await ctx.db.select().from(mailChoice).where(eq(mailChoice.stopKey, key)).for("update");
    if (!row) throw new AppError("not_found");
    return row;
  },
  allow: (actor) => mayStopMail(actor),
  run: async (ctx, { loaded: { personId, rhythm } }) => {
    if (rhythm === "never") return;
    await ctx.db.update(mailChoice).set({ rhythm: "never", changedAt: ctx.now }).where(eq(mailChoice.personId, personId));
    await dropWaiting(ctx, personId);
  },
});

/** What waited for a letter waits no more, and a letter that did not go out yet does not go. */
async function dropWaiting(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db.update(notice).set({ mailDueAt: null }).where(and(eq(notice.personId, personId), isNotNull(notice.mailDueAt)));
  await ctx.db.delete(mailOutbox).where(and(eq(mailOutbox.personId, personId), eq(mailOutbox.kind, newsLetter), isNull(mailOutbox.sentAt)));
}

/** What the actor chose, for the form. @throws AppError `sign_in`. */
export async function readMailChoice(ctx: Ctx): Promise<MailTimes> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const [row] = await ctx.db.select({ rhythm: mailChoice.rhythm, hour: mailChoice.hour, weekday: mailChoice.weekday }).from(mailChoice).where(eq(mailChoice.personId, ctx.actor.personId));
  return row ?? defaultMail;
}
