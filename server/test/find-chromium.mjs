import { spawnSync } from "node:child_process";

/** The one without a screen is the lightest. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The Chromium that the tests use: CHROMIUM_PATH, else one of the system; undefined leaves the choice to Playwright. */
export function findChromium() {
  return process.env.CHROMIUM_PATH || names.map((name) => spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim()).find(Boolean);
}
