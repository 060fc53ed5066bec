import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { report } from "./statistics";

/** Space on disk of the packages that run the product, as the lock file names them and npm installed them here. */
export function measureDependencies(): void {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, { dev?: boolean; devOptional?: boolean }> };
  const folders = Object.entries(packages).flatMap(([folder, { dev, devOptional }]) => (folder === "" || dev || devOptional || !existsSync(folder) ? [] : [folder]));
  const bytes = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
  report("production dependencies on disk", `${(bytes / 1e6).toFixed(0)} MB in ${folders.length} packages`, "", undefined, "≤ 250 MB");
}

/** Bytes of a folder in blocks of the disk, without packages inside it: those are named for themselves. */
function sizeOf(path: string): number {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.blocks * 512;
  return readdirSync(path).reduce((sum, name) => (name === "node_modules" ? sum : sum + sizeOf(join(path, name))), 0);
}
