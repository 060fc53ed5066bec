import { createHash } from "node:crypto";
import type { Sharp, SharpOptions } from "sharp";
import { AppError } from "~/platform/codes";
import { limits } from "~/platform/limits";

/** A picture that holds nothing but its pixels. */
export interface DrawnPicture {
  large: Buffer;
  small: Buffer;
  /** Of the large one, in pixels. */
  width: number;
  height: number;
  /** SHA-256 of the large one, in hexadecimal. */
  sum: string;
}

/** What may come in, by its first bytes; what a file says of itself counts for nothing. */
const kinds: { format: string; begins: (bytes: Buffer) => boolean }[] = [
  { format: "jpeg", begins: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { format: "png", begins: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) },
  { format: "webp", begins: (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP" },
];

let opened: Promise<(bytes: Buffer, options: SharpOptions) => Sharp> | null = null;

/** The library is loaded with the first picture. It knows three kinds from then on, in the whole process. */
function open() {
  opened ??= import("sharp").then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
    return sharp;
  });
  return opened;
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** One after the other: a large picture takes a hundred megabytes while it is drawn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= limits.picturesWaiting) throw new AppError("busy", { retryAfterSeconds: 10 });
  waiting += 1;
  const before = last;
  const turn = before.catch(() => undefined).then(work);
  last = turn.catch(() => undefined);
  return turn.finally(() => (waiting -= 1));
}

/**
 * Draws a picture anew from its pixels, the right way up, in two sizes: what else was in the file (where it was taken,
 * with what, by whom, another file behind it) does not come along. Of a moving picture the first image stays.
 * @throws AppError `picture_kind`, `picture_too_large` (bytes), `picture_too_wide` (pixels), `picture_damaged`, `busy`.
 */
export async function drawAnew(bytes: Buffer): Promise<DrawnPicture> {
  if (bytes.length > limits.pictureBytes) throw new AppError("picture_too_large");
  const kind = kinds.find((one) => one.begins(bytes));
  if (!kind) throw new AppError("picture_kind");
  return inTurn(async () => {
    const sharp = await open();
    const timeout = { seconds: limits.pictureSeconds };
    const read = sharp(bytes, { limitInputPixels: limits.picturePixels, failOn: "error", pages: 1 });
    try {
      if ((await read.metadata()).format !== kind.format) throw new AppError("picture_kind");
      const fit = (side: number) => ({ width: side, height: side, fit: "inside", withoutEnlargement: true }) as const;
      // Behind what is see-through stands paper, in the dark too.
      const large = await read.autoOrient().resize(fit(limits.pictureSide)).flatten({ background: "#ffffff" }).webp({ quality: 80 }).timeout(timeout).toBuffer({ resolveWithObject: true });
      const small = await sharp(large.data, { limitInputPixels: limits.picturePixels }).resize(fit(limits.pictureSmallSide)).webp({ quality: 78 }).timeout(timeout).toBuffer();
      const { width, height } = large.info;
      return { large: large.data, small, width, height, sum: createHash("sha256").update(large.data).digest("hex") };
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError(/pixel limit/i.test(String(cause)) ? "picture_too_wide" : "picture_damaged", {}, { cause });
    }
  });
}
