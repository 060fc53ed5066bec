import { and, eq, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { notice } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import { signedIn } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { streamId } from "~/platform/streams";
import { noticeArrived } from "./facts";

/** Opens one notice: it counts as read. Gives where it leads. */
export const openNotice = defineAction({
  name: "notifications.open-notice",
  input: z.strictObject({ id: z.uuid() }),
  load: async (ctx, { id }) => {
    if (!signedIn(ctx.actor)) throw new AppError("sign_in");
    const [row] = await ctx.db.select().from(notice).where(and(eq(notice.id, id), eq(notice.personId, ctx.actor.personId))).for("update");
    if (!row) throw new AppError("not_found");
    return row;
  },
  allow: (actor) => (signedIn(actor) ? true : "sign_in"),
  run: async (ctx, { loaded, fact }) => {
    if (!loaded.readAt) {
      await ctx.db.update(notice).set({ readAt: ctx.now }).where(eq(notice.id, loaded.id));
      fact(noticeArrived, { stream: streamId("person", ctx.actor.actorId!), data: {} });
    }
    return { href: loaded.href };
  },
});

/** Marks everything up to a moment read: what came after the page was made stays new. */
export const readAllNotices = defineAction({
  name: "notifications.read-all",
  input: z.strictObject({ until: z.iso.datetime() }),
  load: async () => null,
  allow: (actor) => (signedIn(actor) ? true : "sign_in"),
  run: async (ctx, { input, fact }) => {
    await ctx.db
      .update(notice)
      .set({ readAt: ctx.now })
      .where(and(eq(notice.personId, ctx.actor.personId!), isNull(notice.readAt), lte(notice.createdAt, new Date(input.until))));
    fact(noticeArrived, { stream: streamId("person", ctx.actor.actorId!), data: {} });
  },
});
