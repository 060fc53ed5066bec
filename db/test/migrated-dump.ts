import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { startEmbedded } from "../embedded/start-embedded.server";
import { migrate } from "../migrate.server";

/** A dump of a freshly migrated database: made once for each set of migrations, because making one takes seconds and loading it one. */
export async function migratedDump(root: string, scratch: string): Promise<string> {
  const cache = resolve(root, ".cache/test-database");
  const key = keyOf(root);
  const file = join(cache, `${key}.tar`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const embedded = await startEmbedded({ dir: join(scratch, "template"), ephemeral: true });
  try {
    await migrate(embedded.connectionString, { migrationsFolder: resolve(root, "db/migrations") });
    const draft = join(scratch, "template.tar");
    await embedded.dumpTo(draft);
    // Somebody who writes migrations meanwhile must not find this one under the key of theirs.
    if (keyOf(root) !== key) return draft;
    // The scratch folder may be on another disk, from which a file cannot be moved in one step.
    copyFileSync(draft, `${file}.${process.pid}`);
    renameSync(`${file}.${process.pid}`, file);
    for (const name of readdirSync(cache)) if (name.endsWith(".tar") && join(cache, name) !== file) rmSync(join(cache, name));
  } finally {
    await embedded.stop(100);
  }
  return file;
}

/** Changes with the migrations, their order and the version of the embedded database. */
function keyOf(root: string): string {
  const migrations = resolve(root, "db/migrations");
  const files = readdirSync(migrations).filter((name) => name.endsWith(".sql")).sort().map((name) => join(migrations, name));
  const hash = createHash("sha256");
  for (const file of [resolve(root, "node_modules/@electric-sql/pglite/package.json"), join(migrations, "meta/_journal.json"), ...files]) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 32);
}
