import { and, eq } from "drizzle-orm";
import { release, study, studyResearcher } from "#db/schema/index";
import { rolesIn } from "~/features/spaces/index.server";
import { staffRoles } from "~/permissions/relations";
import { maySeeStudy, mayUseReleases, type StudyRelation } from "~/permissions/research";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { namedSpaces, newestAnswer, speaksForSome, takesPartIn, type ConsentRow, type NamedSpace } from "./queries.server";

export type StudyRow = typeof study.$inferSelect;
export interface AccessedStudy {
  study: StudyRow;
  relation: StudyRelation;
  spaces: NamedSpace[];
  /** The actor's own newest answer. */
  answer: ConsentRow | null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The only way to get hold of a study that somebody asked for, by its id or its slug.
 * Inside an action the study and what grants a right are read FOR SHARE.
 * @throws AppError `not_found` when absent or not to be known of.
 */
export async function accessStudy(ctx: Ctx, key: string): Promise<AccessedStudy> {
  const query = ctx.db.select().from(study).where(uuid.test(key) ? eq(study.id, key) : eq(study.slug, key));
  const [row] = await (ctx.writing ? query.for("share") : query);
  if (!row) throw new AppError("not_found");
  const accessed = await relationToStudy(ctx, row);
  if (maySeeStudy(ctx.actor, accessed.relation) !== true) throw new AppError("not_found");
  return { study: row, ...accessed };
}

/** The same for an action that changes the study: two such actions, and everyone's answers, follow one another. */
export async function accessStudyToChange(ctx: Ctx, studyId: string): Promise<AccessedStudy> {
  await ctx.db.select({ id: study.id }).from(study).where(eq(study.id, studyId)).for("update");
  return accessStudy(ctx, studyId);
}

/** How the actor stands to a study. */
export async function relationToStudy(ctx: Ctx, row: StudyRow): Promise<Omit<AccessedStudy, "study">> {
  const spaces = await namedSpaces(ctx, row.id);
  const organisations = [...new Set(spaces.flatMap((one) => one.organisations.map(({ id }) => id)))];
  const answer = await newestAnswer(ctx, row.id, ctx.actor.actorId);
  const relation: StudyRelation = {
    state: row.state,
    dataSteward: ctx.actor.roles.includes("data_steward"),
    researcher: await isResearcher(ctx, row.id),
    runsNamedSpace: await runsSome(ctx, spaces.map(({ id }) => id)),
    speaksFor: await speaksForSome(ctx, organisations),
    member: await takesPartIn(ctx, spaces.filter((one) => one.standing === "in").map(({ id }) => id)),
    answer: answer?.answer ?? null,
    retentionOver: row.retentionEnd <= ctx.now,
  };
  return { relation, spaces, answer };
}

/** Whether the actor is steward, facilitator or moderator of one of some spaces now. */
export async function runsSome(ctx: Ctx, spaceIds: string[]): Promise<boolean> {
  if (ctx.actor.personId === null) return false;
  for (const spaceId of [...spaceIds].sort()) {
    const held = await rolesIn(ctx, spaceId, ctx.actor.personId);
    if (held.some((one) => staffRoles.includes(one.role))) return true;
  }
  return false;
}

async function isResearcher(ctx: Ctx, studyId: string): Promise<boolean> {
  if (ctx.actor.personId === null) return false;
  const query = ctx.db
    .select()
    .from(studyResearcher)
    .where(and(eq(studyResearcher.studyId, studyId), eq(studyResearcher.personId, ctx.actor.personId)));
  const [row] = await (ctx.writing ? query.for("share") : query);
  return row !== undefined && (row.until === null || row.until > ctx.now);
}

export interface AccessedRelease extends AccessedStudy {
  release: typeof release.$inferSelect;
}

/**
 * The only way to get hold of a release.
 * @throws AppError `not_found` also for who may not know of it.
 */
export async function accessRelease(ctx: Ctx, releaseId: string): Promise<AccessedRelease> {
  const [row] = uuid.test(releaseId) ? await ctx.db.select().from(release).where(eq(release.id, releaseId)) : [];
  if (!row) throw new AppError("not_found");
  const accessed = await accessStudy(ctx, row.studyId);
  const use = mayUseReleases(ctx.actor, accessed.relation);
  if (use === "not_found" || use === "sign_in") throw new AppError(use);
  return { ...accessed, release: row };
}
