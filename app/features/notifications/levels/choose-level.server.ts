import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { noticeLevel } from "#db/schema/index";
import { accessDiscussion } from "~/features/discussions/index.server";
import { accessGroup } from "~/features/groups/index.server";
import { accessSpace } from "~/features/spaces/index.server";
import { mayChooseNotices, noticeLevels, placeKinds, type PlaceKind } from "~/permissions/notifications";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";

/**
 * Chooses how much the actor wants to hear of a conversation, a group or a leerplek; a second choice takes the place of
 * the first. Nobody else hears of it.
 * @throws AppError `sign_in`; `not_found`, `join_group` … as the place says.
 */
export const chooseLevel = defineAction({
  name: "notifications.choose-level",
  input: z.strictObject({ kind: z.enum(placeKinds), id: z.uuid("not_valid"), level: z.enum(noticeLevels, "required") }),
  limit: perPerson(60, "minute"),
  load: (ctx, { kind, id }) => spaceOf(ctx, kind, id),
  allow: (actor) => mayChooseNotices(actor),
  run: async (ctx, { input: { kind, id, level }, loaded: spaceId }) => {
    await ctx.db
      .insert(noticeLevel)
      .values({ personId: ctx.actor.personId!, spaceId, placeKind: kind, placeId: id, level, changedAt: ctx.now })
      .onConflictDoUpdate({ target: [noticeLevel.personId, noticeLevel.placeId], set: { level: sql`excluded.level`, changedAt: ctx.now } });
  },
});

/** Takes a choice back: from then on what was chosen around it counts. Also where one may not look any more. @throws AppError `sign_in`. */
export const dropLevel = defineAction({
  name: "notifications.drop-level",
  input: z.strictObject({ id: z.uuid("not_valid") }),
  limit: perPerson(60, "minute"),
  load: async () => null,
  allow: (actor) => mayChooseNotices(actor),
  run: async (ctx, { input }) => {
    await ctx.db.delete(noticeLevel).where(and(eq(noticeLevel.personId, ctx.actor.personId!), eq(noticeLevel.placeId, input.id)));
  },
});

/** The leerplek of a place that the actor may look into. */
async function spaceOf(ctx: Ctx, kind: PlaceKind, id: string): Promise<string> {
  if (kind === "discussion") return (await accessDiscussion(ctx, id, false)).space.id;
  return kind === "group" ? (await accessGroup(ctx, id)).space.id : (await accessSpace(ctx, { id })).space.id;
}
