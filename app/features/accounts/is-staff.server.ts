import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { installationRole, organisationSteward, spaceRole } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/**
 * Whether the person holds any role: over the installation, in a leerplek, for an organisation. The tables of the
 * features above are read here on purpose: staff get shorter sessions and never a paper code, and a rule that a feature
 * has to remember to announce would one day be forgotten.
 */
export async function isStaff(ctx: Ctx, personId: string): Promise<boolean> {
  const one = { one: sql<number>`1` };
  const inInstallation = ctx.db
    .select(one)
    .from(installationRole)
    .where(and(eq(installationRole.personId, personId), or(isNull(installationRole.until), gt(installationRole.until, ctx.now))));
  const inSpace = ctx.db
    .select(one)
    .from(spaceRole)
    .where(and(eq(spaceRole.personId, personId), isNull(spaceRole.endedAt), or(isNull(spaceRole.until), gt(spaceRole.until, ctx.now))));
  const forOrganisation = ctx.db.select(one).from(organisationSteward).where(eq(organisationSteward.personId, personId));
  const held = await inInstallation.unionAll(inSpace).unionAll(forOrganisation).limit(1);
  return held.length > 0;
}
