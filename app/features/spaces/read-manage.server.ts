import { asc, eq } from "drizzle-orm";
import { organisation, organisationSteward } from "#db/schema/index";
import { mayLeaveAsOrganisation } from "~/permissions/organisations";
import { hasRole, staffRoles, type SpaceRole } from "~/permissions/relations";
import { mayCloseSpace, mayEndRole, mayLetIn, mayOpenSpace, mayPauseSpace, mayRunSpace, type Readiness } from "~/permissions/spaces";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessSpace } from "./access-space.server";
import { holdersOf, partnersOf } from "./queries.server";
import { readReadiness } from "./readiness.server";

export interface PartnerView {
  id: string;
  name: string;
  state: "invited" | "accepted" | "declined" | "left";
  lead: boolean;
  /** The reader speaks for it. */
  mine: boolean;
  /** Whether it may leave now, for who speaks for it. */
  mayLeave: Verdict;
  /** The reader speaks for it, and is not a steward of this space for it yet. */
  mayTakeUp: boolean;
}

export interface RoleView {
  id: string;
  shownName: string;
  role: SpaceRole;
  function: string;
  organisation: string;
  until: string | null;
  mine: boolean;
  mayEnd: boolean;
}

export interface ManageView {
  id: string;
  slug: string;
  name: string;
  status: "draft" | "open" | "paused" | "closed";
  openedAt: string | null;
  readiness: Readiness;
  partners: PartnerView[];
  roles: RoleView[];
  /** Organisations that could be asked. */
  others: { id: string; name: string }[];
  may: { run: Verdict; open: Verdict; pause: Verdict; close: Verdict; letIn: boolean; facilitate: boolean };
}

/** What those who run a leerplek work with: its state, its organisations, who does what. @throws AppError `not_found` for everyone else. */
export async function readManage(ctx: Ctx, by: { slug: string }): Promise<ManageView> {
  const { space: row, relation } = await accessSpace(ctx, by);
  if (!hasRole(relation, ...staffRoles, "helper") && !relation.organisationSteward) throw new AppError("not_found");
  const held = await holdersOf(ctx, row.id);
  const partners = await partnersOf(ctx, row.id);
  const readiness = await readReadiness(ctx, row.id);
  const speaksFor = await mine(ctx);
  const stewards = held.filter((one) => one.role === "space_steward");
  const accepted = partners.filter((one) => one.state === "accepted");
  const run = mayRunSpace(ctx.actor, relation);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    status: row.status,
    openedAt: row.openedAt?.toISOString() ?? null,
    readiness,
    partners: partners.map(({ organisation: { id, name }, state, lead }) => ({
      id,
      name,
      state,
      lead,
      mine: speaksFor.has(id),
      mayLeave: mayLeaveAsOrganisation(ctx.actor, {
        steward: speaksFor.has(id),
        state,
        spaceClosed: row.status === "closed",
        otherOrganisations: accepted.filter((one) => one.organisation.id !== id).length,
        stewardsElsewhere: stewards.filter((one) => one.organisationId !== id).length,
      }),
      mayTakeUp: speaksFor.has(id) && state === "accepted" && row.status !== "closed" && !stewards.some((one) => one.organisationId === id && one.personId === ctx.actor.personId),
    })),
    roles: held.map((one) => ({
      id: one.id,
      shownName: one.shownName,
      role: one.role,
      function: one.function,
      organisation: one.organisation,
      until: one.until?.toISOString() ?? null,
      mine: one.personId === ctx.actor.personId,
      mayEnd:
        mayEndRole(ctx.actor, relation, {
          role: one.role,
          self: one.personId === ctx.actor.personId,
          ended: false,
          otherStewards: stewards.filter((other) => other.id !== one.id).length,
        }) === true,
    })),
    others: run === true ? await organisationsBesides(ctx, partners.filter((one) => one.state !== "left").map((one) => one.organisation.id)) : [],
    may: {
      run,
      open: mayOpenSpace(ctx.actor, relation, readiness),
      pause: mayPauseSpace(ctx.actor, relation),
      close: mayCloseSpace(ctx.actor, relation),
      letIn: mayLetIn(ctx.actor, relation) === true,
      facilitate: hasRole(relation, "space_steward", "facilitator"),
    },
  };
}

/** Organisations that the reader speaks for. */
async function mine(ctx: Ctx): Promise<Set<string>> {
  const rows = await ctx.db.select({ id: organisationSteward.organisationId }).from(organisationSteward).where(eq(organisationSteward.personId, ctx.actor.personId!));
  return new Set(rows.map((row) => row.id));
}

async function organisationsBesides(ctx: Ctx, ids: string[]): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db.select({ id: organisation.id, name: organisation.name }).from(organisation).orderBy(asc(organisation.name));
  return rows.filter((row) => !ids.includes(row.id));
}
