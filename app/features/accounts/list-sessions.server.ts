import { and, desc, eq, gt } from "drizzle-orm";
import { session } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { accessOwnAccount } from "./access-own-account.server";

export interface SessionView {
  /** SHA-256 of the cookie: names the session, opens nothing. */
  id: string;
  /** "Firefox · Windows", or empty. */
  label: string;
  device: "own" | "shared";
  /** ISO. */
  since: string;
  lastActive: string;
  /** The session of this very page. */
  current: boolean;
}

/** Where the person is signed in now, this device first. @throws AppError `sign_in`. */
export async function listSessions(ctx: Ctx): Promise<SessionView[]> {
  const person = await accessOwnAccount(ctx);
  const rows = await ctx.db
    .select()
    .from(session)
    .where(and(eq(session.personId, person.id), gt(session.expiresAt, ctx.now), gt(session.absoluteExpiresAt, ctx.now)))
    .orderBy(desc(session.activeAt));
  const views = rows.map((row) => ({
    id: row.id,
    label: row.label,
    device: row.device,
    since: row.createdAt.toISOString(),
    lastActive: row.activeAt.toISOString(),
    current: row.id === ctx.actor.sessionId,
  }));
  return views.sort((a, b) => Number(b.current) - Number(a.current));
}
