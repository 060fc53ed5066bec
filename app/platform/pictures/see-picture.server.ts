import { AppError } from "~/platform/codes";
import type { House } from "~/platform/ctx.server";
import { readFileOf, type PictureSize } from "./picture-files.server";

export interface SeenPicture {
  /** Changes with the bytes, and with the size. */
  version: string;
  read: () => Promise<Buffer>;
}

/** A picture of the store, for a caller that asked who may. */
export function toSeen({ house }: { house: Pick<House, "dataDir"> }, { id, sum }: { id: string; sum: string }, size: PictureSize): SeenPicture {
  return {
    version: `${sum.slice(0, 32)}-${size}`,
    read: async () => {
      const bytes = await readFileOf(house, id, size);
      if (!bytes) throw new AppError("not_found");
      return bytes;
    },
  };
}
