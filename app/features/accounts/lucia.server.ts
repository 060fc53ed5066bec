import { and, eq, gt, lte, sql } from "drizzle-orm";
import { Lucia, TimeSpan, type Adapter } from "lucia";
import { actor, installationRole, person, session } from "#db/schema/index";
import type { Db } from "#db/client.server";
import type { InstallationRole } from "~/platform/ctx.server";
import { hashSecret } from "./secrets.server";
import type { Device } from "./session-lifetime";

interface SessionAttributes {
  device: Device;
  label: string;
  createdAt: Date;
  activeAt: Date;
  /** When it ends if nothing happens; `expiresAt` of Lucia is the same moment. */
  idleEndsAt: Date;
  absoluteExpiresAt: Date;
}

interface PersonAttributes {
  actorId: string;
  ageGroup: "16_plus" | "13_to_15";
  roles: InstallationRole[];
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof openLucia>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: PersonAttributes;
  }
}

/**
 * Lucia over our tables. It gets and gives the cookie's value; the table only ever holds that value's SHA-256. What Lucia
 * does not know is ours: an absolute end, lifetimes per kind of device, the house's clock.
 */
export function openLucia(db: Db, now: Date) {
  return new Lucia(adapter(db, now), {
    // Our own touch moves the end of a session; a span of nothing keeps Lucia from moving it too.
    sessionExpiresIn: new TimeSpan(0, "ms"),
    getSessionAttributes: (attributes: SessionAttributes) => attributes,
    getUserAttributes: (attributes: PersonAttributes) => attributes,
  });
}

function adapter(db: Db, now: Date): Adapter {
  // Lucia compares with the machine's clock, the house may have another.
  const toMachineClock = (moment: Date) => new Date(moment.getTime() - now.getTime() + Date.now());
  const roles = sql<InstallationRole[]>`coalesce((select jsonb_agg(r.role order by r.role) from ${installationRole} r
    where r.person_id = ${person.id} and (r.until is null or r.until > ${now.toISOString()}::timestamptz)), '[]'::jsonb)`;
  return {
    async getSessionAndUser(id) {
      const [row] = await db
        .select({ session, actorId: actor.id, ageGroup: person.ageGroup, disabledAt: person.disabledAt, roles })
        .from(session)
        .innerJoin(person, eq(person.id, session.personId))
        .innerJoin(actor, eq(actor.personId, person.id))
        .where(and(eq(session.id, hashSecret(id)), gt(session.expiresAt, now), gt(session.absoluteExpiresAt, now)));
      if (!row || row.disabledAt) return [null, null];
      const { personId, device, label, createdAt, activeAt, expiresAt, absoluteExpiresAt } = row.session;
      return [
        { id, userId: personId, expiresAt: toMachineClock(expiresAt), attributes: { device, label, createdAt, activeAt, idleEndsAt: expiresAt, absoluteExpiresAt } },
        { id: personId, attributes: { actorId: row.actorId, ageGroup: row.ageGroup, roles: row.roles } },
      ];
    },
    async getUserSessions() {
      throw new Error("the values of cookies are not kept; see list-sessions.server.ts");
    },
    async setSession({ id, userId, attributes }) {
      const { idleEndsAt, ...rest } = attributes;
      await db.insert(session).values({ ...rest, id: hashSecret(id), personId: userId, expiresAt: idleEndsAt });
    },
    async updateSessionExpiration(id, expiresAt) {
      await db.update(session).set({ expiresAt }).where(eq(session.id, hashSecret(id)));
    },
    async deleteSession(id) {
      await db.delete(session).where(eq(session.id, hashSecret(id)));
    },
    async deleteUserSessions(userId) {
      await db.delete(session).where(eq(session.personId, userId));
    },
    async deleteExpiredSessions() {
      await db.delete(session).where(lte(session.expiresAt, now));
    },
  };
}
