import { and, eq, inArray } from "drizzle-orm";
import { actor, spaceMembership } from "#db/schema/index";
import { showPeople } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { peopleIn, type ContentNode } from "../content";
import type { PeopleNames } from "./people-names";

/** No text needs more; whom it names beyond this stays without a name. */
const mostPeople = 500;

/**
 * Shown names, by membership, of the people that a text names, as this reader may see them. Memberships of another leerplek,
 * and those of who is gone, are not in it. Asks nothing of the database for a text that names nobody.
 */
export async function namePeople(ctx: Ctx, spaceId: string, content: ContentNode): Promise<PeopleNames> {
  return nameMemberships(ctx, spaceId, peopleIn(content).slice(0, mostPeople));
}

/** As `namePeople`, for memberships that are known already. */
export async function nameMemberships(ctx: Ctx, spaceId: string, wanted: readonly string[]): Promise<PeopleNames> {
  if (wanted.length === 0) return {};
  const rows = await ctx.db
    .select({ membershipId: spaceMembership.id, actorId: actor.id })
    .from(spaceMembership)
    .innerJoin(actor, eq(actor.personId, spaceMembership.personId))
    .where(and(eq(spaceMembership.spaceId, spaceId), inArray(spaceMembership.id, [...wanted])));
  const shown = await showPeople(ctx, spaceId, rows.map(({ actorId }) => actorId));
  return Object.fromEntries(rows.map(({ membershipId, actorId }) => [membershipId, shown.get(actorId)!.shownName]));
}
