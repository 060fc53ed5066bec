import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** The extensions the schema uses; both homes have them. */
export const extensions = { pg_trgm, unaccent };

let syncs = 0;

/** How many times this process has asked the disk to keep what was written. */
export function countSyncs(): number {
  return syncs;
}

/** What emscripten's file system passes a `fsync` handler. */
interface OpenFile {
  nfd?: number;
}

/** The parts of emscripten's module that are touched here; its own types leave the mounted file systems out. */
interface MountedFileSystems {
  FS: { ErrnoError: new (errno: number) => Error; filesystems: { NODEFS: { stream_ops: { fsync?: (file: OpenFile) => number } } } };
}

const ioError = 29;

/** The folder on disk, with the `fsync` that the file system as shipped leaves out: without it a power cut loses every row. */
class DurableFolder extends NodeFS {
  override async init(db: PGlite, options: Partial<Parameters<NodeFS["init"]>[1]>) {
    const started = await super.init(db, options);
    const addFsync = (module: unknown) => {
      const { FS } = module as MountedFileSystems;
      FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }) => {
        try {
          if (nfd !== undefined) fsyncSync(nfd);
        } catch {
          throw new FS.ErrnoError(ioError);
        }
        syncs += 1;
        return 0;
      };
    };
    return { ...started, emscriptenOpts: { ...started.emscriptenOpts, preRun: [...[started.emscriptenOpts.preRun ?? []].flat(), addFsync] } };
  }
}

/** Opens the database in `folder` so that a committed row outlives a power cut; makes it when it is not there, whole or not at all. */
export async function openDurably(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) await createWhole(folder);
  return PGlite.create({
    fs: new DurableFolder(folder),
    extensions,
    // fdatasync does nothing in this build, so the log is kept with fsync.
    startParams: [...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"), "-c", "wal_sync_method=fsync"],
  });
}

/** Opens a database that lives in memory, empty or from a dump made with `dumpDataDir`. */
export function openInMemory(loadDataDir?: Blob): Promise<PGlite> {
  const options: PGliteOptions<typeof extensions> = { extensions };
  return PGlite.create(loadDataDir ? { ...options, loadDataDir } : options);
}

/** Making a database writes about a thousand files: a start that is cut off half-way must not leave a folder that never opens again. */
async function createWhole(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  await (await PGlite.create({ dataDir: draft, extensions })).close();
  syncTree(draft);
  renameSync(draft, folder);
  syncPath(join(folder, ".."));
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(folder);
}

function syncPath(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
