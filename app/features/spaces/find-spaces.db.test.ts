import { expect, it } from "vitest";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makeSpace, makeTheme } from "#db/factories/make-space";
import { municipality, postcode, village } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { findPlaces, findSpaces, listThemes } from "./index.server";

const home = useDatabase();

async function region() {
  const house = testHouse(home.database);
  const { db } = house.database;
  await db.insert(municipality).values([
    { nis: "10001", name: "Zonnedorp", nameFr: "Zonnedorp", area: "Oost", population: 100 },
    { nis: "10002", name: "Waterdorp", nameFr: "Waterdorp", area: "West", population: 100 },
  ]);
  await db.insert(postcode).values([{ code: "1001", nis: "10001" }, { code: "2002", nis: "10002" }]);
  await db.insert(village).values([
    { nis: "10001", name: "Sint-Jan", postcode: "1001" },
    { nis: "10002", name: "Sint-Jan", postcode: "2002" },
    { nis: "10002", name: "Béverhoek", postcode: "2002" },
  ]);
  const organisationIds = [(await makeOrganisation(db)).id];
  const mobility = await makeTheme(db, { key: "mobility", position: 2 });
  const money = await makeTheme(db, { key: "money", name: "Rondkomen", position: 1 });
  await makeSpace(db, { slug: "zon", name: "Zon", themeKey: mobility, areas: ["10001"], organisationIds });
  await makeSpace(db, { slug: "water", name: "Water", themeKey: money, areas: ["10002"], organisationIds });
  await makeSpace(db, { slug: "overal", name: "Overal", themeKey: mobility, status: "paused", organisationIds });
  await makeSpace(db, { slug: "draft", name: "Draft", themeKey: mobility, status: "draft", areas: ["10001"], organisationIds });
  await makeSpace(db, { slug: "klaar", name: "Klaar", themeKey: mobility, status: "closed", areas: ["10001"], organisationIds });
  return ctxFor(house, null);
}

const slugs = (spaces: { slug: string }[]) => spaces.map((space) => space.slug);

it("shows everything that is open, then what is paused, and what ended apart; never a draft", async () => {
  const found = await findSpaces(await region(), {});
  expect(slugs(found.here)).toEqual(["water", "zon", "overal"]);
  expect(slugs(found.closed)).toEqual(["klaar"]);
  expect(found.elsewhere).toEqual([]);
  expect(found.suggestions).toEqual(["Béverhoek", "Sint-Jan (Waterdorp)", "Sint-Jan (Zonnedorp)", "Waterdorp", "Zonnedorp"]);
  expect(found.here[0]).toMatchObject({ organisations: ["Gemeente Proefdorp"], areas: ["Waterdorp"], theme: { name: "Rondkomen" } });
});

it("finds by village, however it is spelt, and by postcode; what is for the whole region is for everyone", async () => {
  const ctx = await region();
  const byVillage = await findSpaces(ctx, { place: " beverhoek" });
  expect(slugs(byVillage.here)).toEqual(["water", "overal"]);
  expect(slugs(byVillage.elsewhere)).toEqual(["zon"]);
  expect(slugs((await findSpaces(ctx, { place: "1001" })).here)).toEqual(["zon", "overal"]);
  expect(slugs((await findSpaces(ctx, { place: "1001", theme: "money" })).here)).toEqual([]);
});

it("asks which place is meant, and shows all of them meanwhile", async () => {
  const ctx = await region();
  const found = await findSpaces(ctx, { place: "sint jan" });
  expect(found.place).toEqual({ kind: "choose", choices: [{ label: "Sint-Jan (Waterdorp)", value: "Sint-Jan (Waterdorp)" }, { label: "Sint-Jan (Zonnedorp)", value: "Sint-Jan (Zonnedorp)" }] });
  expect(slugs(found.here)).toEqual(["water", "zon", "overal"]);
  expect((await findPlaces(ctx, "sint jan")).map((one) => one.nis).sort()).toEqual(["10001", "10002"]);
  expect((await findSpaces(ctx, { place: "Parijs" })).place).toEqual({ kind: "none" });
  expect(await findPlaces(ctx, "Parijs")).toEqual([]);
});

it("counts per theme what people can read or join", async () => {
  expect((await listThemes(await region())).map(({ key, spaces }) => [key, spaces])).toEqual([["money", 1], ["mobility", 2]]);
});
