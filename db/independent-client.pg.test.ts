import { eq } from "drizzle-orm";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPostgresPackage } from "./prove-driver/postgres-client";
import { fact, installationSetting, municipality, organisation } from "./schema/index";
import { useDatabase } from "./test/use-database";

// Another program, with another driver, reads and writes the same rows: what the platform keeps is plain PostgreSQL.

const home = useDatabase();
let other: postgres.Sql;
beforeAll(() => {
  other = openPostgresPackage(home.connectionString, { max: 2 });
});
afterAll(() => other.end());

const moment = new Date("2026-03-29T01:30:00.123Z");
const ieper = { nis: "33011", name: "Ieper", nameFr: "Ypres", area: "Westhoek", population: 35_089 };

test("what the platform writes, another client reads: text, moments, large numbers, structures", async () => {
  await home.database.withTx(async (db) => {
    await db.insert(municipality).values(ieper);
    await db.insert(organisation).values({ name: "Dorpsraad 't Hoekske – “één” 🐄", kind: "association", nis: "33011", isExample: true });
    await db.insert(installationSetting).values({ key: "lijst", value: { naam: "Zoë", delen: [1, "twee", null, true] } });
    await db.insert(fact).values({ id: 9_007_199_254_740_991, type: "test", occurredAt: moment, data: { count: 3 } });
    return { value: undefined };
  });
  expect(await other`select o.name, o.is_example, m.name_fr, m.population from organisation o join municipality m using (nis)`).toMatchObject([
    { name: "Dorpsraad 't Hoekske – “één” 🐄", is_example: true, name_fr: "Ypres", population: 35_089 },
  ]);
  expect(await other`select value from installation_setting`).toMatchObject([{ value: { naam: "Zoë", delen: [1, "twee", null, true] } }]);
  expect(await other`select id, occurred_at, data from fact`).toMatchObject([{ id: "9007199254740991", occurred_at: moment, data: { count: 3 } }]);
});

test("what another client writes, the platform reads, and neither sees what the other has not committed", async () => {
  const { database } = home;
  const names = async () => (await database.db.select({ name: municipality.name }).from(municipality)).map(({ name }) => name);
  await other.begin(async (transaction) => {
    await transaction`insert into municipality (nis, name, name_fr, area, population) values ('33021', 'Poperinge', 'Poperinge', 'Westhoek', 19500)`;
    expect(await names()).toEqual([]);
  });
  expect(await names()).toEqual(["Poperinge"]);
  await database.withTx(async (db) => {
    await db.insert(municipality).values(ieper);
    expect(await other`select name from municipality`).toMatchObject([{ name: "Poperinge" }]);
    return { value: undefined };
  });
  expect(await other`select name from municipality order by name`).toMatchObject([{ name: "Ieper" }, { name: "Poperinge" }]);
});

test("the rules of the tables hold for every client", async () => {
  await other`insert into fact (type, occurred_at) values ('test', ${moment})`;
  await expect(other`update fact set type = 'altered'`).rejects.toMatchObject({ code: "LH001" });
  await expect(other`insert into organisation (name, kind, nis) values ('Nergens', 'other', '99999')`).rejects.toMatchObject({ code: "23503" });
  expect(await home.database.db.select({ type: fact.type, at: fact.occurredAt }).from(fact).where(eq(fact.type, "test"))).toEqual([{ type: "test", at: moment }]);
});
