import { resolve } from "node:path";
import { verifyBackup, writeBackup } from "#db/dump/backup-file";
import { askRunning, runCommand, withHome } from "./reach";

/** `npm run backup [-- file]`: database and files in one file, while the installation runs or not. */
await runCommand(async (env, [name]) => {
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const path = resolve(name ?? `${env.DATA_DIR}/backups/${stamp}.leerhoek.gz`);
  const asked = env.DATABASE_URL ? null : await askRunning(env, "backup", path);
  if (!asked) await withHome(env, (database) => writeBackup(database, resolve(env.DATA_DIR), path));
  // A backup counts once it was read back.
  const { tables, files } = await verifyBackup(path);
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(`${path}: ${Object.keys(tables).length} tables, ${rows} rows, ${files} files, read back and whole.`);
});
