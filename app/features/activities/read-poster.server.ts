import type { Ctx } from "~/platform/ctx.server";
import { drawCode } from "~/platform/draw-code.server";
import type { QrCodeProps } from "~/ui";
import { readActivity, type ActivityPage } from "./read-activity.server";
import { shortPath } from "./short-address.server";

export interface PosterView extends Pick<ActivityPage, "activity" | "place" | "municipality"> {
  installation: string;
  /** Everyone may read it: the poster may hang anywhere. */
  open: boolean;
  /** Leads to the activity's page; without the scheme, to read and to type over. */
  address: string;
  qr: QrCodeProps;
}

/** An activity as its poster shows it. @throws AppError as `accessActivity`. */
export async function readPoster(ctx: Ctx, id: string): Promise<PosterView> {
  const { activity, place, municipality, readers } = await readActivity(ctx, id);
  const { publicUrl, env } = ctx.house;
  const full = `${publicUrl}${shortPath(id)}`;
  const address = full.replace(/^https?:\/\//, "");
  return { activity, place, municipality, installation: env.INSTALLATION_NAME, open: readers.who === "everyone", address, qr: { ...drawCode(full), label: address } };
}
