import { accessGroups, listGroups, readPlace, type Place } from "~/features/groups/index.server";
import { mayMoveDiscussion } from "~/permissions/discussions";
import { mayRunGroup } from "~/permissions/groups";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDiscussion } from "../access-discussion.server";
import { groupsAmong } from "./move-discussion.server";

/** Where a conversation may go. */
export interface MoveForm {
  id: string;
  title: string;
  place: Place;
  groups: { id: string; name: string; everyone: boolean }[];
}

/** @throws AppError as `accessDiscussion`; `forbidden` … for who does not run its group. */
export async function readMoveForm(ctx: Ctx, params: { id: string }): Promise<MoveForm> {
  const accessed = await accessDiscussion(ctx, addressId(params.id));
  const { discussion, group, space, relation } = accessed;
  const run = mayRunGroup(ctx.actor, relation.group);
  if (run !== true) throw new AppError(run);
  const others = (await listGroups(ctx, { slug: space.slug })).filter((one) => one.id !== group.id && one.may.read);
  const ids = others.map((one) => one.id);
  const accessOf = await accessGroups(ctx, [ctx.actor], ids);
  const among = await groupsAmong(ctx, ids, group.id);
  const groups = others.flatMap((one) => {
    const to = accessOf(ctx.actor, one.id);
    if (to instanceof AppError || mayMoveDiscussion(ctx.actor, relation, { group: to.relation, membersAmong: among.has(one.id) }) !== true) return [];
    return [{ id: one.id, name: one.name, everyone: one.visibility === "public" }];
  });
  return { id: discussion.id, title: discussion.title, place: await readPlace(ctx, accessed), groups };
}
