import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "#db/test/use-database";

const home = useDatabase();

test("who had read up to a message has read all before it; nothing is new to them that was not", async () => {
  const name = readdirSync("db/migrations").find((file) => file.endsWith("_reading-ranges.sql"));
  const rows = await home.database.withTx(async (db) => {
    // It stands before the real one, and is gone with the transaction.
    await db.execute(sql`CREATE TEMPORARY TABLE reading_position (person_id int, up_to int NOT NULL) ON COMMIT DROP`);
    await db.execute(sql`INSERT INTO reading_position VALUES (1, 1), (2, 40), (3, 0)`);
    for (const step of readFileSync(`db/migrations/${name}`, "utf8").split("--> statement-breakpoint")) await db.execute(sql.raw(step));
    return { value: (await db.execute(sql`SELECT person_id, seen::text FROM reading_position ORDER BY person_id`)).rows };
  });
  expect(rows.value).toEqual([{ person_id: 1, seen: "{[1,2)}" }, { person_id: 2, seen: "{[1,41)}" }, { person_id: 3, seen: "{}" }]);
});
