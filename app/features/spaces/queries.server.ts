import { and, asc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import { actor, organisation, organisationSteward, person, spaceMembership, spaceOrganisation, spaceRole } from "#db/schema/index";
import type { SpaceRole } from "~/permissions/relations";
import type { Ctx } from "~/platform/ctx.server";

export interface KnownPerson {
  personId: string;
  actorId: string;
  /** Suggested shown name. */
  name: string;
}

const known = { personId: person.id, actorId: actor.id, name: person.name };

/** An account in use by its sign-in name, never by e-mail: an address of somebody else is not for trying out. */
export async function personBySignInName(ctx: Ctx, signInName: string): Promise<KnownPerson | null> {
  const [row] = await ctx.db
    .select(known)
    .from(person)
    .innerJoin(actor, eq(actor.personId, person.id))
    .where(and(eq(person.signInName, signInName), isNull(person.disabledAt)));
  return row ?? null;
}

/** The person behind an actor or behind a membership; null once erased. */
export async function personOf(ctx: Ctx, by: { personId: string } | { actorId: string }): Promise<KnownPerson | null> {
  const [row] = await ctx.db
    .select(known)
    .from(person)
    .innerJoin(actor, eq(actor.personId, person.id))
    .where("personId" in by ? eq(person.id, by.personId) : eq(actor.id, by.actorId));
  return row ?? null;
}

/** Whether a person may speak for an organisation; inside an action it holds until the commit. */
export async function speaksFor(ctx: Ctx, organisationId: string): Promise<boolean> {
  if (ctx.actor.personId === null) return false;
  const query = ctx.db
    .select({ id: organisationSteward.organisationId })
    .from(organisationSteward)
    .where(and(eq(organisationSteward.organisationId, organisationId), eq(organisationSteward.personId, ctx.actor.personId)));
  return (await (ctx.writing ? query.for("share") : query)).length > 0;
}

/** How an organisation stands to a space: its row, locked inside an action. */
export async function partnerIn(ctx: Ctx, spaceId: string, organisationId: string): Promise<typeof spaceOrganisation.$inferSelect | null> {
  const query = ctx.db
    .select()
    .from(spaceOrganisation)
    .where(and(eq(spaceOrganisation.spaceId, spaceId), eq(spaceOrganisation.organisationId, organisationId)));
  const [row] = await (ctx.writing ? query.for("update") : query);
  return row ?? null;
}

export interface HeldRole {
  id: string;
  personId: string;
  actorId: string;
  membershipId: string | null;
  shownName: string;
  role: SpaceRole;
  function: string;
  until: Date | null;
  organisationId: string;
  organisation: string;
  organisationPhone: string | null;
  organisationEmail: string | null;
  /** Has an e-mail address that was confirmed. */
  mailbox: boolean;
}

/** Everyone who holds a role in a space now, by organisations that take part. */
export async function holdersOf(ctx: Ctx, spaceId: string): Promise<HeldRole[]> {
  const rows = await ctx.db
    .select({
      id: spaceRole.id,
      personId: spaceRole.personId,
      actorId: actor.id,
      membershipId: spaceMembership.id,
      shownName: sql<string>`coalesce(${spaceMembership.shownName}, ${person.name})`,
      role: spaceRole.role,
      function: spaceRole.function,
      until: spaceRole.until,
      organisationId: spaceRole.organisationId,
      organisation: organisation.name,
      organisationPhone: organisation.phone,
      organisationEmail: organisation.email,
      mailbox: sql<boolean>`${person.emailConfirmedAt} is not null`,
    })
    .from(spaceRole)
    .innerJoin(person, eq(person.id, spaceRole.personId))
    .innerJoin(actor, eq(actor.personId, person.id))
    .innerJoin(organisation, eq(organisation.id, spaceRole.organisationId))
    .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId)))
    .leftJoin(spaceMembership, and(eq(spaceMembership.spaceId, spaceRole.spaceId), eq(spaceMembership.personId, spaceRole.personId)))
    .where(and(eq(spaceRole.spaceId, spaceId), holdsNow(ctx), eq(spaceOrganisation.state, "accepted"), isNull(person.disabledAt)))
    .orderBy(asc(organisation.name), asc(spaceRole.createdAt), asc(spaceRole.id));
  return rows;
}

/** Neither ended nor past its end date. */
export function holdsNow(ctx: Ctx) {
  return and(isNull(spaceRole.endedAt), or(isNull(spaceRole.until), gt(spaceRole.until, ctx.now)));
}

/** Stewards that hold the role now, other than one role and, if given, other than those of one organisation. */
export async function otherStewards(ctx: Ctx, spaceId: string, besides: { roleId?: string; organisationId?: string }): Promise<number> {
  const stewards = (await holdersOf(ctx, spaceId)).filter((one) => one.role === "space_steward");
  return stewards.filter((one) => one.id !== besides.roleId && one.organisationId !== besides.organisationId).length;
}

/** The organisations of a space and how each stands to it; the lead first. */
export async function partnersOf(ctx: Ctx, spaceId: string) {
  return ctx.db
    .select({ organisation, state: spaceOrganisation.state, lead: spaceOrganisation.lead, answeredAt: spaceOrganisation.answeredAt })
    .from(spaceOrganisation)
    .innerJoin(organisation, eq(organisation.id, spaceOrganisation.organisationId))
    .where(and(eq(spaceOrganisation.spaceId, spaceId), ne(spaceOrganisation.state, "declined")))
    .orderBy(sql`${spaceOrganisation.lead} desc`, asc(spaceOrganisation.answeredAt), asc(organisation.name));
}
