import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson } from "#db/factories/make-person";
import { fact, installationRole, organisation, organisationSteward, session } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import {
  appointSteward,
  changeOrganisation,
  endInstallationRole,
  endStewardship,
  giveInstallationRole,
  listOrganisations,
  makeOrganisation as recordOrganisation,
  readInstallationRoles,
  readOrganisationForm,
} from "../index.server";

const home = useDatabase();

async function office() {
  const house = testHouse(home.database);
  const { db } = house.database;
  const administrator = await makePerson(db, { name: "Dirkje", roles: ["administrator"] });
  const clerk = await makePerson(db, { name: "Bert" });
  await db.insert(session).values({ id: "a".repeat(64), personId: clerk.id, device: "own", label: "", expiresAt: new Date("2030-01-01"), absoluteExpiresAt: new Date("2030-01-01") });
  return { house, db, administrator, clerk, as: (person: { id: string } | null) => ctxFor(house, person?.id ?? null) };
}

const form = { name: "Gemeente Proefdorp", kind: "municipality", nis: "", phone: "050 00 00 00", email: "", website: "" };

it("lets an administrator alone add and change organisations, once per form", async () => {
  const { db, as, administrator, clerk } = await office();
  const id = randomUUID();
  await recordOrganisation(await as(administrator), { id, ...form });
  await recordOrganisation(await as(administrator), { id, ...form });
  expect(await db.select().from(organisation)).toHaveLength(1);
  await changeOrganisation(await as(administrator), { id, ...form, email: "Balie@Proefdorp.example", phone: "" });
  expect((await db.select().from(organisation))[0]).toMatchObject({ email: "balie@proefdorp.example", phone: null, nis: null });
  await expect(recordOrganisation(await as(clerk), { id: randomUUID(), ...form })).rejects.toMatchObject({ code: "not_found" });
  await expect(recordOrganisation(await as(null), { id: randomUUID(), ...form })).rejects.toMatchObject({ code: "sign_in" });
  await expect(changeOrganisation(await as(administrator), { id: randomUUID(), ...form })).rejects.toMatchObject({ code: "not_found" });
  await expect(recordOrganisation(await as(administrator), { id: randomUUID(), ...form, nis: "99999" })).rejects.toMatchObject({ detail: { fields: { nis: "not_valid" } } });
  await expect(recordOrganisation(await as(administrator), { id: randomUUID(), ...form, website: "javascript:alert(1)" })).rejects.toMatchObject({ detail: { fields: { website: "not_valid" } } });
  await expect(listOrganisations(await as(clerk))).rejects.toMatchObject({ code: "not_found" });
  expect(await listOrganisations(await as(administrator))).toMatchObject([{ id, stewards: 0 }]);
});

it("says who speaks for an organisation: never the administrator themselves, and old sessions end", async () => {
  const { db, as, administrator, clerk } = await office();
  const { id: organisationId } = await makeOrganisation(db);
  await expect(appointSteward(await as(administrator), { organisationId, signInName: administrator.signInName })).rejects.toMatchObject({ code: "not_yourself" });
  await expect(appointSteward(await as(clerk), { organisationId, signInName: administrator.signInName })).rejects.toMatchObject({ code: "not_found" });
  await expect(appointSteward(await as(administrator), { organisationId, signInName: "niemand-1" })).rejects.toMatchObject({ detail: { fields: { signInName: "not_valid" } } });
  await appointSteward(await as(administrator), { organisationId, signInName: ` ${clerk.signInName.toUpperCase()} ` });
  await expect(appointSteward(await as(administrator), { organisationId, signInName: clerk.signInName })).rejects.toMatchObject({ code: "already_done" });
  expect(await db.select().from(session).where(eq(session.personId, clerk.id))).toEqual([]);
  expect((await readOrganisationForm(await as(administrator), organisationId)).stewards).toEqual([{ actorId: clerk.actorId, signInName: clerk.signInName, name: "Bert" }]);
  await endStewardship(await as(administrator), { organisationId, actorId: clerk.actorId });
  await expect(endStewardship(await as(administrator), { organisationId, actorId: clerk.actorId })).rejects.toMatchObject({ code: "already_done" });
  expect(await db.select().from(organisationSteward)).toEqual([]);
  const told = await db.select().from(fact).where(and(eq(fact.stream, `person:${clerk.actorId}`), eq(fact.type, "organisation.stewardship")));
  expect(told.map((one) => one.data)).toEqual([{ given: true }, { given: false }]);
});

it("gives roles over the installation, never to oneself, and keeps one administrator", async () => {
  const { db, as, administrator, clerk } = await office();
  await expect(giveInstallationRole(await as(administrator), { role: "duty_desk", signInName: administrator.signInName })).rejects.toMatchObject({ code: "not_yourself" });
  await expect(giveInstallationRole(await as(clerk), { role: "duty_desk", signInName: administrator.signInName })).rejects.toMatchObject({ code: "not_found" });
  await giveInstallationRole(await as(administrator), { role: "duty_desk", signInName: clerk.signInName });
  await expect(giveInstallationRole(await as(administrator), { role: "duty_desk", signInName: clerk.signInName })).rejects.toMatchObject({ code: "already_done" });
  expect((await readInstallationRoles(await as(administrator))).map(({ role, mine }) => [role, mine])).toEqual([["administrator", true], ["duty_desk", false]]);
  await expect(endInstallationRole(await as(administrator), { role: "administrator", actorId: administrator.actorId })).rejects.toMatchObject({ code: "last_steward" });
  await endInstallationRole(await as(administrator), { role: "duty_desk", actorId: clerk.actorId });
  await expect(endInstallationRole(await as(administrator), { role: "duty_desk", actorId: clerk.actorId })).rejects.toMatchObject({ code: "already_done" });
  await giveInstallationRole(await as(administrator), { role: "administrator", signInName: clerk.signInName });
  await endInstallationRole(await as(clerk), { role: "administrator", actorId: administrator.actorId });
  expect(await db.select().from(installationRole)).toMatchObject([{ personId: clerk.id, role: "administrator" }]);
});
