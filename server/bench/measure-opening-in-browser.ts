import type { BenchWorld } from "./prepare";
import { open, startBrowser } from "./measure-large-text";
import type { ColdTexts, OpeningTexts } from "./prepare-texts";
import type { MeasuredServer } from "./run-server";
import { median, percentile, report } from "./statistics";

/** How often each kind of text is opened; the first time, in which everything is new to the server, does not count. */
const rounds = 8;

/** Opening the page to write of what a hundred thousand strokes left, beside the same words typed once, as people do: in a browser with nothing kept, until the editor takes letters. */
export async function measureOpeningInBrowser(home: string, server: MeasuredServer, world: BenchWorld, { edited, once, editedOn, onceOn }: OpeningTexts): Promise<void> {
  const browser = await startBrowser();
  const seen = { edited: [] as number[], once: [] as number[], editedOn: [] as number[], onceOn: [] as number[] };
  try {
    const kinds: [keyof typeof seen, ColdTexts][] = [["edited", edited], ["once", once], ["editedOn", editedOn], ["onceOn", onceOn]];
    for (let round = 0; round <= rounds; round += 1) {
      for (const [kind, { ids }] of round % 2 ? kinds : [...kinds].reverse()) {
        const { editable } = await open(browser, `${server.url}/teksten/${ids[round]!}/schrijven`, server.url, world.cookies[round]!);
        if (round > 0) seen[kind].push(editable);
      }
    }
  } finally {
    await browser.close();
  }
  const said = (times: number[]) => `p50 ${median(times).toFixed(0)}, p95 ${percentile(times, 95).toFixed(0)} ms`;
  const beside = (what: string, many: number[], few: number[]) => report(`${home}: ${what} in a browser until it takes letters; the same typed once`, `${said(many)}; ${said(few)}`, "", median(many) / median(few), "≤ 2");
  beside("a text of 100 000 edits", seen.edited, seen.once);
  beside("the same, its newest 100 not folded,", seen.editedOn, seen.onceOn);
}
