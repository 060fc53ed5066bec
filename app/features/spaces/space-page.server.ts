import { and, asc, eq } from "drizzle-orm";
import { municipality, organisation, space, spaceArea, spaceOrganisation, theme } from "#db/schema/index";
import { hasRole, staffRoles } from "~/permissions/relations";
import { mayJoinSpace } from "~/permissions/spaces";
import { AppError, type Verdict } from "~/platform/codes";
import { signedIn } from "~/platform/actor";
import type { Ctx } from "~/platform/ctx.server";
import { readHead } from "~/platform/publisher.server";
import { accessSpace, type AccessedSpace } from "./access-space.server";
import { spaceStream } from "./streams";
import { themeFace } from "./theme-face";

/** What stands around every page inside a leerplek. */
export interface SpaceFrameView extends ReturnType<typeof themeFace> {
  slug: string;
  name: string;
  theme: string;
  status: AccessedSpace["space"]["status"];
  visibility: AccessedSpace["space"]["visibility"];
  joining: AccessedSpace["space"]["joining"];
  /** The organisations that run it, the lead first. */
  by: string[];
  /** The name the reader shows here; null for who does not take part. */
  shownName: string | null;
  /** Runs something here. */
  staff: boolean;
  helper: boolean;
  may: { join: Verdict };
}

/**
 * A space for a page: for readers without an account it declares first what the page depends on, so that a change in
 * between makes the kept page old rather than wrong.
 * @throws AppError `not_found`
 */
export async function accessSpaceForPage(ctx: Ctx, by: { slug: string } | { id: string }): Promise<AccessedSpace> {
  if (signedIn(ctx.actor)) return accessSpace(ctx, by);
  const id = "id" in by ? by.id : await idOf(ctx, by.slug);
  ctx.dependsOn.set(spaceStream(id), await readHead(ctx, spaceStream(id)));
  return accessSpace(ctx, { id });
}

async function idOf(ctx: Ctx, slug: string): Promise<string> {
  const [row] = await ctx.db.select({ id: space.id }).from(space).where(eq(space.slug, slug));
  if (!row) throw new AppError("not_found");
  return row.id;
}

/** The frame of a leerplek, for its own pages and for those of what lives in it. @throws AppError `not_found` */
export async function readSpaceFrame(ctx: Ctx, by: { slug: string } | { id: string }): Promise<SpaceFrameView> {
  return frameOf(ctx, await accessSpaceForPage(ctx, by));
}

export async function frameOf(ctx: Ctx, { space: row, relation, membership }: AccessedSpace): Promise<SpaceFrameView> {
  const [itsTheme] = await ctx.db.select().from(theme).where(eq(theme.key, row.themeKey));
  const by = await ctx.db
    .select({ name: organisation.name, lead: spaceOrganisation.lead })
    .from(spaceOrganisation)
    .innerJoin(organisation, eq(organisation.id, spaceOrganisation.organisationId))
    .where(and(eq(spaceOrganisation.spaceId, row.id), eq(spaceOrganisation.state, "accepted")))
    .orderBy(asc(organisation.name));
  return {
    slug: row.slug,
    name: row.name,
    theme: itsTheme!.name,
    ...themeFace(itsTheme!),
    status: row.status,
    visibility: row.visibility,
    joining: row.joining,
    by: [...by.filter((one) => one.lead), ...by.filter((one) => !one.lead)].map((one) => one.name),
    shownName: relation.member ? membership!.shownName : null,
    staff: hasRole(relation, ...staffRoles) || relation.organisationSteward,
    helper: hasRole(relation, "helper"),
    may: { join: mayJoinSpace(ctx.actor, relation) },
  };
}

/** The municipalities a space is for; empty for the whole region. */
export async function areasOf(ctx: Ctx, spaceId: string): Promise<{ nis: string; name: string }[]> {
  return ctx.db
    .select({ nis: municipality.nis, name: municipality.name })
    .from(spaceArea)
    .innerJoin(municipality, eq(municipality.nis, spaceArea.nis))
    .where(eq(spaceArea.spaceId, spaceId))
    .orderBy(asc(municipality.name));
}
