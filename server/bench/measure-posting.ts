import pg from "pg";
import { connectAll, emit } from "./clients";
import { newId, type BenchWorld } from "./prepare";
import { medianOf, report } from "./statistics";

const posts = 400;
/** A person may send 30 a minute; each round is of others. */
const perPerson = 28;
const rounds = 3;
let used = 0;

function nextPeople(world: BenchWorld, count: number): string[] {
  const cookies = Array.from({ length: count }, (_, index) => world.cookies[(used + index) % world.cookies.length]!);
  used += count;
  return cookies;
}

/** Posting with 1, 8 and 32 writers over the live connection, beside single-row inserts with as many connections. */
export async function measurePosting(home: "embedded" | "postgres", url: string, connectionString: string, world: BenchWorld): Promise<void> {
  for (const writers of [1, 8, 32]) {
    const bare = home === "postgres" ? await insertRate(connectionString, Math.min(writers, 10)) : Number.NaN;
    const limit = Number.isNaN(bare) ? "" : `${bare.toFixed(0)} inserts/s`;
    const spread = async (discussions: string[]) => {
      const sockets = await connectAll(url, nextPeople(world, Math.max(writers, Math.ceil(posts / perPerson))));
      const begun = performance.now();
      let next = 0;
      await Promise.all(
        Array.from({ length: writers }, async () => {
          for (let mine = next++; mine < posts; mine = next++) {
            const answer = await emit(sockets[mine % sockets.length]!, "message:post", { id: newId(), discussion: discussions[mine % discussions.length]!, text: `bericht ${mine}` });
            if (!answer.ok) throw new Error(`a post was refused: ${String(answer.code)}`);
          }
        }),
      );
      const rate = posts / ((performance.now() - begun) / 1_000);
      sockets.forEach((socket) => socket.disconnect());
      return rate;
    };
    const one = await medianOf(rounds, () => spread([world.discussionId]), (rate) => rate);
    report(`${home}: posting in one conversation, ${writers} writers`, `${one.toFixed(0)}/s`, limit, one / bare, writers === 8 ? "≥ 0.125" : "");
    if (writers !== 8) continue;
    const eight = await medianOf(rounds, () => spread(world.eight.map((each) => each.discussionId)), (rate) => rate);
    report(`${home}: posting over 8 groups, 8 writers`, `${eight.toFixed(0)}/s`, limit, eight / bare, "≥ 0.2");
  }
}

async function insertRate(connectionString: string, connections: number): Promise<number> {
  const pool = new pg.Pool({ connectionString, max: connections });
  await pool.query("create table if not exists bench_bare (id serial primary key, words text)");
  const inserts = 3_000;
  const begun = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next++ < inserts) await pool.query("insert into bench_bare (words) values ($1)", ["bericht"]);
    }),
  );
  const rate = inserts / ((performance.now() - begun) / 1_000);
  await pool.query("drop table bench_bare");
  await pool.end();
  return rate;
}
