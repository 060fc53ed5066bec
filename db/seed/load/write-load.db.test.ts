import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { readDiscussion } from "~/features/discussions/index.server";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { loadRegion } from "../load-region";
import { removeDemonstration } from "../remove-demonstration";
import { SeedError } from "../seed-error";
import { seedReference } from "../seed-reference";
import { brokenStreams, stateOfTables } from "../test/walk-tables";
import { planLoad } from "./plan-load";
import { writeLoad } from "./write-load";

const home = useDatabase();
const until = new Date("2025-11-20T00:00:00Z");
const size = { people: 120, messages: 2_500 };

async function referenceData() {
  const region = await loadRegion("proefstreek");
  await home.database.withTx(async (tx) => ({ value: await seedReference(tx, region) }));
  return { ...testHouse(home.database, { now: until }), region };
}

test("makes exactly as much as asked, the same every time, with facts that number their streams", { timeout: 60_000 }, async () => {
  const house = await referenceData();
  const { db } = home.database;
  const before = await stateOfTables(db);
  const made = await writeLoad(home.database, size, until, "no-password");
  expect(made).toMatchObject({ people: 120, messages: 2_500, groups: 3, spaces: 1 });
  expect(made.facts).toBe(planLoad(size, until).facts.length);
  expect(await brokenStreams(db)).toEqual([]);
  const { rows } = await db.execute(sql`
    SELECT d.id FROM discussion d LEFT JOIN message m ON m.discussion_id = d.id GROUP BY d.id
    HAVING d.message_count <> count(m.id) OR d.message_count <> max(m.number) OR d.last_message_at <> max(m.created_at) OR bool_or(m.created_at > ${until.toISOString()}::timestamptz)`);
  expect(rows).toEqual([]);
  const strangers = await db.execute(sql`
    SELECT m.id FROM message m JOIN actor a ON a.id = m.author_actor
    LEFT JOIN group_membership gm ON gm.group_id = m.group_id AND gm.person_id = a.person_id WHERE gm.id IS NULL`);
  expect(strangers.rows).toEqual([]);

  const first = await stateOfTables(db);
  await removeDemonstration(house);
  expect(await stateOfTables(db)).toEqual(before);
  await writeLoad(home.database, size, until, "no-password");
  const again = await stateOfTables(db);
  for (const table of ["person", "actor", "message", "discussion", "group_membership", "space_membership", "reading_position", "stream"]) expect(again[table]).toBe(first[table]);
});

test("what it made can be read as anything else", async () => {
  const house = await referenceData();
  await writeLoad(home.database, { people: 20, messages: 200, groups: 2 }, until, "no-password");
  const { people, discussions, groupMembers } = planLoad({ people: 20, messages: 200, groups: 2 }, until);
  const one = discussions.reduce((longest, each) => (each.messages > longest.messages ? each : longest));
  const member = people.find(({ id }) => groupMembers.some(({ group, person }) => group === one.group && person === id))!;
  const page = await readDiscussion(await ctxFor(house, member.id), { id: one.id });
  expect(JSON.stringify(page)).toContain(one.title);
});

test("the same load is not made twice, another seed makes another", async () => {
  await referenceData();
  const small = { people: 3, messages: 5 };
  await writeLoad(home.database, small, until, "no-password");
  await expect(writeLoad(home.database, small, until, "no-password")).rejects.toThrow(SeedError);
  await writeLoad(home.database, { ...small, seed: 2 }, until, "no-password");
  expect((await home.database.db.execute(sql`SELECT count(*)::int AS n FROM person`)).rows).toEqual([{ n: 6 }]);
});
