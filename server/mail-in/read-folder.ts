import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { takeAnswer } from "~/features/notifications/index.server";
import type { House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { createPatience } from "./patience";

/**
 * Takes in the mails of a folder: every file that ends in `.eml`. A file goes when what it says is decided, so that a
 * process that dies in between finds it again. What was sent elsewhere is renamed to `.other` and left.
 * @returns does one round, and says how many files it took.
 */
export function folderDoor(house: House, folder: string): () => Promise<number> {
  const patience = createPatience(house.now);
  return async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
    patience.keepOnly(new Set(names));
    let taken = 0;
    for (const name of names.filter(patience.isDue)) {
      const file = join(folder, name);
      try {
        const outcome = await takeAnswer(house, { raw: await beginningOf(file) });
        await (outcome === "not_ours" ? rename(file, `${file}.other`) : rm(file, { force: true }));
        taken += 1;
        house.logger.info({ outcome }, "a mail was taken in");
      } catch (error) {
        patience.failed(name);
        house.logger.warn({ err: error }, "a mail could not be taken in; it stays and is tried again");
      }
    }
    return taken;
  };
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const raw = Buffer.alloc(Math.min(size, limits.mailBytes));
    const { bytesRead } = await handle.read(raw, 0, raw.length, 0);
    return raw.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
