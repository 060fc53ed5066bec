import { groupStream, readPlace, whoReads, type Place, type Readers } from "~/features/groups/index.server";
import { spaceStream } from "~/features/spaces/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { drawCode } from "~/platform/draw-code.server";
import type { QrCodeProps } from "~/ui";
import { accessDiscussion } from "../access-discussion.server";
import { findDiscussion } from "../queries.server";
import { dependOn, readWindow, type Window } from "../read-discussion.server";
import { showDiscussions } from "../show-messages.server";
import { discussionHref, type DiscussionView } from "../views";

/** How many messages one print holds; what is longer is printed in parts. */
const printSize = 100;

export interface PrintedPage {
  discussion: DiscussionView;
  place: Place;
  readers: Readers;
  window: Window;
  installation: string;
  /** Leads to the conversation itself; without the scheme, to read and to type over. */
  address: string;
  qr: QrCodeProps;
}

/**
 * A conversation for paper, as the actor may read it. `from` is the first message wanted, else it begins at the first.
 * @throws AppError as `accessDiscussion`.
 */
export async function readPrinted(ctx: Ctx, params: { id: string; from?: number }): Promise<PrintedPage> {
  const found = await findDiscussion(ctx, addressId(params.id));
  if (!found) throw new AppError("not_found");
  await dependOn(ctx, { group: groupStream(found.groupId), space: spaceStream(found.spaceId) });
  const accessed = await accessDiscussion(ctx, found.id);
  const { discussion, space } = accessed;
  const [view] = await showDiscussions(ctx, space.id, [discussion]);
  const full = `${ctx.house.publicUrl}${discussionHref(discussion.id)}`;
  const address = full.replace(/^https?:\/\//, "");
  return {
    discussion: view!,
    place: await readPlace(ctx, accessed),
    readers: await whoReads(ctx, accessed),
    window: await readWindow(ctx, accessed, params.from ?? 1, printSize),
    installation: ctx.house.env.INSTALLATION_NAME,
    address,
    qr: { ...drawCode(full), label: address },
  };
}
