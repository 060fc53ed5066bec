import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server";
import { makeDiscussion } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceMembership } from "#db/factories/make-space";
import { makeConsent, makeStudy } from "#db/factories/make-study";
import { fact, municipality, release } from "#db/schema/index";
import "~/features/activities/index.server";
import "~/features/discussions/index.server";
import { AppError } from "~/platform/codes";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { askRelease, makeReleases } from "../index.server";
import { readZip } from "./read-zip";

/** What a call was refused with, or "done". */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** A leerplek with a group and a question in it, an organisation that agreed, a data steward and a researcher. */
export async function makeScene(database: Database) {
  const house = testHouse(database, { now: new Date("2025-11-20T10:00:00Z") });
  const { db } = database;
  const nis = `9${String(Math.floor(Math.random() * 10_000)).padStart(4, "0")}`;
  await db.insert(municipality).values({ nis, name: "Proefdorp", nameFr: "Proefdorp", area: "Noord", population: 1_000 });
  const speaker = await makePerson(db, { name: "Wim" });
  const organisation = await makeOrganisation(db, { name: "Gemeente Proefdorp", nis, stewards: [speaker.id] });
  const space = await makeSpace(db, { organisationIds: [organisation.id] });
  const group = await makeGroup(db, { spaceId: space.id });
  const [ann, lotte] = [await makePerson(db, { name: "Ann", roles: ["data_steward"] }), await makePerson(db, { name: "Lotte" })];
  const as = (person: Pick<MadePerson, "id"> | null) => ctxFor(house, person?.id ?? null);

  /** Somebody who takes part in the leerplek. */
  const resident = async (given: Parameters<typeof makePerson>[1] = {}): Promise<MadePerson> => {
    const person = await makePerson(db, given);
    await makeGroupMembership(db, { group, personId: person.id, shownName: given.name ?? "Noor" });
    return person;
  };
  /** A fact about taking part, as an action would have stated it. */
  const happened = async (actorId: string, given: Partial<typeof fact.$inferInsert> = {}) =>
    (await db.insert(fact).values({ type: "discussion.message-posted", occurredAt: new Date("2025-11-10T10:00:00Z"), actorId, spaceId: space.id, groupId: group.id, ...given }).returning())[0]!;
  /** Some people who said yes and each did something. */
  const participants = async (studyId: string, n: number): Promise<MadePerson[]> => {
    const people: MadePerson[] = [];
    for (let index = 0; index < n; index += 1) {
      const person = await resident();
      await makeConsent(db, { studyId, actorId: person.actorId });
      await happened(person.actorId);
      people.push(person);
    }
    return people;
  };
  const study = (given: Partial<Parameters<typeof makeStudy>[1]> = {}) =>
    makeStudy(db, { spaceIds: [space.id], agreed: [organisation.id], researchers: [lotte.id], stewardPersonId: ann.id, state: "open", openedAt: house.now(), ...given });
  /** Asks for a release as the researcher and has it made; the files in it, when there is one. */
  const make = async (studyId: string) => {
    const id = crypto.randomUUID();
    await askRelease(await as(lotte), { id, study: studyId });
    await makeReleases(house);
    const [row] = await db.select().from(release).where(eq(release.id, id));
    const zip = row!.state === "ready" ? readFileSync(join(house.dataDir, "releases", row!.fileName!)) : null;
    return { row: row!, zip, files: zip ? readZip(zip) : new Map<string, Buffer>() };
  };
  const discussion = await makeDiscussion(db, { group, authorActor: speaker.actorId });
  return { house, db, nis, organisation, speaker, space, group, discussion, ann, lotte, as, resident, happened, participants, study, make, makeSpaceMembership };
}
