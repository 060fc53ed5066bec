import pg from "pg";
import type { BenchWorld } from "./prepare";
import { percentile, report } from "./statistics";

/** Messages in all, one size after the other. */
const sizes = [10_000, 100_000, 1_000_000];
const rounds = 40;
/** Rows in one statement. */
const batch = 5_000;
const groups = 50;
const authors = 500;
let turn = 0;

/** Words of the language a few thousand of which people use: the n-th is about 1/n as usual as the first. */
const syllables = ["ba", "ke", "li", "mo", "nu", "ras", "ten", "vor", "wij", "zand", "dorp", "fiet", "gra", "hui", "jaar", "kamp", "laar", "meer", "noor", "poort"];
const vocabulary = Array.from({ length: 8_000 }, (_, n) => `${syllables[n % 20]}${syllables[Math.floor(n / 20) % 20]}${syllables[Math.floor(n / 400) % 20]}`);
const [common, usual] = ["samen", "bibliotheek"];

/**
 * The page of results, signed in, at 10⁴, 10⁵ and 10⁶ messages: a rare word, a usual one, one that stands in a third of all
 * messages, a typing mistake, and with each filter. Then what a single post takes with that many messages in the index.
 */
export async function measureSearch(home: "embedded" | "postgres", url: string, connectionString: string, world: BenchWorld): Promise<void> {
  if (home === "embedded") return;
  const pool = new pg.Pool({ connectionString, max: 1 });
  const places = await addPlaces(pool, world);
  let made = 0;
  for (const size of sizes) {
    await addMessages(pool, places, made, size);
    made = size;
    await pool.query("ANALYZE message");
    await pool.query("INSERT INTO search_word SELECT word, 2 FROM unnest($1::text[]) AS word ON CONFLICT DO NOTHING", [[...vocabulary, common, usual]]);
    const n = size.toLocaleString("nl-BE");
    for (const [what, query] of searches(places)) {
      const taken = await timesOf(`${url}/zoeken?${new URLSearchParams(query).toString()}`, world.cookies);
      report(`${home}: search in ${n} messages, ${what}`, `p50 ${percentile(taken, 50).toFixed(0)} ms, p95 ${percentile(taken, 95).toFixed(0)} ms`, "", undefined, "< 100 ms");
    }
    const inserts = await insertTimes(pool, places);
    report(`${home}: a message into ${n}, one statement`, `p50 ${percentile(inserts, 50).toFixed(2)} ms, p99 ${percentile(inserts, 99).toFixed(2)} ms, longest ${Math.max(...inserts).toFixed(1)} ms`);
  }
  await pool.end();
}

interface Place {
  group: string;
  discussion: string;
}

const searches = (places: Place[]): [string, Record<string, string>][] => [
  ["nothing asked (the page alone)", {}],
  ["a rare word", { woorden: "zeldzaamheid" }],
  ["a usual word", { woorden: usual! }],
  ["a common word", { woorden: common! }],
  ["three words", { woorden: `${common} ${usual} ${vocabulary[2]}` }],
  ["a typing mistake", { woorden: "bibioteek" }],
  ["nothing found", { woorden: "qxqxqxqxq" }],
  ["a common word in a small group", { woorden: common!, waar: `groep:${places.at(-1)!.group}` }],
  ["a usual word in a small group", { woorden: usual!, waar: `groep:${places.at(-1)!.group}` }],
  ["a common word of one author", { woorden: common!, van: "Schrijver 499" }],
  ["a common word of the last week", { woorden: common!, sinds: "week" }],
  ["a word that only old messages have, in a tenth of all", { woorden: "vroegerwoord" }],
];

/** Everyone in turn: nobody may search faster than a person does. */
async function timesOf(address: string, cookies: string[]): Promise<number[]> {
  const taken: number[] = [];
  for (let round = -3; round < rounds; round += 1) {
    const cookie = cookies[turn++ % cookies.length]!;
    const begun = performance.now();
    const answer = await fetch(address, { headers: { cookie: `leerhoek_session=${cookie}` } });
    await answer.text();
    if (!answer.ok) throw new Error(`the search answers ${answer.status}`);
    if (round >= 0) taken.push(performance.now() - begun);
  }
  return taken;
}

