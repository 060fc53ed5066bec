import { sql } from "drizzle-orm";
import type { NewPlace } from "~/permissions/groups";
import type { Ctx } from "~/platform/ctx.server";
import type { AccessedGroup } from "./access-group.server";
import { readableGroups } from "./readable-groups.server";

/** A group of the same leerplek, as a place for what stands in another. */
export interface PlaceAround {
  id: string;
  name: string;
  everyone: boolean;
  to: NewPlace & { sameGroup: boolean };
}

/** The groups of the leerplek of what stands in one of them that the actor may read: its own first, then by name. */
export async function placesAround(ctx: Ctx, { group: here, space }: Pick<AccessedGroup, "group" | "space">): Promise<PlaceAround[]> {
  const readable = await readableGroups(ctx, { spaceId: space.id });
  const among = await groupsAmong(ctx, [...readable.keys()], here.id);
  return [...readable.values()]
    .map(({ group: { id, name, visibility }, relation }) => ({ id, name, everyone: visibility === "public", to: { group: relation, sameGroup: id === here.id, membersAmong: among.has(id) } }))
    .sort((a, b) => Number(b.to.sameGroup) - Number(a.to.sameGroup) || a.name.localeCompare(b.name, "nl"));
}

/** Those of some groups of which everyone who is in them now is in one other group too. */
export async function groupsAmong(ctx: Ctx, ids: readonly string[], others: string): Promise<Set<string>> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    SELECT one.id FROM unnest(${`{${ids.join(",")}}`}::uuid[]) AS one(id) WHERE NOT EXISTS (
      SELECT FROM group_membership m WHERE m.group_id = one.id AND m.ended_at IS NULL
      AND NOT EXISTS (SELECT FROM group_membership o WHERE o.group_id = ${others} AND o.person_id = m.person_id AND o.ended_at IS NULL)
    )`);
  return new Set(rows.map((row) => row.id));
}
