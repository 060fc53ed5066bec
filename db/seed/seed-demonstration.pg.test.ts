import { expect, test } from "vitest";
import { openDatabase } from "#db/client.server";
import { person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { testHouse } from "~/platform/test/test-house";
import { loadRegion } from "./load-region";
import { seedDemonstration } from "./seed-demonstration";
import { seedReference } from "./seed-reference";

const home = useDatabase();

test("two processes that start at once load it once, and both say how to sign in", { timeout: 120_000 }, async () => {
  const region = await loadRegion("proefstreek");
  const demo = await region.demonstration();
  await home.database.withTx(async (tx) => ({ value: await seedReference(tx, region) }));
  const other = openDatabase({ home: "postgres", connectionString: home.connectionString });
  try {
    const [one, two] = await Promise.all([home.database, other].map((database) => seedDemonstration({ ...testHouse(database), region })));
    expect(one).toHaveLength(demo.people.filter(({ tryOut }) => tryOut).length);
    expect(two).toEqual(one);
    expect(await other.db.$count(person)).toBe(demo.people.length);
  } finally {
    await other.close();
  }
});
