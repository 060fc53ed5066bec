import { randomUUID } from "node:crypto";
import { readPlace, whoReads, type Place, type Readers } from "~/features/groups/index.server";
import { mayPost } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDiscussion } from "../access-discussion.server";

/** Where a message with a picture is written. */
export interface PictureForm {
  id: string;
  title: string;
  place: Place;
  readers: Readers;
  /** For the message that comes of it. */
  nextId: string;
}

/** @throws AppError as `accessDiscussion`; `closed`, `muted`, `join_group` … for who may not write there. */
export async function readPictureForm(ctx: Ctx, params: { id: string }): Promise<PictureForm> {
  const accessed = await accessDiscussion(ctx, addressId(params.id));
  const { discussion, relation } = accessed;
  const verdict = mayPost(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  return { id: discussion.id, title: discussion.title, place: await readPlace(ctx, accessed), readers: await whoReads(ctx, accessed), nextId: randomUUID() };
}
