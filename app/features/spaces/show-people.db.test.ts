import { expect, it } from "vitest";
import { makePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceMembership, makeSpaceRole } from "#db/factories/make-space";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { showPeople } from "./index.server";

const home = useDatabase();

it("names people to those with an account, staff to everyone, nobody who is gone", async () => {
  const house = testHouse(home.database);
  const { db } = house.database;
  const space = await makeSpace(db);
  const [shy, proud, staff, reader, outsider] = await Promise.all([makePerson(db), makePerson(db), makePerson(db), makePerson(db), makePerson(db)]);
  const shyHere = await makeSpaceMembership(db, { spaceId: space.id, personId: shy.id, shownName: "Merel" });
  const proudHere = await makeSpaceMembership(db, { spaceId: space.id, personId: proud.id, shownName: "Jan", nameForEveryone: true });
  await makeSpaceRole(db, { spaceId: space.id, personId: staff.id, organisationId: space.organisationId, role: "facilitator", function: "" });
  await makeSpaceRole(db, { spaceId: space.id, personId: staff.id, organisationId: space.organisationId, role: "moderator", function: "wijkwerker" });
  const goneActor = crypto.randomUUID();
  const ids = [shy, proud, staff, outsider].map((one) => one.actorId).concat(goneActor);

  const signedIn = await showPeople(await ctxFor(house, reader.id), space.id, ids);
  expect(signedIn.get(shy.actorId)).toEqual({ membershipId: shyHere.id, shownName: "Merel" });
  expect(signedIn.get(staff.actorId)).toMatchObject({ shownName: "Marie", staff: { role: "moderator", function: "wijkwerker", organisation: "Gemeente Proefdorp" } });
  expect(signedIn.get(goneActor)).toEqual({ membershipId: null, shownName: "vroegere deelnemer", gone: true });
  expect(signedIn.get(outsider.actorId)).toEqual({ membershipId: null, shownName: "een deelnemer" });

  const without = await showPeople(await ctxFor(house, null), space.id, ids);
  expect(without.get(shy.actorId)).toEqual({ membershipId: null, shownName: "een deelnemer" });
  expect(without.get(proud.actorId)).toEqual({ membershipId: proudHere.id, shownName: "Jan" });
  expect(without.get(staff.actorId)?.shownName).toBe("Marie");
});

it("stops showing a function that ended or ran out", async () => {
  const house = testHouse(home.database);
  const { db } = house.database;
  const space = await makeSpace(db);
  const person = await makePerson(db);
  await makeSpaceRole(db, { spaceId: space.id, personId: person.id, organisationId: space.organisationId, until: new Date("2025-12-01T00:00:00Z") });
  expect((await showPeople(await ctxFor(house, null), space.id, [person.actorId])).get(person.actorId)?.staff).toBeDefined();
  house.setNow(new Date("2025-12-02T00:00:00Z"));
  expect((await showPeople(await ctxFor(house, null), space.id, [person.actorId])).get(person.actorId)).toEqual({ membershipId: null, shownName: "een deelnemer" });
});
