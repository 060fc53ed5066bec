import { and, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import { person, session } from "#db/schema/index";
import { anonymous, type Actor, type House } from "~/platform/ctx.server";
import { readCookies } from "./cookies.server";
import { openLucia } from "./lucia.server";
import { hashSecret } from "./secrets.server";
import { idleEnd, lifetimeOf, type Device } from "./session-lifetime";

/** Activity is written down at most this often, in seconds. */
const touchEvery = 60;

export interface ResolvedActor {
  actor: Actor;
  /** Null for readers without an account. `endsAt`: when it ends if nothing happens. */
  session: { device: Device; endsAt: Date } | null;
  /** Key of a device that somebody called their own; null elsewhere. For the rate limits. */
  device: string | null;
}

/**
 * Who the cookies of a request or a live handshake belong to; whatever is wrong with them, the answer is somebody without
 * an account. Counts as activity of the session, unless `active` is false: a page that stays open asks things by itself,
 * and must not keep somebody signed in who went away.
 * @throws DatabaseError when the database cannot answer.
 */
export async function resolveActor(house: House, cookieHeader: string | null, active = true): Promise<ResolvedActor> {
  const cookies = readCookies(house, cookieHeader);
  const nobody = { actor: anonymous, session: null, device: cookies.device };
  if (!cookies.session) return nobody;
  const now = house.now();
  const found = await openLucia(house.database.db, now).validateSession(cookies.session);
  if (!found.session) return nobody;
  const { id, device, createdAt, activeAt, idleEndsAt, absoluteExpiresAt } = found.session;
  const { id: personId, actorId, ageGroup, roles } = found.user;
  const sessionId = hashSecret(id);
  let endsAt = idleEndsAt;
  if (active && now.getTime() - activeAt.getTime() >= touchEvery * 1_000) {
    endsAt = idleEnd(now, lifetimeOf({ device, createdAt, absoluteExpiresAt }), absoluteExpiresAt);
    await touch(house, sessionId, now, endsAt);
  }
  return { actor: { personId, actorId, ageGroup, roles, sessionId, system: false }, session: { device, endsAt }, device: cookies.device };
}

/** Reading goes on when nothing can be written, so a failed touch only leaves a line in the log. */
async function touch(house: House, sessionId: string, now: Date, endsAt: Date): Promise<void> {
  try {
    await house.database.db
      .update(session)
      .set({ activeAt: now, expiresAt: endsAt })
      .where(and(eq(session.id, sessionId), lt(session.activeAt, now)));
  } catch (error) {
    house.logger.warn({ err: error }, "activity of a session was not written down");
  }
}

/** Counts a live event as activity of the session, at most once a minute. `sessionId` is `actor.sessionId`. */
export async function touchSession(house: House, sessionId: string): Promise<void> {
  const now = house.now();
  const [row] = await house.database.db.select().from(session).where(and(eq(session.id, sessionId), gt(session.expiresAt, now)));
  if (!row || now.getTime() - row.activeAt.getTime() < touchEvery * 1_000) return;
  await touch(house, sessionId, now, idleEnd(now, lifetimeOf(row), row.absoluteExpiresAt));
}

/** Those of the sessions (`actor.sessionId`) that are still good: there, not ended, of an account in use. One query. */
export async function sessionsStillValid(house: House, sessionIds: string[]): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set();
  const now = house.now();
  const rows = await house.database.db
    .select({ id: session.id })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(and(inArray(session.id, sessionIds), gt(session.expiresAt, now), gt(session.absoluteExpiresAt, now), isNull(person.disabledAt)));
  return new Set(rows.map((row) => row.id));
}
