import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "./test/use-database";

const home = useDatabase();

test("a", async () => {
  const { database } = home;
  expect((await database.db.execute(sql`select 1 as a`)).rows).toEqual([{ a: 1 }]);
});
