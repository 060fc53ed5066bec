import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { group, groupMembership, organisationSteward, space, spaceMembership, spaceOrganisation, spaceRole, standing } from "#db/schema/index";
import type { SpaceMembershipRow, SpaceRow } from "~/features/spaces/index.server";
import type { GroupRelation, SpaceRole } from "~/permissions/relations";
import type { Ctx } from "~/platform/ctx.server";
import type { GroupRow } from "./access-group.server";

export interface LoadedRelation {
  group: GroupRow;
  space: SpaceRow;
  relation: GroupRelation;
  membership: SpaceMembershipRow | null;
}

/** How many persons stand to how many groups: null for somebody without an account, undefined for a group that is absent. */
export type Relations = (personId: string | null, groupId: string) => LoadedRelation | undefined;

/**
 * The same as `relationToGroup` for many persons and groups at once, in a handful of statements: for lists, and for
 * writes that share a transaction. Inside an action what grants a right is read FOR SHARE. Authorises nothing itself.
 */
export async function loadRelations(ctx: Ctx, personIds: readonly (string | null)[], groupIds: readonly string[]): Promise<Relations> {
  const persons = [...new Set(personIds.flatMap((id) => id ?? []))];
  const ids = [...new Set(groupIds)];
  // They do not wait for one another; the server takes them in this order.
  const [rows, held] = await Promise.all([readGroups(ctx, ids), persons.length > 0 && ids.length > 0 ? readHeld(ctx, persons, ids) : null]);
  const groups = new Map(rows.map((row) => [row.group.id, row]));
  return (personId, groupId) => {
    const row = groups.get(groupId);
    if (!row) return undefined;
    const { visibility, joining, archivedAt } = row.group;
    const base = { visibility, joining, archived: archivedAt !== null };
    const inSpace = { status: row.space.status, visibility: row.space.visibility, joining: row.space.joining };
    if (personId === null || !held) {
      const nobody = { ...inSpace, member: false, roles: [], organisationSteward: false, suspended: false, muted: false };
      return { ...row, membership: null, relation: { ...base, space: nobody, member: false, mayWrite: false, suspended: false, muted: false } };
    }
    const membership = held.memberships.get(`${personId} ${row.space.id}`) ?? null;
    const mine = held.groupMemberships.get(`${personId} ${groupId}`);
    const standings = held.standings.filter((one) => one.personId === personId && (one.scopeKind !== "space" || one.scopeId === row.space.id));
    const wide = standings.filter((one) => one.scopeKind !== "group");
    const here = standings.filter((one) => one.scopeKind === "group" && one.scopeId === groupId);
    const member = mine !== undefined && mine.endedAt === null;
    return {
      ...row,
      membership,
      relation: {
        ...base,
        space: {
          ...inSpace,
          member: membership !== null && membership.leftAt === null,
          removed: membership !== null && membership.leftBecause === "removed",
          roles: held.roles.get(`${personId} ${row.space.id}`) ?? [],
          organisationSteward: held.stewards.has(`${personId} ${row.space.id}`),
          suspended: wide.some((one) => one.kind === "suspension"),
          muted: wide.some((one) => one.kind === "mute"),
        },
        member,
        removed: mine?.endedBecause === "removed",
        mayWrite: member && mine.mayWrite,
        suspended: here.some((one) => one.kind === "suspension"),
        muted: here.some((one) => one.kind === "mute"),
      },
    };
  };
}

async function readGroups(ctx: Ctx, groupIds: string[]): Promise<{ group: GroupRow; space: SpaceRow }[]> {
  if (groupIds.length === 0) return [];
  const query = ctx.db.select({ group, space }).from(group).innerJoin(space, eq(space.id, group.spaceId)).where(inArray(group.id, groupIds)).orderBy(group.id);
  return ctx.writing ? query.for("share") : query;
}

/** Everything that grants or takes a right to these persons in these groups and their spaces. */
async function readHeld(ctx: Ctx, persons: string[], groupIds: string[]) {
  const spaceIds = ctx.db.select({ id: group.spaceId }).from(group).where(inArray(group.id, groupIds));
  const share = <Q extends { for: (strength: "share") => Q }>(query: Q): Q => (ctx.writing ? query.for("share") : query);
  const [memberships, groupMemberships, roleRows, standings, stewards] = await Promise.all([
    share(
      ctx.db.select().from(spaceMembership).where(and(inArray(spaceMembership.spaceId, spaceIds), inArray(spaceMembership.personId, persons))).orderBy(spaceMembership.id).$dynamic(),
    ),
    share(
      ctx.db.select().from(groupMembership).where(and(inArray(groupMembership.groupId, groupIds), inArray(groupMembership.personId, persons))).orderBy(groupMembership.id).$dynamic(),
    ),
    share(
      ctx.db
        .select({ personId: spaceRole.personId, spaceId: spaceRole.spaceId, role: spaceRole.role })
        .from(spaceRole)
        .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId)))
        .where(
          and(
            inArray(spaceRole.spaceId, spaceIds),
            inArray(spaceRole.personId, persons),
            isNull(spaceRole.endedAt),
            or(isNull(spaceRole.until), gt(spaceRole.until, ctx.now)),
            eq(spaceOrganisation.state, "accepted"),
          ),
        )
        .orderBy(spaceRole.id)
        .$dynamic(),
    ),
    ctx.db
      .select()
      .from(standing)
      .where(and(inArray(standing.personId, persons), isNull(standing.liftedAt), or(isNull(standing.until), gt(standing.until, ctx.now)))),
    ctx.db
      .select({ personId: organisationSteward.personId, spaceId: spaceOrganisation.spaceId })
      .from(organisationSteward)
      .innerJoin(spaceOrganisation, eq(spaceOrganisation.organisationId, organisationSteward.organisationId))
      .where(and(inArray(spaceOrganisation.spaceId, spaceIds), inArray(organisationSteward.personId, persons), inArray(spaceOrganisation.state, ["accepted", "invited"]))),
  ]);
  const roles = new Map<string, SpaceRole[]>();
  for (const { personId, spaceId, role } of roleRows) roles.set(`${personId} ${spaceId}`, [...(roles.get(`${personId} ${spaceId}`) ?? []), role]);
  return {
    memberships: new Map(memberships.map((row) => [`${row.personId} ${row.spaceId}`, row])),
    groupMemberships: new Map(groupMemberships.map((row) => [`${row.personId} ${row.groupId}`, row])),
    roles,
    standings,
    stewards: new Set(stewards.map((row) => `${row.personId} ${row.spaceId}`)),
  };
}
