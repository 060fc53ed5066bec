import { and, eq, gt, isNull, or } from "drizzle-orm";
import { actor, installationRole, person } from "#db/schema/index";
import { anonymous, type Actor, type Ctx } from "~/platform/ctx.server";

/** Somebody in whose name something came in without a session, such as by mail; with the roles of this moment. Null for an account that is gone or put out of use. */
export async function actorOfPerson(ctx: Ctx, personId: string): Promise<Actor | null> {
  const [row] = await ctx.db
    .select({ actorId: actor.id, ageGroup: person.ageGroup })
    .from(person)
    .innerJoin(actor, eq(actor.personId, person.id))
    .where(and(eq(person.id, personId), isNull(person.disabledAt)));
  if (!row) return null;
  const roles = await ctx.db
    .select({ role: installationRole.role })
    .from(installationRole)
    .where(and(eq(installationRole.personId, personId), or(isNull(installationRole.until), gt(installationRole.until, ctx.now))));
  return { ...anonymous, personId, ...row, roles: roles.map(({ role }) => role) };
}
