import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { notice, person, pushDevice, pushOutbox, session } from "#db/schema/index";
import { mayGetPush } from "~/permissions/notifications";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { isPushAddress } from "./push-services";
import { pushKeys } from "./push-keys.server";

/** Whether the acting session is on a device that somebody called their own; held until the commit inside an action. */
async function loadOwn(ctx: Ctx): Promise<{ own: boolean }> {
  const { sessionId } = ctx.actor;
  if (!sessionId) return { own: false };
  const asked = ctx.db.select({ device: session.device }).from(session).where(eq(session.id, sessionId));
  const [row] = await (ctx.writing ? asked.for("share") : asked);
  return { own: row?.device === "own" };
}

/**
 * Lets news appear by itself on this very device, for as long as somebody is signed in there. An address that another
 * account had before is theirs no more.
 * @throws AppError `sign_in`, `forbidden` on a shared computer, `invalid_input`.
 */
export const getPush = defineAction({
  name: "notifications.get-push",
  input: z.strictObject({
    endpoint: z.string().refine(isPushAddress, "not_valid"),
    /** A point on the curve P-256, and a secret of 16 bytes, as browsers write them. */
    p256dh: z.string().regex(/^[\w-]{86,88}={0,2}$/, "not_valid"),
    auth: z.string().regex(/^[\w-]{21,24}={0,2}$/, "not_valid"),
  }),
  limit: perPerson(20, "hour"),
  load: loadOwn,
  allow: mayGetPush,
  run: async (ctx, { input }) => {
    const { personId, sessionId } = ctx.actor;
    await ctx.db.delete(pushDevice).where(sql`${pushDevice.endpoint} = ${input.endpoint} or ${pushDevice.sessionId} = ${sessionId}`);
    await ctx.db.insert(pushDevice).values({ ...input, personId: personId!, sessionId: sessionId!, createdAt: ctx.now });
  },
});

/** No news appears by itself on this device any more. @throws AppError `sign_in`, `forbidden`. */
export const stopPush = defineAction({
  name: "notifications.stop-push",
  input: z.strictObject({}),
  limit: perPerson(60, "hour"),
  load: loadOwn,
  allow: mayGetPush,
  run: async (ctx) => void (await ctx.db.delete(pushDevice).where(eq(pushDevice.sessionId, ctx.actor.sessionId!))),
});

/** How news may appear on this device: `shared` never; else whether it does, and the key that a browser asks for. */
export type PushView = { state: "shared" } | { state: "on" | "off"; key: string };

export async function readPush(ctx: Ctx): Promise<PushView> {
  if (!signedIn(ctx.actor) || mayGetPush(ctx.actor, await loadOwn(ctx)) !== true) return { state: "shared" };
  const [row] = await ctx.db.select({ id: pushDevice.id }).from(pushDevice).where(eq(pushDevice.sessionId, ctx.actor.sessionId!));
  return { state: row ? "on" : "off", key: (await pushKeys(ctx)).publicKey };
}

/** Puts new lines of inboxes on their way to the devices of those people; in the transaction that makes the lines. */
export async function queuePush(ctx: Ctx, dedupeKeys: readonly string[]): Promise<void> {
  if (dedupeKeys.length === 0) return;
  const devices = ctx.db
    .select({
      id: sql<string>`gen_random_uuid()`.as("id"),
      deviceId: pushDevice.id,
      noticeId: sql<string>`${notice.id}`.as("notice_id"),
      attempts: sql<number>`0`.as("attempts"),
      nextTryAt: sql<Date>`${ctx.now.toISOString()}::timestamptz`.as("next_try_at"),
      createdAt: sql<Date>`${ctx.now.toISOString()}::timestamptz`.as("created_at"),
    })
    .from(notice)
    .innerJoin(pushDevice, eq(pushDevice.personId, notice.personId))
    .innerJoin(session, eq(session.id, pushDevice.sessionId))
    .innerJoin(person, eq(person.id, notice.personId))
    .where(and(inArray(notice.dedupeKey, [...dedupeKeys]), isNull(person.disabledAt), gt(session.expiresAt, ctx.now)));
  await ctx.db.insert(pushOutbox).select(devices).onConflictDoNothing();
}
