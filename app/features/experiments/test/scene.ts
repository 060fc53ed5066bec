import { randomUUID } from "node:crypto";
import type { Database } from "#db/client.server";
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
  /** Member of the group. */
  noor: MadePerson;
  /** Facilitator of the space. */
  fatima: MadePerson;
  /** Has an account, and no part in this. */
  stranger: MadePerson;
  as: (person: MadePerson | null) => Promise<Ctx>;
}

/** A leerplek with one group and three people; what is not given is public and open. */
export async function makeScene(
  database: Database,
  given: { group?: Parameters<typeof makeGroup>[1]; space?: Parameters<typeof makeSpace>[1] } = {},
): Promise<Scene> {
  const { db } = database;
  const house = testHouse(database);
  const space = await makeSpace(db, given.space);
  const group = await makeGroup(db, { ...given.group, spaceId: space.id });
  const [noor, fatima, stranger] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  await makeGroupMembership(db, { group, personId: noor.id, shownName: "Noor" });
  await makeSpaceRole(db, { spaceId: space.id, personId: fatima.id, role: "facilitator", organisationId: space.organisationId, function: "buurtwerker", shownName: "Fatima" });
  return { house, space, group, noor, fatima, stranger, as: (person) => ctxFor(house, person?.id ?? null) };
}

/** The three plain answers of a new experiment, with an id of its own. */
export const newExperiment = (groupId: string) => ({
  id: randomUUID(),
  groupId,
  title: "Een naaicafé op zaterdag",
  wantToKnow: "Komen er meer mensen op zaterdag?",
  whatWeDo: "Vier zaterdagen de deur open.",
  whenWeStop: "Na vier keer.",
});

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
