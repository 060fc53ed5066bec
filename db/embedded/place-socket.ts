import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** PostgreSQL clients look for this name in the folder they are given. */
const socketName = ".s.PGSQL.5432";

/** The longest path, in bytes, that the system's socket address can hold (108 with its closing zero on Linux, 104 on macOS). */
const longestPath = process.platform === "linux" ? 107 : 103;

/** Where the embedded database answers: in its own folder, or in a temporary one of its own when that path is too long for a socket. */
export function placeSocket(dir: string, earlier?: string): { socketDir: string; path: string } {
  const fits = Buffer.byteLength(join(dir, socketName)) <= longestPath;
  const socketDir = fits ? dir : (earlier ?? mkdtempSync(join(tmpdir(), "leerhoek-")));
  // Made for this user alone; should somebody else have taken the name meanwhile, this throws.
  if (!fits && earlier) mkdirSync(earlier, { mode: 0o700 });
  return { socketDir, path: join(socketDir, socketName) };
}

/** The connection string for a PostgreSQL socket in `socketDir`. */
export function connectionStringFor(socketDir: string, database = "postgres", user = "postgres"): string {
  return `postgresql:///${database}?host=${encodeURIComponent(socketDir)}&user=${user}`;
}
