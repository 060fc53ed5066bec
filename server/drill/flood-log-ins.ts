import { percentile } from "#server/bench/statistics";
import { runServer } from "#server/bench/run-server";
import { addressOf, tryLogIn } from "./log-in";
import type { Finding } from "./main";
import { makeAccounts, password } from "./people";

const flood = 500;

/** Five hundred log-ins at once: other pages keep coming, memory has an end, and who comes afterwards gets in. */
export async function floodLogIns(folder: string): Promise<Finding[]> {
  const names = await makeAccounts(folder, 60);
  const server = await runServer({ DATA_DIR: folder });
  try {
    await fetch(`${server.url}/`);
    const before = server.memory().application;
    let most = before;
    let over = false;
    const pages: number[] = [];
    const readOn = (async () => {
      while (!over) {
        const begun = performance.now();
        await fetch(`${server.url}/afspraken`, { headers: { connection: "close" } }).then((answer) => answer.text());
        pages.push(performance.now() - begun);
        most = Math.max(most, server.memory().application);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const answers = await Promise.all(Array.from({ length: flood }, (_, index) => tryLogIn(server.url, { name: names[index % names.length]!, password: `fout ${index}`, address: addressOf(index) })));
    over = true;
    await readOn;
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    const after = await tryLogIn(server.url, { name: names[59]!, password, address: addressOf(5_000) });
    const odd = answers.filter(({ status }) => status >= 500 && status !== 503).length;
    const p95 = percentile(pages, 95);
    return [
      { what: `${flood} log-ins at once: other pages`, seen: `p95 ${p95.toFixed(0)} ms over ${pages.length} pages`, asked: "p95 < 300 ms", held: p95 < 300 },
      { what: `${flood} log-ins at once: memory`, seen: `+${(most - before).toFixed(0)} MB`, asked: "< +250 MB", held: most - before < 250 },
      { what: `${flood} log-ins at once: answers`, seen: `${count(503)} told to come back, ${count(429)} over their tries, ${odd} failed`, asked: "none fails", held: odd === 0 },
      { what: "log-in right after the flood", seen: String(after.status), asked: "302: gets in", held: after.status === 302 },
    ];
  } finally {
    await server.stop();
  }
}
