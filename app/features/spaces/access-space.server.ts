import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { organisationSteward, space, spaceMembership, spaceOrganisation, spaceRole, standing } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { SpaceRelation } from "~/permissions/relations";
import { maySeeSpace } from "~/permissions/spaces";

export type SpaceRow = typeof space.$inferSelect;
export interface AccessedSpace {
  space: SpaceRow;
  relation: SpaceRelation;
  /** The actor's membership here, also when left; null without one. */
  membership: typeof spaceMembership.$inferSelect | null;
}

/**
 * The only way to get hold of a space that somebody asked for, by id or slug.
 * Inside an action what grants a right is read FOR SHARE: a revoke waits for the commit, or was seen.
 * @throws AppError `not_found` when absent or not to be known of.
 */
export async function accessSpace(ctx: Ctx, by: { id: string } | { slug: string }): Promise<AccessedSpace> {
  const query = ctx.db.select().from(space).where("id" in by ? eq(space.id, by.id) : eq(space.slug, by.slug));
  const [row] = await (ctx.writing ? query.for("share") : query);
  if (!row) throw new AppError("not_found");
  const { relation, membership } = await relationToSpace(ctx, row);
  if (maySeeSpace(ctx.actor, relation) !== true) throw new AppError("not_found");
  return { space: row, relation, membership };
}

/**
 * The same for an action that changes the space itself: two such actions follow one another, and wait for every write
 * that is under way in it.
 */
export async function accessSpaceToChange(ctx: Ctx, spaceId: string): Promise<AccessedSpace> {
  await ctx.db.select({ id: space.id }).from(space).where(eq(space.id, spaceId)).for("no key update");
  return accessSpace(ctx, { id: spaceId });
}

/** How the actor stands to a space. */
export async function relationToSpace(ctx: Ctx, row: SpaceRow): Promise<Omit<AccessedSpace, "space">> {
  const base = { status: row.status, visibility: row.visibility, joining: row.joining };
  const personId = ctx.actor.personId;
  if (personId === null) {
    return { relation: { ...base, member: false, roles: [], organisationSteward: false, suspended: false, muted: false }, membership: null };
  }
  const memberships = ctx.db.select().from(spaceMembership).where(and(eq(spaceMembership.spaceId, row.id), eq(spaceMembership.personId, personId)));
  const [membership = null] = await (ctx.writing ? memberships.for("share") : memberships);
  const roles = await rolesIn(ctx, row.id, personId);
  const standings = await standingsOf(ctx, personId, row.id);
  const stewards = await ctx.db
    .select({ id: organisationSteward.organisationId })
    .from(organisationSteward)
    .innerJoin(spaceOrganisation, eq(spaceOrganisation.organisationId, organisationSteward.organisationId))
    .where(and(eq(spaceOrganisation.spaceId, row.id), eq(organisationSteward.personId, personId), inArray(spaceOrganisation.state, ["accepted", "invited"])))
    .limit(1);
  return {
    relation: {
      ...base,
      member: membership !== null && membership.leftAt === null,
      removed: membership !== null && membership.leftBecause === "removed",
      roles: roles.map((role) => role.role),
      organisationSteward: stewards.length > 0,
      suspended: standings.some((one) => one.kind === "suspension" && one.scopeKind !== "group"),
      muted: standings.some((one) => one.kind === "mute" && one.scopeKind !== "group"),
    },
    membership,
  };
}

/** Roles that hold now: not ended, not past their date, of an organisation that takes part. */
export async function rolesIn(ctx: Ctx, spaceId: string, personId: string): Promise<(typeof spaceRole.$inferSelect)[]> {
  const query = ctx.db
    .select({ role: spaceRole })
    .from(spaceRole)
    .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId)))
    .where(
      and(
        eq(spaceRole.spaceId, spaceId),
        eq(spaceRole.personId, personId),
        isNull(spaceRole.endedAt),
        or(isNull(spaceRole.until), gt(spaceRole.until, ctx.now)),
        eq(spaceOrganisation.state, "accepted"),
      ),
    );
  return (await (ctx.writing ? query.for("share") : query)).map((row) => row.role);
}

/** Mutes and suspensions that hold now, of this space, its groups or everywhere. */
export async function standingsOf(ctx: Ctx, personId: string, spaceId: string): Promise<(typeof standing.$inferSelect)[]> {
  const rows = await ctx.db
    .select()
    .from(standing)
    .where(and(eq(standing.personId, personId), isNull(standing.liftedAt), or(isNull(standing.until), gt(standing.until, ctx.now))));
  return rows.filter((row) => row.scopeKind !== "space" || row.scopeId === spaceId);
}
