import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A PostgreSQL that tests may use: a server that somebody runs, or the programs to start one with (`user` when this process, root, must not run them itself). */
export type FoundPostgres =
  | { found: true; url: string }
  | { found: true; bin: string; user: { uid: number; gid: number } | undefined }
  | { found: false; why: string };

/** Looks for LEERHOEK_TEST_POSTGRES_URL, then for `initdb` and `postgres` where Debian keeps them and on the PATH. */
export function findPostgres(env: Record<string, string | undefined> = process.env): FoundPostgres {
  if (env["LEERHOEK_TEST_POSTGRES_URL"]) return { found: true, url: env["LEERHOEK_TEST_POSTGRES_URL"] };
  const bin = [...debianFolders(), ...(env["PATH"] ?? "").split(delimiter)].find((dir) => ["initdb", "postgres"].every((name) => existsSync(join(dir, name))));
  if (!bin) return { found: false, why: "no PostgreSQL programs (initdb, postgres) were found and LEERHOEK_TEST_POSTGRES_URL is not set." };
  if (process.getuid?.() !== 0) return { found: true, bin, user: undefined };
  const user = readUser("postgres") ?? readUser("nobody");
  return user ? { found: true, bin, user } : { found: false, why: "PostgreSQL refuses to run as root and there is no other user to run it as." };
}

function debianFolders(): string[] {
  const base = "/usr/lib/postgresql";
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(base, version, "bin"));
}

function readUser(name: string): { uid: number; gid: number } | undefined {
  const fields = readFileSync("/etc/passwd", "utf8").split("\n").find((line) => line.startsWith(`${name}:`))?.split(":");
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}
