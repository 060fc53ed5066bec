import { and, eq, lte, ne } from "drizzle-orm";
import { draft, oneTimeCode, session } from "#db/schema/index";
import { streamId } from "~/platform/streams";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { sessionCookie } from "./cookies.server";
import { sessionsEnded, type EndReason } from "./facts";
import { isStaff } from "./is-staff.server";
import { openLucia } from "./lucia.server";
import { actorIdOf } from "./queries.server";
import { idleEnd, lifetimeFor, type Device } from "./session-lifetime";

/**
 * Opens a session with a new id; the one that the request came with is gone, whoever planted it. Inside an action.
 * @returns the Set-Cookie that hands it out.
 */
export async function openSession(ctx: Ctx, given: { personId: string; device: Device; label: string }): Promise<string> {
  const lifetime = lifetimeFor(given.device, await isStaff(ctx, given.personId));
  const absoluteExpiresAt = new Date(ctx.now.getTime() + lifetime.absolute * 1_000);
  if (ctx.actor.sessionId) await ctx.db.delete(session).where(eq(session.id, ctx.actor.sessionId));
  const opened = await openLucia(ctx.db, ctx.now).createSession(given.personId, {
    device: given.device,
    label: given.label,
    createdAt: ctx.now,
    activeAt: ctx.now,
    idleEndsAt: idleEnd(ctx.now, lifetime, absoluteExpiresAt),
    absoluteExpiresAt,
  });
  return sessionCookie(ctx.house, opened.id, given.device);
}

/**
 * Ends every session of a person, but for `except` (the id of a session as in `actor.sessionId`), and tells every process
 * to drop their live connections. Inside an action, with its fact writer.
 * @returns how many ended.
 */
export async function endSessions(ctx: Ctx, fact: FactWriter, given: { personId: string; reason: EndReason; except?: string | null }): Promise<number> {
  const ended = await ctx.db
    .delete(session)
    .where(given.except ? and(eq(session.personId, given.personId), ne(session.id, given.except)) : eq(session.personId, given.personId))
    .returning({ id: session.id });
  const actorId = await actorIdOf(ctx, given.personId);
  if (actorId && ended.length > 0) fact(sessionsEnded, { stream: streamId("person", actorId), data: { reason: given.reason, sessions: ended.length } });
  return ended.length;
}

/**
 * When somebody takes or loses a role in their own request: all their sessions end, the acting one goes on under a new id
 * and with the lifetimes that fit what they are now. Inside an action.
 * @returns the Set-Cookie of the new session, or null when the person does not act in a session.
 */
export async function renewSession(ctx: Ctx, fact: FactWriter): Promise<string | null> {
  const { personId, sessionId } = ctx.actor;
  if (!personId || !sessionId) return null;
  const [acting] = await ctx.db.select().from(session).where(eq(session.id, sessionId));
  await endSessions(ctx, fact, { personId, reason: "role" });
  return acting ? openSession(ctx, { personId, device: acting.device, label: acting.label }) : null;
}

/**
 * Takes away what ran out: sessions and one-time codes a day after their end (until then a form that comes too late can
 * still be kept as a draft), drafts. For a job, once an hour.
 */
export async function removeExpired(ctx: Ctx): Promise<void> {
  const dayAgo = new Date(ctx.now.getTime() - 86_400_000);
  await ctx.db.delete(session).where(lte(session.expiresAt, dayAgo));
  await ctx.db.delete(oneTimeCode).where(lte(oneTimeCode.expiresAt, dayAgo));
  await ctx.db.delete(draft).where(lte(draft.expiresAt, ctx.now));
}
