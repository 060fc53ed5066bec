import { and, asc, gt } from "drizzle-orm";
import { session } from "#db/schema/index";
import { isAnyOf, statement, type Given } from "#db/statement";
import type { Ctx } from "./ctx.server";

/** KEY SHARE lets the moment of the last activity be noted meanwhile. */
const holdLiving = statement((db, { ids, now }: Given<{ ids: string[]; now: Date }>) =>
  db
    .select({ id: session.id })
    .from(session)
    .where(and(isAnyOf(session.id, ids), gt(session.expiresAt, now), gt(session.absoluteExpiresAt, now)))
    .orderBy(asc(session.id))
    .for("key share"),
);

/** Those of these sessions that go on; inside an action they are held until the commit. */
export async function livingSessions(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  return new Set((await holdLiving(ctx.db, { ids, now: ctx.now })).map(({ id }) => id));
}