/** Groups of very different size, each with one conversation, and authors with a name. */
async function addPlaces(pool: pg.Pool, world: BenchWorld): Promise<Place[]> {
  const { rows } = await pool.query<Place>(
    `WITH made AS (
       INSERT INTO "group" (space_id, name, visibility, joining) SELECT space_id, 'Zoekgroep ' || n, 'public', 'open' FROM "group", generate_series(1, $2::int) AS n WHERE id = $1 RETURNING id, space_id
     )
     INSERT INTO discussion (space_id, group_id, kind, title, author_actor) SELECT space_id, id, 'conversation', 'Een gesprek om in te zoeken', gen_random_uuid() FROM made RETURNING group_id AS "group", id AS discussion`,
    [world.groupId, groups],
  );
  await pool.query(
    `WITH people AS (
       INSERT INTO person (sign_in_name, password_hash, name, age_group) SELECT 'schrijver-' || n, 'x', 'Schrijver ' || n, '16_plus' FROM generate_series(1, $2::int) AS n RETURNING id, name
     ), acting AS (INSERT INTO actor (id, person_id) SELECT md5(name)::uuid, id FROM people)
     INSERT INTO space_membership (space_id, person_id, shown_name, admitted_how) SELECT g.space_id, people.id, people.name, 'open' FROM people, "group" AS g WHERE g.id = $1`,
    [world.groupId, authors],
  );
  return rows;
}

/** A third of all messages have the common word, one of 500 the usual one, one of 100 000 the rare one, and the oldest of each size a word of their own. */
async function addMessages(pool: pg.Pool, places: Place[], from: number, to: number): Promise<void> {
  let seed = from + 1;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const moment = (n: number) => new Date(Date.now() - (sizes.at(-1)! - n) * 30_000).toISOString();
  for (let first = from; first < to; first += batch) {
    const rows = Array.from({ length: Math.min(batch, to - first) }, (_, index) => {
      const n = first + index;
      const place = places[Math.floor(next() ** 3 * places.length)]!;
      const words = Array.from({ length: 8 + Math.floor(next() * 25) }, () => vocabulary[Math.floor(vocabulary.length ** next()) - 1]);
      if (next() < 1 / 3) words.push(common);
      if (next() < 1 / 500) words.push(usual);
      if (n % 100_000 === 7) words.push("zeldzaamheid");
      if (n % 1_000_000 < (to - from) / 5 && next() < 0.5) words.push("vroegerwoord");
      return { d: place.discussion, g: place.group, n: n + 1, a: `Schrijver ${1 + Math.floor(next() * authors)}`, t: words.join(" "), c: moment(n) };
    });
    await pool.query(
      `INSERT INTO message (id, discussion_id, group_id, number, author_actor, text, created_at)
       SELECT gen_random_uuid(), d, g, n, md5(a)::uuid, t, c FROM jsonb_to_recordset($1::jsonb) AS given(d uuid, g uuid, n int, a text, t text, c timestamptz)`,
      [JSON.stringify(rows)],
    );
  }
}

/** Enough that what waits to be worked into the index of words is worked in several times. */
async function insertTimes(pool: pg.Pool, places: Place[]): Promise<number[]> {
  const taken: number[] = [];
  const words = vocabulary.slice(0, 25).join(" ");
  for (let index = 0; index < 3_000; index += 1) {
    const begun = performance.now();
    await pool.query("INSERT INTO message (id, discussion_id, group_id, number, author_actor, text) VALUES (gen_random_uuid(), $1, $2, $3, gen_random_uuid(), $4)", [places[0]!.discussion, places[0]!.group, -1 - index, `${words} ${vocabulary[index]}`]);
    taken.push(performance.now() - begun);
  }
  await pool.query("DELETE FROM message WHERE number < 0");
  return taken;
}
