import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { House } from "~/platform/ctx.server";
import type { DrawnPicture } from "./draw-anew.server";

type Folder = Pick<House, "dataDir">;
export type PictureSize = "large" | "small";
export const pictureSizes: readonly PictureSize[] = ["large", "small"];

const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const named = /^([0-9a-f-]{36})-(?:large|small)\.webp$/;

function folderOf({ dataDir }: Folder): string {
  return join(dataDir, "pictures");
}

/** Where a picture lies: by its id alone, in one of 256 folders that no address leads to. */
function pathOf(house: Folder, id: string, size: PictureSize): string {
  if (!form.test(id)) throw new Error("not the id of a picture");
  return join(folderOf(house), id.slice(0, 2), `${id}-${size}.webp`);
}

/** Puts both sizes down. They have their names only when they are whole, and the disk has them when this is done. */
export async function keepFiles(house: Folder, id: string, drawn: DrawnPicture): Promise<void> {
  for (const size of pictureSizes) {
    const path = pathOf(house, id, size);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const half = `${path}.${randomUUID()}.half`;
    try {
      const file = await open(half, "wx", 0o600);
      try {
        await file.writeFile(drawn[size]);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, path);
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  }
}

/** The new name itself must outlast a power cut too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The bytes of a picture; null when its file is not there. */
export async function readFileOf(house: Folder, id: string, size: PictureSize): Promise<Buffer | null> {
  return readFile(pathOf(house, id, size)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

export async function removeFiles(house: Folder, id: string): Promise<void> {
  for (const size of pictureSizes) await rm(pathOf(house, id, size), { force: true });
}

/** What lies in the folder since before a moment, by the id in its name; null for what has no name of ours, such as a half one. */
export async function filesBefore(house: Folder, before: Date): Promise<{ path: string; id: string | null }[]> {
  const entries = await readdir(folderOf(house), { recursive: true, withFileTypes: true }).catch(() => []);
  const found: { path: string; id: string | null }[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const about = await stat(path).catch(() => null);
    if (about && about.mtime < before) found.push({ path, id: named.exec(entry.name)?.[1] ?? null });
  }
  return found;
}
