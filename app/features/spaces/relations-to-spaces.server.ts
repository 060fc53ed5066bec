import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { organisationSteward, spaceMembership, spaceOrganisation, spaceRole, standing } from "#db/schema/index";
import type { SpaceRelation } from "~/permissions/relations";
import type { Ctx } from "~/platform/ctx.server";
import type { SpaceRow } from "./access-space.server";

/** How the actor stands to many spaces at once, for lists and for the search: space id → the same as `relationToSpace` gives. */
export async function relationsToSpaces(ctx: Ctx, rows: SpaceRow[]): Promise<Map<string, SpaceRelation>> {
  const personId = ctx.actor.personId;
  const base = ({ status, visibility, joining }: SpaceRow) => ({ status, visibility, joining });
  if (personId === null || rows.length === 0) {
    return new Map(rows.map((row) => [row.id, { ...base(row), member: false, removed: false, roles: [], organisationSteward: false, suspended: false, muted: false }]));
  }
  const ids = rows.map((row) => row.id);
  const memberships = await ctx.db
    .select({ spaceId: spaceMembership.spaceId, leftAt: spaceMembership.leftAt, leftBecause: spaceMembership.leftBecause })
    .from(spaceMembership)
    .where(and(eq(spaceMembership.personId, personId), inArray(spaceMembership.spaceId, ids)));
  const roles = await ctx.db
    .select({ spaceId: spaceRole.spaceId, role: spaceRole.role })
    .from(spaceRole)
    .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId)))
    .where(
      and(
        eq(spaceRole.personId, personId),
        inArray(spaceRole.spaceId, ids),
        isNull(spaceRole.endedAt),
        or(isNull(spaceRole.until), gt(spaceRole.until, ctx.now)),
        eq(spaceOrganisation.state, "accepted"),
      ),
    );
  const stewarded = await ctx.db
    .select({ spaceId: spaceOrganisation.spaceId })
    .from(organisationSteward)
    .innerJoin(spaceOrganisation, eq(spaceOrganisation.organisationId, organisationSteward.organisationId))
    .where(and(eq(organisationSteward.personId, personId), inArray(spaceOrganisation.spaceId, ids), inArray(spaceOrganisation.state, ["accepted", "invited"])));
  const standings = await ctx.db
    .select()
    .from(standing)
    .where(and(eq(standing.personId, personId), isNull(standing.liftedAt), or(isNull(standing.until), gt(standing.until, ctx.now))));
  const holds = (kind: "suspension" | "mute", spaceId: string) =>
    standings.some((one) => one.kind === kind && (one.scopeKind === "installation" || (one.scopeKind === "space" && one.scopeId === spaceId)));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...base(row),
        member: memberships.some((one) => one.spaceId === row.id && one.leftAt === null),
        removed: memberships.some((one) => one.spaceId === row.id && one.leftBecause === "removed"),
        roles: roles.filter((one) => one.spaceId === row.id).map((one) => one.role),
        organisationSteward: stewarded.some((one) => one.spaceId === row.id),
        suspended: holds("suspension", row.id),
        muted: holds("mute", row.id),
      },
    ]),
  );
}
