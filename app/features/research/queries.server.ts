import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { actor, consent, organisation, organisationSteward, person, release, releaseActor, space, spaceMembership, spaceOrganisation, studyAnswer, studyResearcher, studySpace } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

export type ConsentRow = typeof consent.$inferSelect;

/** A named space and whether it takes part: when every organisation that runs it agreed; one no keeps it out. */
export interface NamedSpace {
  id: string;
  slug: string;
  name: string;
  standing: "in" | "out" | "waiting";
  organisations: { id: string; name: string; lead: boolean; agrees: boolean | null; reason: string }[];
}

/** The spaces that a study names, with the answers of those who run them now. */
export async function namedSpaces(ctx: Ctx, studyId: string): Promise<NamedSpace[]> {
  const rows = await ctx.db
    .select({ space: { id: space.id, slug: space.slug, name: space.name }, organisation: { id: organisation.id, name: organisation.name }, lead: spaceOrganisation.lead, agrees: studyAnswer.agrees, reason: studyAnswer.reason })
    .from(studySpace)
    .innerJoin(space, eq(space.id, studySpace.spaceId))
    .leftJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, space.id), eq(spaceOrganisation.state, "accepted")))
    .leftJoin(organisation, eq(organisation.id, spaceOrganisation.organisationId))
    .leftJoin(studyAnswer, and(eq(studyAnswer.studyId, studySpace.studyId), eq(studyAnswer.organisationId, organisation.id)))
    .where(eq(studySpace.studyId, studyId))
    .orderBy(asc(space.name), asc(space.id), desc(spaceOrganisation.lead), asc(organisation.name));
  const found = new Map<string, NamedSpace>();
  for (const row of rows) {
    const one = found.get(row.space.id) ?? { ...row.space, standing: "waiting" as const, organisations: [] };
    if (row.organisation) one.organisations.push({ ...row.organisation, lead: row.lead ?? false, agrees: row.agrees, reason: row.reason ?? "" });
    found.set(row.space.id, one);
  }
  for (const one of found.values()) one.standing = standingOf(one.organisations);
  return [...found.values()];
}

function standingOf(organisations: NamedSpace["organisations"]): NamedSpace["standing"] {
  if (organisations.some((one) => one.agrees === false)) return "out";
  return organisations.length > 0 && organisations.every((one) => one.agrees === true) ? "in" : "waiting";
}

/** Organisations, out of some, for which the actor may speak; inside an action it holds until the commit. */
export async function speaksForSome(ctx: Ctx, organisationIds: string[]): Promise<string[]> {
  if (ctx.actor.personId === null || organisationIds.length === 0) return [];
  const query = ctx.db
    .select({ id: organisationSteward.organisationId })
    .from(organisationSteward)
    .where(and(eq(organisationSteward.personId, ctx.actor.personId), inArray(organisationSteward.organisationId, organisationIds)));
  return (await (ctx.writing ? query.for("share") : query)).map((row) => row.id);
}

/** Whether the actor takes part, now, in one of some spaces. */
export async function takesPartIn(ctx: Ctx, spaceIds: string[]): Promise<boolean> {
  if (ctx.actor.personId === null || spaceIds.length === 0) return false;
  const query = ctx.db
    .select({ id: spaceMembership.id })
    .from(spaceMembership)
    .where(and(eq(spaceMembership.personId, ctx.actor.personId), inArray(spaceMembership.spaceId, spaceIds), isNull(spaceMembership.leftAt)));
  return (await (ctx.writing ? query.for("share") : query)).length > 0;
}

/** The newest answer of an actor to a study, of whatever version of the sheet. */
export async function newestAnswer(ctx: Ctx, studyId: string, actorId: string | null): Promise<ConsentRow | null> {
  if (actorId === null) return null;
  const [row] = await ctx.db
    .select()
    .from(consent)
    .where(and(eq(consent.studyId, studyId), eq(consent.actorId, actorId)))
    .orderBy(desc(consent.at))
    .limit(1);
  return row ?? null;
}

/** The newest answer of everyone who ever answered a study and still has an account, with whether they are 16 or older. */
export async function newestAnswers(ctx: Ctx, studyId: string): Promise<Map<string, ConsentRow & { sixteen: boolean }>> {
  const rows = await ctx.db
    .selectDistinctOn([consent.actorId], { consent, ageGroup: person.ageGroup })
    .from(consent)
    .innerJoin(actor, eq(actor.id, consent.actorId))
    .innerJoin(person, eq(person.id, actor.personId))
    .where(eq(consent.studyId, studyId))
    .orderBy(consent.actorId, desc(consent.at));
  return new Map(rows.map((row) => [row.consent.actorId, { ...row.consent, sixteen: row.ageGroup === "16_plus" }]));
}

/** Whether this answer lets rows of the person into a release of the study as it is now. */
export function covers(answer: (ConsentRow & { sixteen: boolean }) | undefined, sheetVersion: number): boolean {
  return answer !== undefined && answer.answer === "given" && answer.sixteen && answer.sheetVersion === sheetVersion;
}

/** Actors in earlier, made releases of a study who took their yes back or whose account is gone, with the last release that held them. */
export async function withdrawnSince(ctx: Ctx, studyId: string, beforeNumber: number): Promise<{ actorId: string; lastRelease: number }[]> {
  const held = await ctx.db
    .select({ actorId: releaseActor.actorId, lastRelease: sql<number>`max(${release.number})::int` })
    .from(releaseActor)
    .innerJoin(release, eq(release.id, releaseActor.releaseId))
    .where(and(eq(release.studyId, studyId), sql`${release.number} < ${beforeNumber}`))
    .groupBy(releaseActor.actorId)
    .orderBy(releaseActor.actorId);
  const answers = await newestAnswers(ctx, studyId);
  return held.filter(({ actorId }) => answers.get(actorId)?.answer !== "given");
}

/** Whether somebody in this release took the yes back, or erased their account. */
export async function someoneWithdrew(ctx: Ctx, one: { id: string; studyId: string }): Promise<boolean> {
  const held = await ctx.db.select({ actorId: releaseActor.actorId }).from(releaseActor).where(eq(releaseActor.releaseId, one.id));
  if (held.length === 0) return false;
  const answers = await newestAnswers(ctx, one.studyId);
  return held.some(({ actorId }) => answers.get(actorId)?.answer !== "given");
}

/** Actors of those who do the research of a study now. */
export async function researchersOf(ctx: Ctx, studyId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: actor.id })
    .from(studyResearcher)
    .innerJoin(actor, eq(actor.personId, studyResearcher.personId))
    .where(and(eq(studyResearcher.studyId, studyId), sql`(${studyResearcher.until} is null or ${studyResearcher.until} > ${ctx.now.toISOString()}::timestamptz)`))
    .orderBy(actor.id);
  return rows.map((row) => row.id);
}

/** How many made releases of a study held rows of an actor. */
export async function releasesWith(ctx: Ctx, studyId: string, actorId: string): Promise<number> {
  const rows = await ctx.db
    .select({ id: release.id })
    .from(releaseActor)
    .innerJoin(release, eq(release.id, releaseActor.releaseId))
    .where(and(eq(release.studyId, studyId), eq(releaseActor.actorId, actorId)));
  return rows.length;
}
