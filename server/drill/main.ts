import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareLogIns } from "./compare-log-ins";
import { floodLive } from "./flood-live";
import { floodLogIns } from "./flood-log-ins";
import { killWhilePosting } from "./kill-while-posting";
import { killWhileWriting } from "./kill-while-writing";

/** What one part found: what was asked of it, what was seen, and whether that is good enough. */
export interface Finding {
  what: string;
  seen: string;
  asked: string;
  held: boolean;
}

const parts: Record<string, (folder: string) => Promise<Finding[]>> = {
  "log-ins": compareLogIns,
  "log-in-flood": floodLogIns,
  "live-flood": floodLive,
  kills: killWhilePosting,
  "kills-in-texts": killWhileWriting,
};

/**
 * `npm run drill`: statistics, floods and kills that take too long, or depend too much on the machine, for `npm test`.
 * `npm run drill -- kills` runs one part. Ends with 1 when something did not hold.
 */
async function main(): Promise<void> {
  if (!existsSync("build/server/main.js")) throw new Error("Build first: npm run build.");
  const wanted = process.argv.slice(2);
  console.log("| what | seen | asked | held |\n|---|---|---|---|");
  let broken = 0;
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const folder = mkdtempSync(join(tmpdir(), "leerhoek-drill-"));
    try {
      for (const { what, seen, asked, held } of await run(folder)) {
        console.log(`| ${what} | ${seen} | ${asked} | ${held ? "yes" : "NO"} |`);
        if (!held) broken += 1;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.exitCode = broken === 0 ? 0 : 1;
}

await main();
