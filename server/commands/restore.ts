import { resolve } from "node:path";
import { restoreBackup, verifyBackup } from "#db/dump/backup-file";
import { DumpError } from "#db/dump/load";
import { askRunning, runCommand, withHome } from "./reach";

/** `npm run restore -- file`: puts a backup in the place of what is there, while the installation runs or not. */
await runCommand(async (env, [name]) => {
  if (!name) throw new DumpError("Say which backup: npm run restore -- data/backups/<file>.");
  const path = resolve(name);
  const { head } = await verifyBackup(path);
  const asked = env.DATABASE_URL ? null : await askRunning(env, "restore", path);
  if (!asked) await withHome(env, (database) => restoreBackup(database, resolve(env.DATA_DIR), path));
  console.log(`Restored the state of ${head.madeAt}. Everybody must load their page again; sessions of that moment hold.`);
});
