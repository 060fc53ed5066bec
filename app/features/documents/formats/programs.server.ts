import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import type { House } from "~/platform/ctx.server";

/** Programs of the machine that make files which this one does not make by itself. */
export type ProgramName = "chromium" | "soffice";

/** The one without a screen is the lightest. */
const names: Record<ProgramName, readonly string[]> = {
  chromium: ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
  soffice: ["soffice", "libreoffice"],
};

const known = new WeakMap<House, Map<ProgramName, string | null>>();

/** Where a program is: as the configuration says, else in `PATH`; null where it is not there or was switched off with `0`. Looked for once. */
export function programOf(house: House, name: ProgramName): string | null {
  let found = known.get(house);
  if (!found) known.set(house, (found = new Map()));
  let path = found.get(name);
  if (path === undefined) found.set(name, (path = find(name, name === "chromium" ? house.env.CHROMIUM_PATH : house.env.SOFFICE_PATH)));
  return path;
}

function find(name: ProgramName, given: string | undefined): string | null {
  if (given === "0") return null;
  if (given !== undefined) return isAbsolute(given) && canRun(given) ? given : null;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(isAbsolute);
  return names[name].flatMap((one) => folders.map((folder) => join(folder, one))).find(canRun) ?? null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
