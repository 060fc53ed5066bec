import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { AppError } from "~/platform/codes";
import { drawAnew, type DrawnPicture } from "./draw-anew.server";
import { oddFiles, photo, plainPicture, type OddFile } from "./test/files";

let files: OddFile[];
beforeAll(async () => {
  files = await oddFiles();
});

const outcome = (bytes: Buffer) => drawAnew(bytes).catch((error: unknown) => (error instanceof AppError ? error.code : String(error)));
const isDrawn = (one: DrawnPicture | string): one is DrawnPicture => typeof one !== "string";
/** What the files have beside their pixels, and what nobody may find in them. */
const secrets = ["Geheimtoestel", "Wissenaerts", "Exif", "GPS", "script", "PK\u0003\u0004", "<!doctype", "ICC_PROFILE"];

test("whatever is sent as a picture is drawn anew as a still WebP of bounded size that holds nothing else, or refused with why; memory stays bounded", { timeout: 120_000 }, async () => {
  expect(files.length).toBeGreaterThanOrEqual(40);
  const before = process.memoryUsage().rss;
  let highest = 0;
  const came: [string, string][] = [];
  for (const { name, bytes } of files) {
    const one = await outcome(bytes);
    highest = Math.max(highest, process.memoryUsage().rss - before);
    came.push([name, isDrawn(one) ? "drawn" : one]);
    if (!isDrawn(one)) continue;
    for (const [picture, side] of [[one.large, 1_600], [one.small, 960]] as const) {
      const about = await sharp(picture).metadata();
      expect([name, about.format, about.pages ?? 1, about.exif, about.icc, about.xmp]).toEqual([name, "webp", 1, undefined, undefined, undefined]);
      expect(Math.max(about.width, about.height)).toBeLessThanOrEqual(side);
      expect([name, secrets.filter((secret) => picture.includes(secret))]).toEqual([name, []]);
    }
  }
  expect(came).toEqual(files.map(({ name, comes }) => [name, comes]));
  expect(highest).toBeLessThan(300 * 1024 * 1024);
});

test("a photo comes out the right way up, without where it was taken, and the same each time", async () => {
  const taken = await photo(400, 300);
  const { exif } = await sharp(taken).metadata();
  expect(exif?.includes("Geheimtoestel")).toBe(true);
  const [one, again] = [await drawAnew(taken), await drawAnew(taken)];
  expect([one.width, one.height]).toEqual([300, 400]);
  expect(again.sum).toBe(one.sum);
  expect((await drawAnew(await plainPicture(400, 300, "#334455").jpeg().toBuffer())).sum).not.toBe(one.sum);
});

test("afterwards the library reads nothing but the three kinds, wherever in the house it is asked", async () => {
  await drawAnew(await photo());
  await expect(sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')).png().toBuffer()).rejects.toThrow(/unsupported/);
});

test("more at once than may wait are told to come back; the others are drawn", async () => {
  const taken = await photo();
  const all = await Promise.all(Array.from({ length: 12 }, () => outcome(taken)));
  expect(all.filter(isDrawn)).toHaveLength(8);
  expect(all.filter((one) => one === "busy")).toHaveLength(4);
  expect(isDrawn(await outcome(taken))).toBe(true);
});
