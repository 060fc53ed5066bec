import { resolve } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restoreBackup, writeBackup } from "#db/dump/backup-file";
import { DumpError } from "#db/dump/load";
import { askRunning, runCommand, withHome } from "./reach";

/** `DATABASE_URL=… npm run db:move`: from the embedded database in DATA_DIR to PostgreSQL; every table is compared. */
await runCommand(async (env) => {
  if (!env.DATABASE_URL) throw new DumpError("Set DATABASE_URL to the PostgreSQL that the data should move to.");
  const folder = await mkdtemp(join(tmpdir(), "leerhoek-move-"));
  const path = join(folder, "move.gz");
  const embedded = { ...env, DATABASE_URL: undefined };
  try {
    const asked = await askRunning(embedded, "backup", path);
    if (asked) console.log("The installation still runs on the embedded database: what is written from now on does not move. Stop it first if that matters.");
    else await withHome(embedded, (database) => writeBackup(database, resolve(env.DATA_DIR), path));
    const { tables } = await withHome(env, async (database) => {
      const { rows } = await database.db.execute<{ n: number }>("select count(*)::int as n from person");
      if (rows[0]!.n > 0) throw new DumpError("There are people in that PostgreSQL already. Nothing was changed. Move into an empty database.");
      return restoreBackup(database, resolve(env.DATA_DIR), path);
    });
    const moved = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    console.log(`${Object.keys(tables).length} tables and ${moved} rows moved; every table is the same there. Start with the same DATABASE_URL from now on.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
