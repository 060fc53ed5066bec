import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { migrate } from "./migrate.server";
import { emptyAll, useDatabase } from "./test/use-database";

const home = useDatabase();

test("a migrated database has nothing left to apply", async () => {
  expect(await migrate(home.database)).toEqual([]);
});

test("emptying the test database removes facts too, which nothing else may, and counters start again", async () => {
  const write = () => home.database.db.execute(sql`insert into fact (type, occurred_at) values ('test', now()) returning id`);
  expect((await write()).rows).toEqual([{ id: "1" }]);
  await expect(home.database.db.execute(sql`delete from fact`).execute()).rejects.toMatchObject({ cause: { code: "LH001" } });
  await emptyAll(home.database);
  expect((await write()).rows).toEqual([{ id: "1" }]);
});
