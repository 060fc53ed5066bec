import { and, eq, inArray, sql } from "drizzle-orm";
import { actor, spaceMembership } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** So many people with a name are looked at; "a" is no name. */
const most = 200;

/**
 * Who shows a name of which a word begins like this, whatever its accents and capitals, in these leerplekken. Authorises
 * nothing: whether a reader may know it is for `showPeople` to say.
 */
export async function withShownName(ctx: Ctx, spaceIds: readonly string[], name: string): Promise<{ spaceId: string; actorId: string }[]> {
  const beginning = name.trim().replace(/[\\%_]/g, "\\$&");
  if (spaceIds.length === 0 || beginning === "") return [];
  return ctx.db
    .select({ spaceId: spaceMembership.spaceId, actorId: actor.id })
    .from(spaceMembership)
    .innerJoin(actor, eq(actor.personId, spaceMembership.personId))
    .where(and(inArray(spaceMembership.spaceId, [...spaceIds]), sql`' ' || unaccent(${spaceMembership.shownName}) ILIKE '% ' || unaccent(${beginning}) || '%'`))
    .orderBy(spaceMembership.id)
    .limit(most);
}
