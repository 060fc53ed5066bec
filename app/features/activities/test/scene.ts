import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server";
import { activitySignUp, municipality } from "#db/schema/index";
import { makeGroup, makeGroupMembership, type MadeGroup } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceRole, type MadeSpace } from "#db/factories/make-space";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import "../index.server";

export interface Scene {
  house: TestHouse;
  space: MadeSpace;
  group: MadeGroup;
  /** Members of the group. */
  noor: MadePerson;
  jef: MadePerson;
  rita: MadePerson;
  /** Facilitator of the space. */
  fatima: MadePerson;
  /** Helper of the space. */
  hilde: MadePerson;
  /** Has an account, and no part in this. */
  stranger: MadePerson;
  as: (person: MadePerson | null) => Promise<Ctx>;
}

/** A leerplek with one group and six people, in the morning of 20 November 2025; what is not given is public and open. */
export async function makeScene(
  database: Database,
  given: { group?: Parameters<typeof makeGroup>[1]; space?: Parameters<typeof makeSpace>[1] } = {},
): Promise<Scene> {
  const { db } = database;
  const house = testHouse(database);
  const space = await makeSpace(db, given.space);
  const group = await makeGroup(db, { ...given.group, spaceId: space.id });
  const people = { noor: await makePerson(db), jef: await makePerson(db), rita: await makePerson(db), fatima: await makePerson(db), hilde: await makePerson(db), stranger: await makePerson(db) };
  await makeGroupMembership(db, { group, personId: people.noor.id, shownName: "Noor" });
  await makeGroupMembership(db, { group, personId: people.jef.id, shownName: "Jef" });
  await makeGroupMembership(db, { group, personId: people.rita.id, shownName: "Rita" });
  for (const [role, person, shownName] of [["facilitator", people.fatima, "Fatima"], ["helper", people.hilde, "Hilde"]] as const) {
    await makeSpaceRole(db, { spaceId: space.id, personId: person.id, role, organisationId: space.organisationId, shownName });
  }
  return { house, space, group, ...people, as: (person) => ctxFor(house, person?.id ?? null) };
}

/** The municipality in which activities of these tests take place. */
export const proefdorp = "99001";
export async function makeMunicipality(database: Database): Promise<void> {
  await database.db.insert(municipality).values({ nis: proefdorp, name: "Proefdorp", nameFr: "Village-Essai", area: "Proefstreek", population: 5_000 }).onConflictDoNothing();
}

/** What the form for a new activity sends. */
export const newActivity = (groupId: string) => ({
  id: randomUUID(),
  groupId,
  experimentId: "",
  title: "Samen de bus leren nemen",
  description: "We rijden samen naar de markt.",
  date: "2025-12-03",
  from: "14:00",
  until: "16:30",
  place: "Aan het station",
  nis: "",
  howToGetThere: "Met de bus.",
  places: "8",
  price: "2,50",
  contactName: "Fatima",
  contactPhone: "050 00 00 00",
});

/** The same, for changing one. */
export function detailsOf(given: Partial<ReturnType<typeof newActivity>> = {}) {
  const { id: _id, groupId: _group, experimentId: _experiment, ...details } = { ...newActivity(""), ...given };
  return details;
}

export const signUpFor = (activityId: string) => ({ id: randomUUID(), activityId });

/** Who is on a list, in order: the name of the person or guest and how they stand there. */
export async function listOf(database: Database, scene: Scene, activityId: string): Promise<[string, string][]> {
  const names = new Map(Object.entries({ noor: scene.noor, jef: scene.jef, rita: scene.rita, fatima: scene.fatima, stranger: scene.stranger }).map(([name, { id }]) => [id, name]));
  const rows = await database.db.select().from(activitySignUp).where(eq(activitySignUp.activityId, activityId)).orderBy(activitySignUp.createdAt, activitySignUp.id);
  return rows.map((row) => [row.personId ? (names.get(row.personId) ?? "?") : (row.guestName ?? ""), row.state]);
}

/** The code with which something is refused; "accepted" when it is not. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "accepted";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
