import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { organisation, organisationSteward, space, spaceOrganisation, spaceRole } from "#db/schema/index";
import type { SpaceRole } from "~/permissions/relations";
import { signedIn, type InstallationRole } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { holdsNow } from "./queries.server";

export interface RunSpaceView {
  id: string;
  slug: string;
  name: string;
  status: "draft" | "open" | "paused" | "closed";
  roles: SpaceRole[];
}

export interface MyDeskView {
  spaces: RunSpaceView[];
  organisations: { id: string; name: string; invitations: number }[];
  installation: readonly InstallationRole[];
  mayStart: boolean;
}

/** What the reader runs: leerplekken, organisations, the installation. @throws AppError `sign_in`, `not_found` for who runs nothing. */
export async function readMyDesk(ctx: Ctx): Promise<MyDeskView> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const { personId } = ctx.actor;
  const held = await ctx.db
    .select({ id: space.id, slug: space.slug, name: space.name, status: space.status, role: spaceRole.role })
    .from(spaceRole)
    .innerJoin(space, eq(space.id, spaceRole.spaceId))
    .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId), eq(spaceOrganisation.state, "accepted")))
    .where(and(eq(spaceRole.personId, personId), holdsNow(ctx)))
    .orderBy(sql`${space.status} = 'closed'`, asc(space.name), asc(spaceRole.createdAt));
  const organisations = await ctx.db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .innerJoin(organisationSteward, eq(organisationSteward.organisationId, organisation.id))
    .where(eq(organisationSteward.personId, personId))
    .orderBy(asc(organisation.name));
  const invited = await ctx.db
    .select({ id: spaceOrganisation.organisationId })
    .from(spaceOrganisation)
    .where(and(inArray(spaceOrganisation.organisationId, organisations.map((one) => one.id)), eq(spaceOrganisation.state, "invited")));
  if (held.length === 0 && organisations.length === 0 && ctx.actor.roles.length === 0) throw new AppError("not_found");
  const spaces = new Map<string, RunSpaceView>();
  for (const { role, ...one } of held) {
    const line = spaces.get(one.id) ?? { ...one, roles: [] };
    if (!line.roles.includes(role)) line.roles.push(role);
    spaces.set(one.id, line);
  }
  return {
    spaces: [...spaces.values()],
    organisations: organisations.map((one) => ({ ...one, invitations: invited.filter((row) => row.id === one.id).length })),
    installation: ctx.actor.roles,
    mayStart: organisations.length > 0,
  };
}
