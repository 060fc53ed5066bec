import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { actor, discussion, fact, group, mailOutbox, message, notice, organisation, person, space, stream } from "#db/schema/index";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson } from "#db/factories/make-person";
import { makeSpace } from "#db/factories/make-space";
import { useDatabase } from "#db/test/use-database";
import { postMessage, startDiscussion } from "~/features/discussions/index.server";
import { joinGroup } from "~/features/groups/index.server";
import { makeOrganisation as recordOrganisation, startSpace } from "~/features/spaces/index.server";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { loadRegion } from "./load-region";
import { removeDemonstration } from "./remove-demonstration";
import { seedDemonstration } from "./seed-demonstration";
import { seedReference } from "./seed-reference";
import { brokenStreams, findTraces } from "./test/walk-tables";

const home = useDatabase();
const uuid = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, "0")}`;

/** The demonstration, and beside it a leerplek of real people where an invented person takes part too. */
async function makeMixedHouse() {
  const { database } = home;
  const { db } = database;
  const region = await loadRegion("proefstreek");
  await database.withTx(async (tx) => ({ value: await seedReference(tx, region) }));
  const house = { ...testHouse(database, { now: new Date("2025-11-20T10:00:00Z") }), region };
  await seedDemonstration(house);
  const demo = await region.demonstration();

  const [noor, jef] = [await makePerson(db, { name: "Noor Janssens" }), await makePerson(db, { name: "Jef Peeters" })];
  const real = await makeOrganisation(db, { name: "Gemeente Echtbeke" });
  const itsSpace = await makeSpace(db, { organisationIds: [real.id], themeKey: region.themes[0]!.key });
  const itsGroup = await makeGroup(db, { spaceId: itsSpace.id });
  await makeGroupMembership(db, { group: itsGroup, personId: noor.id, shownName: "Noor" });
  const invented = async (key: string) => (await db.select().from(person).where(sql`${person.signInName} LIKE ${`${key}-%`}`))[0]!;
  const ria = await invented("ria");
  await joinGroup(await ctxFor(house, ria.id), { groupId: itsGroup.id, shownName: "Ria van de buren", agree: "yes" });
  await startDiscussion(await ctxFor(house, noor.id), { id: uuid(1), groupId: itsGroup.id, kind: "conversation", title: "Wie rijdt er mee?", text: "Zaterdag." });
  await postMessage(await ctxFor(house, ria.id), { id: uuid(2), discussion: uuid(1), text: "Ik!" });
  await postMessage(await ctxFor(house, noor.id), { id: uuid(3), discussion: uuid(1), text: "Fijn.", replyTo: uuid(2) });
  // And a real person in the invented leerplek.
  const [garden] = await db.select({ id: group.id }).from(group).where(eq(group.name, "De tuin"));
  await joinGroup(await ctxFor(house, jef.id), { groupId: garden!.id, shownName: "Jef", agree: "yes" });
  return { house, demo, db, noor, jef, invented, itsSpace, itsGroup, real };
}

test("leaves what is real as it was, and of what was invented neither id nor name nor address", { timeout: 120_000 }, async () => {
  const { house, demo, db, noor, jef, itsSpace, itsGroup, real } = await makeMixedHouse();
  const ids = async (query: Promise<{ id: string }[]>) => (await query).map(({ id }) => id);
  const invented = [
    ...(await ids(db.select({ id: person.id }).from(person).where(eq(person.isExample, true)))),
    ...(await ids(db.select({ id: actor.id }).from(actor).innerJoin(person, eq(person.id, actor.personId)).where(eq(person.isExample, true)))),
    ...(await ids(db.select({ id: organisation.id }).from(organisation).where(eq(organisation.isExample, true)))),
    ...(await ids(db.select({ id: space.id }).from(space).where(eq(space.isExample, true)))),
    ...(await ids(db.select({ id: group.id }).from(group).innerJoin(space, eq(space.id, group.spaceId)).where(eq(space.isExample, true)))),
    ...(await ids(db.select({ id: discussion.id }).from(discussion).innerJoin(space, eq(space.id, discussion.spaceId)).where(eq(space.isExample, true)))),
  ];
  const names = [...demo.people.flatMap(({ name, email }) => [name, email ?? name]), ...demo.organisations.flatMap(({ name, email }) => [name, email ?? name]), ...demo.spaces.flatMap(({ name, slug }) => [name, slug]), "Ria van de buren"];
  const words = [...invented, ...names];
  expect(await findTraces(db, words)).not.toEqual([]);

  await removeDemonstration(house);
  expect(await findTraces(db, words)).toEqual([]);
  expect(await db.$count(person)).toBe(2);
  expect(await db.select({ id: space.id }).from(space)).toEqual([{ id: itsSpace.id }]);
  expect(await db.select({ id: organisation.id }).from(organisation)).toEqual([{ id: real.id }]);
  const left = await db.select({ id: message.id, text: message.text, number: message.number, author: message.authorActor }).from(message).where(eq(message.groupId, itsGroup.id)).orderBy(message.number);
  expect(left.map(({ id, text }) => [id, text])).toEqual([[expect.any(String), "Zaterdag."], [uuid(2), "Ik!"], [uuid(3), "Fijn."]]);
  expect(await db.select().from(actor).where(eq(actor.id, left[1]!.author))).toEqual([]);
  expect(left.map(({ author }) => author === noor.actorId)).toEqual([true, false, true]);
  expect(await brokenStreams(db)).toEqual([]);
  expect((await db.select({ id: stream.id }).from(stream)).map(({ id }) => id).filter((id) => !id.endsWith(jef.actorId) && !id.endsWith(noor.actorId)).sort()).toEqual([`group:${itsGroup.id}`, `space:${itsSpace.id}`]);
  await expect(db.delete(fact)).rejects.toThrow();
});

test("takes along what was begun in invented names, and letters that were put down as files", { timeout: 120_000 }, async () => {
  const { house, db, noor, invented } = await makeMixedHouse();
  const [administrator, steward] = [await invented("dirkje"), await invented("bert")];
  await recordOrganisation(await ctxFor(house, administrator.id), { id: uuid(10), name: "Net verzonnen", kind: "other" });
  const [lead] = await db.select({ id: organisation.id }).from(organisation).where(eq(organisation.name, "Bestuur Krekelgem (voorbeeld)"));
  await startSpace(await ctxFor(house, steward.id), {
    id: uuid(11), organisationId: lead!.id, name: "Zomaar geprobeerd", summary: "Om te zien hoe het gaat.", themeKey: "buiten", areas: [], visibility: "public", joining: "open", houseRules: ["Wees lief."],
    contactName: "Bert", contactPhone: "000 00 00 01", dataProtectionContact: "Bert", shownName: "Bert", function: "beheerder",
  });
  await db.insert(notice).values({ personId: noor.id, kind: "space.status-changed", spaceId: uuid(11), href: "/", dedupeKey: "one" });
  await db.insert(mailOutbox).values({ address: "krekelgem@proefstreek.example", kind: "letter", subject: "Een brief", body: "", dedupeKey: "two" });
  const mail = join(house.dataDir, "mail");
  mkdirSync(mail, { recursive: true });
  writeFileSync(join(mail, "invented.eml"), "To: krekelgem@proefstreek.example\n\nDag.\n");
  writeFileSync(join(mail, "real.eml"), "To: noor@example.org\n\nDag.\n");

  const removed = await removeDemonstration(house);
  expect(removed.files).toBe(1);
  expect(readdirSync(mail)).toEqual(["real.eml"]);
  expect(await findTraces(db, [uuid(10), uuid(11), "Net verzonnen", "Zomaar geprobeerd", "krekelgem@proefstreek.example", administrator.id, steward.id])).toEqual([]);
  expect(await removeDemonstration(house)).toEqual({ people: 0, spaces: 0, organisations: 0, files: 0 });
});
