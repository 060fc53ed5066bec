import { placesAround, readPlace, type Place } from "~/features/groups/index.server";
import { mayMoveDiscussion } from "~/permissions/discussions";
import { mayRunGroup } from "~/permissions/groups";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDiscussion } from "../access-discussion.server";

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
  const { discussion, relation } = accessed;
  const run = mayRunGroup(ctx.actor, relation.group);
  if (run !== true) throw new AppError(run);
  const groups = (await placesAround(ctx, accessed)).filter(({ to }) => !to.sameGroup && mayMoveDiscussion(ctx.actor, relation, to) === true);
  return { id: discussion.id, title: discussion.title, place: await readPlace(ctx, accessed), groups: groups.map(({ id, name, everyone }) => ({ id, name, everyone })) };
}
