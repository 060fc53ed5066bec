import { and, asc, eq, exists, inArray, sql } from "drizzle-orm";
import { actor, municipality, organisation, organisationSteward, person, space, spaceOrganisation } from "#db/schema/index";
import { mayRunInstallation } from "~/permissions/organisations";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { listMunicipalities, type MunicipalityView } from "../list-places.server";
import { showSpaces, type SpaceInShort } from "../find-spaces.server";
import { personOf, speaksFor } from "../queries.server";
import { existing } from "./record-organisation.server";

type Organisation = typeof organisation.$inferSelect;

export interface OrganisationPage {
  id: string;
  name: string;
  kind: Organisation["kind"];
  municipality: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  /** Leerplekken that it runs with others. */
  spaces: SpaceInShort[];
  /** For who speaks for it: what waits for an answer, and with whom it would be. */
  invitations: { spaceId: string; slug: string; name: string; summary: string; by: string[] }[];
  mine: boolean;
  /** Suggested shown name of the reader. */
  shownName: string;
}

/** An organisation and the leerplekken it runs; its own stewards also see what they were asked. @throws AppError `not_found` */
export async function readOrganisation(ctx: Ctx, organisationId: string): Promise<OrganisationPage> {
  const row = await existing(ctx, organisationId);
  const mine = await speaksFor(ctx, organisationId);
  const [where] = row.nis ? await ctx.db.select({ name: municipality.name }).from(municipality).where(eq(municipality.nis, row.nis)) : [];
  const inState = (state: "accepted" | "invited") =>
    exists(
      ctx.db
        .select({ one: sql`1` })
        .from(spaceOrganisation)
        .where(and(eq(spaceOrganisation.spaceId, space.id), eq(spaceOrganisation.organisationId, organisationId), eq(spaceOrganisation.state, state))),
    );
  const invited = mine ? await ctx.db.select().from(space).where(inState("invited")).orderBy(asc(space.name)) : [];
  const partners = await ctx.db
    .select({ spaceId: spaceOrganisation.spaceId, name: organisation.name })
    .from(spaceOrganisation)
    .innerJoin(organisation, eq(organisation.id, spaceOrganisation.organisationId))
    .where(and(inArray(spaceOrganisation.spaceId, invited.map((one) => one.id)), eq(spaceOrganisation.state, "accepted")))
    .orderBy(asc(organisation.name));
  const { id, name, kind, phone, email, website } = row;
  return {
    id,
    name,
    kind,
    municipality: where?.name ?? null,
    phone,
    email,
    website,
    spaces: await showSpaces(ctx, and(inState("accepted")), { drafts: mine }),
    invitations: invited.map((one) => ({
      spaceId: one.id,
      slug: one.slug,
      name: one.name,
      summary: one.summary,
      by: partners.filter((partner) => partner.spaceId === one.id).map((partner) => partner.name),
    })),
    mine,
    shownName: mine ? ((await personOf(ctx, { personId: ctx.actor.personId! }))?.name ?? "") : "",
  };
}

export interface OrganisationInList {
  id: string;
  name: string;
  kind: Organisation["kind"];
  stewards: number;
}

/** Every organisation, for an administrator. @throws AppError `not_found` for everyone else. */
export async function listOrganisations(ctx: Ctx): Promise<OrganisationInList[]> {
  onlyAdministrators(ctx);
  return ctx.db
    .select({ id: organisation.id, name: organisation.name, kind: organisation.kind, stewards: sql<number>`count(${organisationSteward.personId})::int` })
    .from(organisation)
    .leftJoin(organisationSteward, eq(organisationSteward.organisationId, organisation.id))
    .groupBy(organisation.id)
    .orderBy(asc(organisation.name));
}

export interface OrganisationForm {
  organisation: Pick<Organisation, "id" | "name" | "kind" | "nis" | "phone" | "email" | "website"> | null;
  stewards: { actorId: string; signInName: string; name: string }[];
  municipalities: MunicipalityView[];
}

/** The form of one organisation, or of a new one. @throws AppError `not_found` for everyone but an administrator. */
export async function readOrganisationForm(ctx: Ctx, organisationId: string | null): Promise<OrganisationForm> {
  onlyAdministrators(ctx);
  const municipalities = await listMunicipalities(ctx);
  if (organisationId === null) return { organisation: null, stewards: [], municipalities };
  const { id, name, kind, nis, phone, email, website } = await existing(ctx, organisationId);
  const stewards = await ctx.db
    .select({ actorId: actor.id, signInName: person.signInName, name: person.name })
    .from(organisationSteward)
    .innerJoin(person, eq(person.id, organisationSteward.personId))
    .innerJoin(actor, eq(actor.personId, person.id))
    .where(eq(organisationSteward.organisationId, organisationId))
    .orderBy(asc(person.signInName));
  return { organisation: { id, name, kind, nis, phone, email, website }, stewards, municipalities };
}

/** @throws AppError `sign_in`, `not_found` */
export function onlyAdministrators(ctx: Ctx): void {
  const verdict = mayRunInstallation(ctx.actor);
  if (verdict !== true) throw new AppError(verdict);
}
