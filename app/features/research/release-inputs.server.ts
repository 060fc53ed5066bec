import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { actor, fact, municipality, organisation, space, spaceMembership, spaceOrganisation, spaceRole, study } from "#db/schema/index";
import type { SpaceRole } from "~/permissions/relations";
import type { Ctx, House } from "~/platform/ctx.server";
import type { StudyRow } from "./access-study.server";
import { exportableTypes, tickedFields, type CatalogueField } from "./catalogue";
import { covers, namedSpaces, newestAnswers, withdrawnSince } from "./queries.server";

/** Everything a release is made of besides the facts themselves: small, read at once, so that both passes see the same. */
export interface ReleaseInputs {
  study: StudyRow;
  snapshotFactId: number;
  fields: CatalogueField[];
  types: string[];
  spaces: Map<string, { area: string; theme: string }>;
  /** Who said yes, and from when on it counts; null: also what was before. */
  participants: Map<string, { from: Date | null }>;
  /** By `<actor>|<space>`. */
  audiences: Map<string, string>;
  roles: Map<string, { role: SpaceRole; from: Date; to: Date | null }[]>;
  withdrawn: { actorId: string; lastRelease: number }[];
}

/**
 * The last fact that a release holds. Writers under way are waited for, so that no lower number can still appear; the lock
 * is gone before anything else is read.
 */
export async function fixSnapshot(house: House): Promise<number> {
  const { value } = await house.database.withTx(async (db) => {
    await db.execute(sql`lock table ${fact} in share mode`);
    const [row] = await db.select({ last: sql<string>`coalesce(max(${fact.id}), 0)` }).from(fact);
    return { value: Number(row!.last) };
  });
  return value;
}

/** Reads the inputs in one short transaction. @param releaseNumber of the release that is made. */
export async function readInputs(ctx: Ctx, given: { studyId: string; releaseNumber: number; snapshotFactId: number }): Promise<ReleaseInputs> {
  const { value } = await ctx.house.database.withTx(async (db) => ({ value: await readInside({ ...ctx, db }, given) }));
  return value;
}

async function readInside(ctx: Ctx, { studyId, releaseNumber, snapshotFactId }: { studyId: string; releaseNumber: number; snapshotFactId: number }): Promise<ReleaseInputs> {
  const [row] = await ctx.db.select().from(study).where(eq(study.id, studyId));
  const fields = tickedFields(row!.fields);
  const spaceIds = (await namedSpaces(ctx, studyId)).filter((one) => one.standing === "in").map(({ id }) => id);
  const answers = await newestAnswers(ctx, studyId);
  const participants = new Map<string, { from: Date | null }>();
  for (const [actorId, answer] of answers) {
    if (covers(answer, row!.sheetVersion)) participants.set(actorId, { from: answer.coversBefore ? null : answer.at });
  }
  return {
    study: row!,
    snapshotFactId,
    fields,
    types: exportableTypes().map((type) => type.name),
    spaces: await areasAndThemes(ctx, spaceIds),
    participants,
    ...(await asWhat(ctx, spaceIds, participants)),
    withdrawn: await withdrawnSince(ctx, studyId, releaseNumber),
  };
}

/** Per space the area of its lead organisation; of several areas: "meerdere". */
async function areasAndThemes(ctx: Ctx, spaceIds: string[]): Promise<ReleaseInputs["spaces"]> {
  if (spaceIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: space.id, theme: space.themeKey, area: municipality.area })
    .from(space)
    .leftJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, space.id), eq(spaceOrganisation.state, "accepted"), eq(spaceOrganisation.lead, true)))
    .leftJoin(organisation, eq(organisation.id, spaceOrganisation.organisationId))
    .leftJoin(municipality, eq(municipality.nis, organisation.nis))
    .where(inArray(space.id, spaceIds))
    .orderBy(asc(space.id));
  const found: ReleaseInputs["spaces"] = new Map();
  for (const { id, theme, area } of rows) {
    const known = found.get(id)?.area;
    const named = area ?? "onbekend";
    found.set(id, { theme, area: known === undefined || known === named ? named : "meerdere" });
  }
  return found;
}

async function asWhat(ctx: Ctx, spaceIds: string[], participants: ReleaseInputs["participants"]): Promise<Pick<ReleaseInputs, "audiences" | "roles">> {
  const audiences: ReleaseInputs["audiences"] = new Map();
  const roles: ReleaseInputs["roles"] = new Map();
  if (spaceIds.length === 0) return { audiences, roles };
  const memberships = await ctx.db
    .select({ actorId: actor.id, spaceId: spaceMembership.spaceId, audience: spaceMembership.audience })
    .from(spaceMembership)
    .innerJoin(actor, eq(actor.personId, spaceMembership.personId))
    .where(inArray(spaceMembership.spaceId, spaceIds));
  for (const one of memberships) if (participants.has(one.actorId)) audiences.set(`${one.actorId}|${one.spaceId}`, one.audience);
  const held = await ctx.db
    .select({ actorId: actor.id, role: spaceRole })
    .from(spaceRole)
    .innerJoin(actor, eq(actor.personId, spaceRole.personId))
    .where(inArray(spaceRole.spaceId, spaceIds))
    .orderBy(asc(spaceRole.createdAt), asc(spaceRole.id));
  for (const { actorId, role } of held) {
    if (!participants.has(actorId)) continue;
    const key = `${actorId}|${role.spaceId}`;
    const ends = [role.endedAt, role.until].filter((end) => end !== null).map((end) => end.getTime());
    roles.set(key, [...(roles.get(key) ?? []), { role: role.role, from: role.createdAt, to: ends.length > 0 ? new Date(Math.min(...ends)) : null }]);
  }
  return { audiences, roles };
}
