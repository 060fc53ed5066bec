import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { DatabaseError, unwrapSqlError } from "./client.server";
import { organisation } from "./schema/index";
import { makeOrganisation } from "./factories/make-organisation";
import { isAnyOf, statement, type Given } from "./statement";
import { useDatabase } from "./test/use-database";

const home = useDatabase();

const findOrganisations = (onBuild: () => void = () => undefined) =>
  statement((db, { ids }: Given<{ ids: string[] }>) => {
    onBuild();
    return db.select({ id: organisation.id, createdAt: organisation.createdAt }).from(organisation).where(isAnyOf(organisation.id, ids)).orderBy(asc(organisation.id));
  });

it("is built once, for lists of any length, and gives rows as drizzle does", async () => {
  const { db } = home.database;
  const made = await Promise.all(Array.from({ length: 3 }, () => makeOrganisation(db)));
  const ids = made.map(({ id }) => id).sort();
  let built = 0;
  const find = findOrganisations(() => (built += 1));
  expect((await find(db, { ids })).map(({ id }) => id)).toEqual(ids);
  expect((await find(db, { ids: ids.slice(1) })).map(({ id }) => id)).toEqual(ids.slice(1));
  expect(await find(db, { ids: [] })).toEqual([]);
  expect((await find(db, { ids }))[0]!.createdAt).toBeInstanceOf(Date);
  expect(built).toBe(1);
});

it("runs in the transaction of each caller, not in the one that it was built in", async () => {
  const find = findOrganisations();
  const { value: kept } = await home.database.withTx(async (db) => {
    await find(db, { ids: [] });
    return { value: db };
  });
  let undone = "";
  const failed = home.database.withTx(async (db) => {
    const { id } = await makeOrganisation(db);
    expect((await find(db, { ids: [id] })).map((row) => row.id)).toEqual([id]);
    undone = id;
    throw new Error("undo");
  });
  await expect(failed).rejects.toThrow("undo");
  expect(await find(home.database.db, { ids: [undone] })).toEqual([]);
  await expect(find(kept, { ids: [undone] })).rejects.toSatisfy((error) => unwrapSqlError(error) instanceof DatabaseError);
});
