import { asc, eq, gt, isNull, or } from "drizzle-orm";
import { actor, installationRole, person } from "#db/schema/index";
import type { InstallationRole } from "~/platform/actor";
import type { Ctx } from "~/platform/ctx.server";
import { onlyAdministrators } from "./read-organisation.server";

export interface HeldInstallationRole {
  role: InstallationRole;
  actorId: string;
  signInName: string;
  name: string;
  mine: boolean;
}

/** Who holds a role over the whole installation. @throws AppError `not_found` for everyone but an administrator. */
export async function readInstallationRoles(ctx: Ctx): Promise<HeldInstallationRole[]> {
  onlyAdministrators(ctx);
  const rows = await ctx.db
    .select({ role: installationRole.role, personId: person.id, actorId: actor.id, signInName: person.signInName, name: person.name })
    .from(installationRole)
    .innerJoin(person, eq(person.id, installationRole.personId))
    .innerJoin(actor, eq(actor.personId, person.id))
    .where(or(isNull(installationRole.until), gt(installationRole.until, ctx.now)))
    .orderBy(asc(installationRole.role), asc(person.signInName));
  return rows.map(({ personId, ...row }) => ({ ...row, mine: personId === ctx.actor.personId }));
}
