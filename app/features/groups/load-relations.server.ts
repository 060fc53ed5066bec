import { and, eq, gt, inArray, isNull, or, type SQLWrapper } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { group, groupMembership, organisationSteward, space, spaceMembership, spaceOrganisation, spaceRole, standing } from "#db/schema/index";
import { isAnyOf, statement, type Given } from "#db/statement";
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
export type LoadRelations = (ctx: Ctx, personIds: readonly (string | null)[], ids: readonly string[]) => Promise<Relations>;

/** To groups by their own ids. */
export const loadRelations = relationsThrough((ids) => ids);

/** To the groups that `groupsOf` finds, in the same statements, through ids of what stands in them. It makes an array of group ids of one of ids. */
export function relationsThrough(groupsOf: (ids: SQLWrapper) => SQLWrapper): LoadRelations {
  const reading = prepareRelations(groupsOf, false);
  const holding = prepareRelations(groupsOf, true);
  return (ctx, personIds, ids) => read(ctx, ctx.writing ? holding : reading, [...new Set(personIds.flatMap((id) => id ?? []))], [...new Set(ids)]);
}

async function read(ctx: Ctx, statements: Statements, persons: string[], ids: string[]): Promise<Relations> {
  if (ids.length === 0) return () => undefined;
  // They do not wait for one another; the server takes them in this order.
  const [rows, held] = await Promise.all([statements.groups(ctx.db, { ids }), persons.length > 0 ? readHeld(ctx, statements, persons, ids) : null]);
  const groups = new Map(rows.map((row) => [row.group.id, row]));
  return (personId, groupId) => {
    const row = groups.get(groupId);
    if (!row) return undefined;
    const { visibility, joining, archivedAt, readersRemark } = row.group;
    const base = { visibility, joining, archived: archivedAt !== null, readersRemark };
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

type Statements = ReturnType<typeof prepareRelations>;

/** Everything that grants or takes a right to persons in groups and their spaces; with `hold` it stays as it is until the commit. */
function prepareRelations(groupsOf: (ids: SQLWrapper) => SQLWrapper, hold: boolean) {
  type Asked = Given<{ ids: string[]; persons: string[]; now: Date }>;
  const share = <Q extends { for: (strength: "share") => Q }>(query: Q): Q => (hold ? query.for("share") : query);
  const spacesOf = (db: Db, ids: SQLWrapper) => db.select({ id: group.spaceId }).from(group).where(isAnyOf(group.id, groupsOf(ids)));
  return {
    groups: statement((db, { ids }: Given<{ ids: string[] }>) =>
      share(db.select({ group, space }).from(group).innerJoin(space, eq(space.id, group.spaceId)).where(isAnyOf(group.id, groupsOf(ids))).orderBy(group.id).$dynamic()),
    ),
    memberships: statement((db, { ids, persons }: Asked) =>
      share(db.select().from(spaceMembership).where(and(inArray(spaceMembership.spaceId, spacesOf(db, ids)), isAnyOf(spaceMembership.personId, persons))).orderBy(spaceMembership.id).$dynamic()),
    ),
    groupMemberships: statement((db, { ids, persons }: Asked) =>
      share(db.select().from(groupMembership).where(and(isAnyOf(groupMembership.groupId, groupsOf(ids)), isAnyOf(groupMembership.personId, persons))).orderBy(groupMembership.id).$dynamic()),
    ),
    roles: statement((db, { ids, persons, now }: Asked) =>
      share(
        db
          .select({ personId: spaceRole.personId, spaceId: spaceRole.spaceId, role: spaceRole.role })
          .from(spaceRole)
          .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId)))
          .where(
            and(
              inArray(spaceRole.spaceId, spacesOf(db, ids)),
              isAnyOf(spaceRole.personId, persons),
              isNull(spaceRole.endedAt),
              or(isNull(spaceRole.until), gt(spaceRole.until, now)),
              eq(spaceOrganisation.state, "accepted"),
            ),
          )
          .orderBy(spaceRole.id)
          .$dynamic(),
      ),
    ),
    standings: statement((db, { persons, now }: Asked) =>
      db
        .select()
        .from(standing)
        .where(and(isAnyOf(standing.personId, persons), isNull(standing.liftedAt), or(isNull(standing.until), gt(standing.until, now)))),
    ),
    stewards: statement((db, { ids, persons }: Asked) =>
      db
        .select({ personId: organisationSteward.personId, spaceId: spaceOrganisation.spaceId })
        .from(organisationSteward)
        .innerJoin(spaceOrganisation, eq(spaceOrganisation.organisationId, organisationSteward.organisationId))
        .where(and(inArray(spaceOrganisation.spaceId, spacesOf(db, ids)), isAnyOf(organisationSteward.personId, persons), inArray(spaceOrganisation.state, ["accepted", "invited"]))),
    ),
  };
}

/** What of it is there, by person and place. */
async function readHeld(ctx: Ctx, statements: Statements, persons: string[], ids: string[]) {
  const asked = { ids, persons, now: ctx.now };
  const [memberships, groupMemberships, roleRows, standings, stewards] = await Promise.all([
    statements.memberships(ctx.db, asked),
    statements.groupMemberships(ctx.db, asked),
    statements.roles(ctx.db, asked),
    statements.standings(ctx.db, asked),
    statements.stewards(ctx.db, asked),
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
