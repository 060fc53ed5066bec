import sharp from "sharp";
import type { House } from "~/platform/ctx.server";
import { readFileOf } from "~/platform/pictures/picture-files.server";
import type { ShownPictures } from "../pictures/shown-pictures";
import type { FilePicture } from "./file-words";

/** Pictures that one file carries, and their bytes together; of others only the words go along. */
export const carriedAtMost = { pictures: 200, bytes: 30 * 1024 * 1024 } as const;

/**
 * The pictures of a text for a file, by id: as they stand in the text, `webp`, or as `jpeg`, which every word processor knows.
 * Only those that its page may show.
 */
export async function picturesForFile(house: House, shown: ShownPictures | null, as: "webp" | "jpeg"): Promise<Record<string, FilePicture>> {
  const found: Record<string, FilePicture> = {};
  let bytes = 0;
  for (const [id, { width, height }] of Object.entries(shown?.sizes ?? {}).slice(0, carriedAtMost.pictures)) {
    const file = await readFileOf(house, id, "small");
    if (!file) continue;
    const data = as === "webp" ? file : await sharp(file).flatten({ background: "#ffffff" }).jpeg({ quality: 82 }).toBuffer();
    if ((bytes += data.length) > carriedAtMost.bytes) break;
    found[id] = { data: new Uint8Array(data), width, height };
  }
  return found;
}

/** The same, to be drawn in a page that needs nothing else. */
export async function picturesInPage(house: House, shown: ShownPictures | null): Promise<ShownPictures | null> {
  if (!shown) return null;
  const found = Object.entries(await picturesForFile(house, shown, "webp"));
  return { at: shown.at, sizes: Object.fromEntries(found.map(([id, { width, height }]) => [id, { width, height }])), inPage: Object.fromEntries(found.map(([id, { data }]) => [id, `data:image/webp;base64,${Buffer.from(data).toString("base64")}`])) };
}
