import QRCode from "qrcode";
import type { Ctx } from "~/platform/ctx.server";
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

/** The code of an address as path data in which one module is one unit. Error correction M: it still reads with a crease. */
export function drawCode(address: string): Pick<QrCodeProps, "path" | "size"> {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return { path, size };
}
