import { median } from "#server/bench/statistics";
import { runServer } from "#server/bench/run-server";
import { addressOf, tryLogIn } from "./log-in";
import type { Finding } from "./main";
import { mannWhitney } from "./mann-whitney";
import { makeAccounts } from "./people";

const accounts = 50;
/** Below the number of tries after which an account is left alone. */
const triesEach = 6;

/** Whether a wrong password and an account that does not exist can be told apart, by answer or by time. */
export async function compareLogIns(folder: string): Promise<Finding[]> {
  const names = await makeAccounts(folder, accounts);
  const server = await runServer({ DATA_DIR: folder });
  try {
    const times = { known: [] as number[], unknown: [] as number[] };
    const bodies = new Set<string>();
    let index = 0;
    const measure = async (kind: "known" | "unknown", name: string) => {
      const { status, body, ms } = await tryLogIn(server.url, { name, password: "verkeerd wachtwoord", address: addressOf(index++) });
      times[kind].push(ms);
      bodies.add(`${status} ${body.replaceAll(name, "…").replace(/nonce="[^"]*"|"nonce":"[^"]*"/g, "nonce")}`);
    };
    for (let warm = 0; warm < 20; warm += 1) await tryLogIn(server.url, { name: `nergens-${warm}`, password: "verkeerd wachtwoord", address: addressOf(40_000 + warm) });
    for (let round = 0; round < triesEach; round += 1) {
      for (const [place, name] of names.entries()) {
        // In turns and each first as often, so that a slow moment of the machine hits both.
        const pair = [() => measure("known", name), () => measure("unknown", `niemand-${round}-${place}`)];
        for (const one of place % 2 === 0 ? pair : pair.reverse()) await one();
      }
    }
    const { p } = mannWhitney(times.known, times.unknown);
    const seen = `${times.known.length} + ${times.unknown.length} tries: median ${median(times.known).toFixed(1)} ms and ${median(times.unknown).toFixed(1)} ms, p = ${p.toFixed(3)}`;
    return [
      { what: "log-in: time for a known and an unknown account", seen, asked: "Mann-Whitney p > 0.01", held: p > 0.01 },
      { what: "log-in: answers for a known and an unknown account", seen: `${bodies.size} different`, asked: "1: the same to the byte", held: bodies.size === 1 },
    ];
  } finally {
    await server.stop();
  }
}
