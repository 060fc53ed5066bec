import { randomUUID } from "node:crypto";
import type { Database } from "#db/client.server";
import { makeDiscussion } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership, type MadeGroup } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceMembership, makeSpaceRole, type MadeSpace } from "#db/factories/make-space";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import "../index.server";

export interface Scene {
  house: TestHouse;
  space: MadeSpace;
  group: MadeGroup;
  discussion: Awaited<ReturnType<typeof makeDiscussion>>;
  /** Members of the group, by their shown name. */
  noor: MadePerson;
  jef: MadePerson;
  /** Facilitator of the space, with a name in it. */
  fatima: MadePerson;
  /** Has an account, and no part in this. */
  stranger: MadePerson;
  as: (person: MadePerson | null) => Promise<Ctx>;
}

/** A leerplek with one group, in it a conversation without messages, and four people; what is not given is public and open. */
export async function makeScene(
  database: Database,
  given: { group?: Parameters<typeof makeGroup>[1]; space?: Parameters<typeof makeSpace>[1]; kind?: "conversation" | "question" | "announcement"; house?: TestHouse } = {},
): Promise<Scene> {
  const { db } = database;
  const house = given.house ?? testHouse(database);
  const space = await makeSpace(db, given.space);
  const group = await makeGroup(db, { ...given.group, spaceId: space.id });
  const [noor, jef, fatima, stranger] = [await makePerson(db), await makePerson(db), await makePerson(db), await makePerson(db)];
  const joinedAt = new Date(house.now().getTime() - 86_400_000);
  await makeGroupMembership(db, { group, personId: noor.id, shownName: "Noor", joinedAt });
  await makeGroupMembership(db, { group, personId: jef.id, shownName: "Jef", joinedAt });
  await makeSpaceMembership(db, { spaceId: space.id, personId: fatima.id, shownName: "Fatima" });
  await makeSpaceRole(db, { spaceId: space.id, personId: fatima.id, role: "facilitator", organisationId: space.organisationId, function: "buurtwerker" });
  const discussion = await makeDiscussion(db, { group, authorActor: noor.actorId, kind: given.kind, createdAt: house.now(), lastMessageAt: house.now() });
  return { house, space, group, discussion, noor, jef, fatima, stranger, as: (person) => ctxFor(house, person?.id ?? null) };
}

/** A new message for an action, with an id of its own. */
export const newMessage = (discussion: { id: string }, text = "Dag allemaal") => ({ id: randomUUID(), discussion: discussion.id, text });

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
