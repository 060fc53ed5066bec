import { and, count, eq, isNull } from "drizzle-orm";
import { spaceMembership } from "#db/schema/index";
import { mayFacilitate, mayFollowSpace, mayReadMembers, mayRunSpace } from "~/permissions/spaces";
import type { Ctx } from "~/platform/ctx.server";
import type { SpaceRole } from "~/permissions/relations";
import { houseRulesOf } from "./house-rules";
import { frameOf, accessSpaceForPage, areasOf, type SpaceFrameView } from "./space-page.server";
import { holdersOf, partnersOf, type HeldRole } from "./queries.server";

/** Somebody who acts for those who run the space; always with function and organisation. */
export interface StaffView {
  shownName: string;
  roles: SpaceRole[];
  function: string;
  organisation: string;
}

export interface SpaceFrontView extends SpaceFrameView {
  id: string;
  summary: string;
  houseRules: string[];
  contact: { name: string; phone: string; email: string; dataProtection: string };
  organisations: { id: string; name: string; lead: boolean; phone: string | null; email: string | null; website: string | null }[];
  areas: string[];
  staff: boolean;
  team: StaffView[];
  members: number;
  openedAt: string | null;
  closedAt: string | null;
  may: SpaceFrameView["may"] & { run: boolean; makeGroup: boolean; readMembers: boolean; follow: boolean };
}

/** The front page of a leerplek: what it is, for whom, who answers for it and how to reach them. @throws AppError `not_found` */
export async function readSpaceFront(ctx: Ctx, by: { slug: string }): Promise<SpaceFrontView> {
  const accessed = await accessSpaceForPage(ctx, by);
  const { space: row, relation } = accessed;
  const frame = await frameOf(ctx, accessed);
  const partners = await partnersOf(ctx, row.id);
  const [members] = await ctx.db
    .select({ n: count() })
    .from(spaceMembership)
    .where(and(eq(spaceMembership.spaceId, row.id), isNull(spaceMembership.leftAt)));
  return {
    ...frame,
    id: row.id,
    summary: row.summary,
    houseRules: houseRulesOf(row),
    contact: { name: row.contactName, phone: row.contactPhone, email: row.contactEmail, dataProtection: row.dataProtectionContact },
    organisations: partners
      .filter((one) => one.state === "accepted")
      .map(({ organisation: { id, name, phone, email, website }, lead }) => ({ id, name, lead, phone, email, website })),
    areas: (await areasOf(ctx, row.id)).map((area) => area.name),
    team: teamOf(await holdersOf(ctx, row.id)),
    members: members!.n,
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    may: {
      ...frame.may,
      run: mayRunSpace(ctx.actor, relation) === true,
      makeGroup: mayFacilitate(ctx.actor, relation) === true,
      readMembers: mayReadMembers(ctx.actor, relation) === true,
      follow: mayFollowSpace(ctx.actor, relation) === true,
    },
  };
}

/** Who people meet first stands first. */
const order: SpaceRole[] = ["facilitator", "space_steward", "moderator", "deputy_moderator", "helper"];

/** One line per person and organisation, with all that they do there. */
export function teamOf(held: HeldRole[]): StaffView[] {
  const team = new Map<string, StaffView>();
  for (const one of [...held].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))) {
    const key = `${one.personId} ${one.organisationId}`;
    const line = team.get(key) ?? { shownName: one.shownName, roles: [], function: one.function, organisation: one.organisation };
    if (!line.roles.includes(one.role)) line.roles.push(one.role);
    team.set(key, line);
  }
  return [...team.values()];
}
