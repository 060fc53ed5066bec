import { placesAround, readPlace, type Place } from "~/features/groups/index.server";
import { mayMoveDocument } from "~/permissions/documents";
import { mayRunGroup } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument } from "../access-document.server";
import { readAround } from "../tree/read-around.server";

/** Where a text may go. */
export interface MoveTextForm {
  id: string;
  title: string;
  place: Place;
  groups: { id: string; name: string; everyone: boolean }[];
  /** Titles of the texts right beneath it. */
  beneath: string[];
}

/** @throws AppError as `accessDocument`; `forbidden` … for who does not run its group. */
export async function readMoveTextForm(ctx: Ctx, id: string): Promise<MoveTextForm> {
  const accessed = await accessDocument(ctx, id);
  const { document, relation } = accessed;
  const run = mayRunGroup(ctx.actor, relation.group);
  if (run !== true) throw new AppError(run);
  const groups = (await placesAround(ctx, accessed)).filter(({ to }) => !to.sameGroup && mayMoveDocument(ctx.actor, relation, to) === true);
  return {
    id,
    title: document.title,
    place: await readPlace(ctx, accessed),
    groups: groups.map(({ id: groupId, name, everyone }) => ({ id: groupId, name, everyone })),
    beneath: (await readAround(ctx, accessed)).beneath.map(({ title }) => title),
  };
}
