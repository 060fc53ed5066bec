import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceRole } from "#db/factories/make-space";
import { fact as factTable, organisationSteward, spaceMembership, stream } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { endRole, leaveAsOrganisation, pauseSpace } from "~/features/spaces/index.server";
import { mayWriteInGroup } from "~/permissions/groups";
import { defineAction } from "~/platform/define-action.server";
import { defineFact } from "~/platform/facts";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { accessGroup, archiveGroup, groupStream, leaveSpace, removeFromGroup, removeMember, setWriting } from "./index.server";

const home = useDatabase();

const written = defineFact({ name: "test.written", version: 1, audience: "group", label: { nl: "geschreven", en: "written" }, personalData: "never-exported", fields: {} });
/** Stands for everything that is written in a group: the same gate, the same rule. */
const write = defineAction({
  name: "test.write-in-group",
  input: z.strictObject({ groupId: z.uuid() }),
  load: (ctx, input) => accessGroup(ctx, input.groupId),
  allow: (actor, { relation }) => mayWriteInGroup(actor, relation),
  run: async (_ctx, { input, loaded, fact }) => fact(written, { stream: groupStream(input.groupId), spaceId: loaded.space.id, groupId: input.groupId, data: {} }),
});

let holder: pg.Client | undefined;
afterEach(async () => {
  await holder?.end();
  holder = undefined;
});

/** A second connection that holds the row in which every action of this group ends; what waits for it is as good as done. */
async function holdStream(groupId: string) {
  holder = new pg.Client({ connectionString: home.connectionString });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT 1 FROM stream WHERE id = $1 FOR UPDATE", [`group:${groupId}`]);
  return () => holder!.query("COMMIT");
}

/** Resolves once this many transactions wait for a lock; asks again and again, without a clock. */
async function untilWaiting(count: number) {
  for (;;) {
    const { rows } = await home.database.db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows[0]!.n >= count) return;
  }
}

async function scene() {
  const house = testHouse(home.database);
  const { db } = house.database;
  const [steward, facilitator, resident] = await Promise.all([makePerson(db), makePerson(db), makePerson(db)]);
  const town = await makeOrganisation(db);
  const care = await makeOrganisation(db, { name: "OCMW Veldhoek" });
  const space = await makeSpace(db, { organisationIds: [town.id, care.id] });
  await makeSpaceRole(db, { spaceId: space.id, personId: steward.id, organisationId: town.id, role: "space_steward" });
  const role = await makeSpaceRole(db, { spaceId: space.id, personId: facilitator.id, organisationId: care.id, role: "facilitator" });
  await db.insert(organisationSteward).values({ organisationId: care.id, personId: steward.id });
  const group = await makeGroup(db, { spaceId: space.id, visibility: "members", joining: "request" });
  await makeGroupMembership(db, { group, personId: resident.id });
  const [shown] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, resident.id));
  await db.insert(stream).values({ id: groupStream(group.id) });
  const as = (person: { id: string }) => ctxFor(house, person.id);
  const member = { membershipId: shown!.id, reason: "Zo afgesproken." };
  return {
    db,
    group,
    resident: { writer: resident, write: async () => write(await as(resident), { groupId: group.id }) },
    facilitator: { writer: facilitator, write: async () => write(await as(facilitator), { groupId: group.id }) },
    revokes: {
      "taken out of the group": async () => removeFromGroup(await as(facilitator), { groupId: group.id, ...member }),
      "taken out of the leerplek": async () => removeMember(await as(facilitator), { spaceId: space.id, ...member }),
      "may only read": async () => setWriting(await as(facilitator), { groupId: group.id, membershipId: shown!.id, mayWrite: "no" }),
      "leaves on another device": async () => leaveSpace(await as(resident), { spaceId: space.id }),
      "the group is archived": async () => archiveGroup(await as(facilitator), { groupId: group.id }),
      "the leerplek is paused": async () => pauseSpace(await as(steward), { spaceId: space.id }),
      "the role ends": async () => endRole(await as(steward), { spaceId: space.id, roleId: role.id }),
      "the organisation leaves": async () => leaveAsOrganisation(await as(steward), { spaceId: space.id, organisationId: care.id }),
    },
  };
}

const cases = [
  ["resident", "taken out of the group", "join_group"],
  ["resident", "taken out of the leerplek", "join_group"],
  ["resident", "may only read", "forbidden"],
  ["resident", "leaves on another device", "join_group"],
  ["resident", "the group is archived", "closed"],
  ["resident", "the leerplek is paused", "paused"],
  ["facilitator", "the role ends", "join_group"],
  ["facilitator", "the organisation leaves", "join_group"],
] as const;

it.each(cases)("a write of a %s that began before: %s waits for it", async (who, revoke) => {
  const { db, group, revokes, ...writers } = await scene();
  const release = await holdStream(group.id);
  const writing = writers[who].write();
  await untilWaiting(1);
  const revoking = revokes[revoke]();
  await untilWaiting(2);
  await release();
  await Promise.all([writing, revoking]);
  const types = (await db.select().from(factTable).where(eq(factTable.stream, groupStream(group.id))).orderBy(factTable.n)).map((one) => one.type);
  expect(types[0]).toBe("test.written");
  expect(types.length).toBeGreaterThan(1);
});

it.each(cases)("a write of a %s that comes after: %s refuses it", async (who, revoke, code) => {
  const { db, group, revokes, ...writers } = await scene();
  const release = await holdStream(group.id);
  const revoking = revokes[revoke]();
  await untilWaiting(1);
  const writing = writers[who].write();
  const refused = expect(writing).rejects.toMatchObject({ code });
  await untilWaiting(2);
  await release();
  await Promise.all([revoking, refused]);
  expect(await db.select().from(factTable).where(eq(factTable.type, "test.written"))).toEqual([]);
});
