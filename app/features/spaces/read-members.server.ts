import { and, asc, count, eq, gt, isNull, notExists, or, sql } from "drizzle-orm";
import { spaceMembership, spaceOrganisation, spaceRole } from "#db/schema/index";
import { hasRole } from "~/permissions/relations";
import { mayChangeShownName, mayReadMembers } from "~/permissions/spaces";
import type { Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { accessSpaceForPage } from "./space-page.server";
import { holdersOf } from "./queries.server";
import { teamOf, type StaffView } from "./read-space-front.server";

export interface MembersView {
  slug: string;
  spaceName: string;
  team: StaffView[];
  /** People who are not staff. Without the right to see them: how many, and why not. */
  total: number;
  members: { id: string; shownName: string; mine: boolean }[];
  page: number;
  pages: number;
  mayRead: Verdict;
  /** Members are links to what a facilitator can do for them. */
  mayHelp: boolean;
  takesPart: boolean;
}

/** Who takes part: staff with function and organisation, others by the name they chose here. @throws AppError `not_found` */
export async function readMembers(ctx: Ctx, asked: { slug: string; page: number }): Promise<MembersView> {
  const { space: row, relation } = await accessSpaceForPage(ctx, { slug: asked.slug });
  const ordinary = and(eq(spaceMembership.spaceId, row.id), isNull(spaceMembership.leftAt), notExists(rolesHeld(ctx, row.id)));
  const [total] = await ctx.db.select({ n: count() }).from(spaceMembership).where(ordinary);
  const pages = Math.max(1, Math.ceil(total!.n / limits.pageSize));
  const page = Math.min(asked.page, pages);
  const mayRead = mayReadMembers(ctx.actor, relation);
  const members =
    mayRead !== true
      ? []
      : await ctx.db
          .select({ id: spaceMembership.id, shownName: spaceMembership.shownName, mine: sql<boolean>`${spaceMembership.personId} = ${ctx.actor.personId}` })
          .from(spaceMembership)
          .where(ordinary)
          .orderBy(asc(sql`lower(${spaceMembership.shownName})`), asc(spaceMembership.id))
          .limit(limits.pageSize)
          .offset((page - 1) * limits.pageSize);
  return {
    slug: row.slug,
    spaceName: row.name,
    team: teamOf(await holdersOf(ctx, row.id)),
    total: total!.n,
    members,
    page,
    pages,
    mayRead,
    mayHelp: hasRole(relation, "space_steward", "facilitator"),
    takesPart: mayChangeShownName(ctx.actor, relation) === true,
  };
}

function rolesHeld(ctx: Ctx, spaceId: string) {
  return ctx.db
    .select({ one: sql`1` })
    .from(spaceRole)
    .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId), eq(spaceOrganisation.state, "accepted")))
    .where(
      and(
        eq(spaceRole.spaceId, spaceId),
        eq(spaceRole.personId, spaceMembership.personId),
        isNull(spaceRole.endedAt),
        or(isNull(spaceRole.until), gt(spaceRole.until, ctx.now)),
      ),
    );
}
