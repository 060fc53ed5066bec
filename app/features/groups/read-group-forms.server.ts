import { asc, eq } from "drizzle-orm";
import { group } from "#db/schema/index";
import { accessSpace } from "~/features/spaces/index.server";
import { mayInvitePeople, mayRunGroup } from "~/permissions/groups";
import { mayFacilitate } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessGroupFront, type GroupRow } from "./access-group.server";
import { loadRelations } from "./load-relations.server";
import { startOf } from "./make-group.server";

export interface GroupFormValues {
  name: string;
  description: string;
  visibility: GroupRow["visibility"];
  joining: GroupRow["joining"];
  /** Whether members see who is there; absent for a group that is not there yet. */
  presence?: "usual" | "on" | "off";
  /** Who leaves remarks with texts; absent for a group that is not there yet. */
  remarks?: "writers" | "readers";
}

/** The form of a new group, closed where that is the safe start. @throws AppError `not_found`, `forbidden`, `paused`, `closed`, `sign_in`. */
export async function readNewGroupForm(ctx: Ctx, by: { slug: string }): Promise<{ spaceId: string; slug: string; sensitive: boolean; values: GroupFormValues }> {
  const { space, relation } = await accessSpace(ctx, by);
  const verdict = mayFacilitate(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  const { sensitive, visibility, joining } = await startOf(ctx, space);
  return { spaceId: space.id, slug: space.slug, sensitive, values: { name: "", description: "", visibility, joining } };
}

/** The form with the settings of a group. @throws AppError `not_found`, `forbidden`, `paused`, `closed`, `sign_in`. */
export async function readGroupSettings(ctx: Ctx, groupId: string): Promise<{ groupId: string; slug: string; rev: number; values: GroupFormValues }> {
  const { group: row, space, relation } = await accessGroupFront(ctx, groupId);
  const verdict = mayRunGroup(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  const { name, description, visibility, joining, showsPresence, readersRemark } = row;
  const presence = showsPresence === null ? "usual" : showsPresence ? "on" : "off";
  return { groupId, slug: space.slug, rev: row.rev, values: { name, description, visibility, joining, presence, remarks: readersRemark ? "readers" : "writers" } };
}

/** Where one may invite people into: the leerplek, and these groups. @throws AppError `not_found`, `forbidden`, `paused`, `closed`, `sign_in`. */
export async function readInviteForm(ctx: Ctx, by: { slug: string }): Promise<{ spaceId: string; slug: string; spaceName: string; groups: { id: string; name: string }[] }> {
  const { space, relation } = await accessSpace(ctx, by);
  const verdict = mayInvitePeople(ctx.actor, relation, null);
  if (verdict !== true) throw new AppError(verdict);
  const rows = await ctx.db.select({ id: group.id }).from(group).where(eq(group.spaceId, space.id)).orderBy(asc(group.name));
  const relations = await loadRelations(ctx, [ctx.actor.personId], rows.map((row) => row.id));
  const groups = rows.flatMap(({ id }) => {
    const loaded = relations(ctx.actor.personId, id);
    return loaded && mayInvitePeople(ctx.actor, relation, loaded.relation) === true ? [{ id, name: loaded.group.name }] : [];
  });
  return { spaceId: space.id, slug: space.slug, spaceName: space.name, groups };
}
