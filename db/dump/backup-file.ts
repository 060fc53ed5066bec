import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pipeline } from "node:stream";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Database } from "#db/client.server";
import { appliedMigrations, dumpTables, type DumpHead, type DumpLine, type TableSums } from "./dump";
import { DumpError, loadTables } from "./load";

/** Of the installation's folder: what is not a file of the installation, but the database itself, a lock, or a backup. */
const leftOut = /^(postgres|backups|lock|operator\.json|.*\.sock)/;
const piece = 256 * 1024;

/** Writes database and files into one compressed file; it gets its name only when it is whole. */
export async function writeBackup(database: Database, dataDir: string, path: string): Promise<{ tables: TableSums; files: number }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const half = `${path}.half`;
  const out = createGzip({ level: 6 });
  const file = createWriteStream(half, { mode: 0o600 });
  out.pipe(file);
  const done = finished(file);
  let lines = 0;
  const put = async (line: DumpHead | DumpLine) => {
    lines += 1;
    if (!out.write(`${JSON.stringify(line)}\n`)) await new Promise((drained) => out.once("drain", drained));
  };
  try {
    await put({ kind: "leerhoek-backup", format: 1, madeAt: new Date().toISOString(), migrations: await appliedMigrations(database.db) });
    const tables = await dumpTables(database, put);
    let files = 0;
    for (const name of await listFiles(dataDir)) {
      await putFile(dataDir, name, put);
      files += 1;
    }
    await put({ tables, files, lines });
    out.end();
    await done;
    await rename(half, path);
    return { tables, files };
  } catch (error) {
    out.destroy();
    await rm(half, { force: true });
    throw error;
  }
}

async function listFiles(dataDir: string): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)))
    .filter((name) => !leftOut.test(name))
    .sort();
}

async function putFile(dataDir: string, name: string, put: (line: DumpLine) => Promise<void>): Promise<void> {
  const handle = await open(join(dataDir, name));
  try {
    const buffer = Buffer.alloc(piece);
    let read = await handle.read(buffer, 0, piece);
    // An empty file is one empty piece.
    do {
      await put({ file: name, base64: buffer.subarray(0, read.bytesRead).toString("base64") });
      read = read.bytesRead < piece ? { ...read, bytesRead: 0 } : await handle.read(buffer, 0, piece);
    } while (read.bytesRead > 0);
  } finally {
    await handle.close();
  }
}

async function* readLines(path: string): AsyncGenerator<DumpHead | DumpLine> {
  // Iterating passes on the error of a damaged file; nobody else must hear of it.
  const unzipped = pipeline(createReadStream(path), createGunzip(), () => undefined);
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of unzipped as AsyncIterable<Buffer>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop()!;
    for (const line of parts) yield JSON.parse(line) as DumpHead | DumpLine;
  }
}

/** Reads a backup through once: whole, of this format, every row as it was written. @throws DumpError saying what is wrong. */
export async function verifyBackup(path: string): Promise<{ head: DumpHead; tables: TableSums; files: number }> {
  let head: DumpHead | null = null;
  let lines = 0;
  const hashes = new Map<string, { rows: number; hash: ReturnType<typeof createHash> }>();
  try {
    for await (const line of readLines(path)) {
      if ("kind" in line) head = line;
      else if ("table" in line) {
        const sum = hashes.get(line.table) ?? { rows: 0, hash: createHash("sha256") };
        for (const row of line.rows) sum.hash.update(row).update("\n");
        hashes.set(line.table, { ...sum, rows: sum.rows + line.rows.length });
      } else if ("tables" in line) {
        if (head?.kind !== "leerhoek-backup" || head.format !== 1 || line.lines !== lines) break;
        for (const [name, expected] of Object.entries(line.tables)) {
          const found = hashes.get(name);
          const sha256 = (found?.hash ?? createHash("sha256")).digest("hex");
          if ((found?.rows ?? 0) !== expected.rows || sha256 !== expected.sha256) throw new DumpError(`The backup ${path} is damaged: table ${name} is not as it was written. Nothing was changed.`);
        }
        return { head, tables: line.tables, files: line.files };
      }
      lines += 1;
    }
  } catch (cause) {
    if (cause instanceof DumpError) throw cause;
    throw new DumpError(`The backup ${path} cannot be read. Nothing was changed.`, { cause });
  }
  throw new DumpError(`The file ${path} is no whole backup of this product. Nothing was changed.`);
}

/** Puts a backup in the place of what is there: verified first, the database in one transaction, then the files. */
export async function restoreBackup(database: Database, dataDir: string, path: string): Promise<{ tables: TableSums; files: number }> {
  const { head, tables, files } = await verifyBackup(path);
  const here = await appliedMigrations(database.db);
  if (JSON.stringify(here) !== JSON.stringify(head.migrations)) {
    throw new DumpError("This backup was made by another version. Start that version, restore there, and upgrade afterwards. Nothing was changed.");
  }
  await loadTables(database, rowsOf(path), () => tables);
  const begun = new Set<string>();
  for await (const line of readLines(path)) {
    if (!("file" in line)) continue;
    const target = resolve(dataDir, line.file);
    if (!target.startsWith(resolve(dataDir) + sep)) throw new DumpError(`The backup names a file outside the folder: ${line.file}.`);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const handle = await open(target, begun.has(line.file) ? "a" : "w", 0o600);
    await handle.writeFile(Buffer.from(line.base64, "base64"));
    await handle.close();
    begun.add(line.file);
  }
  return { tables, files };
}

async function* rowsOf(path: string): AsyncGenerator<{ table: string; rows: string[] }> {
  for await (const line of readLines(path)) if ("table" in line) yield line;
}
