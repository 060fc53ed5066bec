import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { person, spaceMembership, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { accessGroup, groupStream } from "~/features/groups/index.server";
import { mayWriteInGroup } from "~/permissions/groups";
import { streamId } from "~/platform/streams";
import { ctxFor, ctxOfHouse, testHouse } from "~/platform/test/test-house";
import { collectFacts } from "~/platform/write-facts.server";
import { imposeStanding, liftStanding, type NewStanding } from "./index.server";

const home = useDatabase();

async function makeMember() {
  const house = testHouse(home.database);
  const { db } = home.database;
  const group = await makeGroup(db);
  const other = await makeGroup(db, { spaceId: group.spaceId, name: "Fietsen" });
  const noor = await makePerson(db);
  for (const one of [group, other]) await makeGroupMembership(db, { group: one, personId: noor.id });
  /** Runs in a transaction, as an action would, and gives the facts it stated. */
  const inside = async <T>(run: (ctx: ReturnType<typeof ctxOfHouse>, fact: ReturnType<typeof collectFacts>["fact"]) => Promise<T>) => {
    const { facts, fact } = collectFacts(ctxOfHouse(house));
    const { value } = await home.database.withTx(async (db) => ({ value: await run({ ...ctxOfHouse(house), db, writing: true }, fact) }));
    return { value, facts };
  };
  const verdict = async (one: typeof group) => {
    const ctx = await ctxFor(house, noor.id);
    return mayWriteInGroup(ctx.actor, (await accessGroup(ctx, one.id)).relation);
  };
  const mute = (given: Partial<NewStanding> = {}): NewStanding => ({ personId: noor.id, kind: "mute", spaceId: group.spaceId, groupId: group.id, caseId: null, until: null, ...given });
  return { house, db, group, other, noor, inside, verdict, mute };
}

test("a mute in a group holds there alone; in a space it holds in all of its groups", async () => {
  const { group, other, inside, verdict, mute } = await makeMember();
  const { value: id } = await inside((ctx, fact) => imposeStanding(ctx, mute(), fact));
  expect([await verdict(group), await verdict(other)]).toEqual(["muted", true]);
  await inside((ctx, fact) => liftStanding(ctx, id, fact));
  expect(await verdict(group)).toBe(true);
  await inside((ctx, fact) => imposeStanding(ctx, mute({ groupId: null }), fact));
  expect([await verdict(group), await verdict(other)]).toEqual(["muted", "muted"]);
});

test("it ends by itself on its date", async () => {
  const { house, group, inside, verdict, mute } = await makeMember();
  await inside((ctx, fact) => imposeStanding(ctx, mute({ until: new Date("2025-11-21T10:00:00Z") }), fact));
  expect(await verdict(group)).toBe("muted");
  house.setNow(new Date("2025-11-21T10:00:00Z"));
  expect(await verdict(group)).toBe(true);
});

test("each change raises the row that grants the right, and tells the group and the person without naming anybody", async () => {
  const { db, group, noor, inside, mute } = await makeMember();
  const revOf = async () => (await db.select().from(spaceMembership).where(eq(spaceMembership.personId, noor.id)))[0]!.rev;
  const before = await revOf();
  const imposed = await inside((ctx, fact) => imposeStanding(ctx, mute({ kind: "suspension" }), fact));
  expect(await revOf()).toBe(before + 1);
  expect(imposed.facts.map((one) => [one.type.name, one.stream, one.data])).toEqual([
    ["house-rules.standing-changed-in-group", groupStream(group.id), {}],
    ["house-rules.your-standing-changed", streamId("person", noor.actorId), { kind: "suspension", given: true }],
  ]);
  expect(imposed.facts.every((one) => one.type.unsigned && one.type.changesAccess)).toBe(true);
  const lifted = await inside((ctx, fact) => liftStanding(ctx, imposed.value, fact));
  expect(await revOf()).toBe(before + 2);
  expect(lifted.facts.at(-1)!.data).toEqual({ kind: "suspension", given: false });
  const again = await inside((ctx, fact) => liftStanding(ctx, imposed.value, fact));
  expect(again.facts).toEqual([]);
});

test("goes with the account, and lifting it then does nothing", async () => {
  const { db, noor, inside, mute } = await makeMember();
  const { value } = await inside((ctx, fact) => imposeStanding(ctx, mute(), fact));
  await db.delete(person).where(eq(person.id, noor.id));
  expect(await db.select().from(standing)).toEqual([]);
  expect((await inside((ctx, fact) => liftStanding(ctx, value, fact))).facts).toEqual([]);
});
