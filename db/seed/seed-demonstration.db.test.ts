import { eq, isNull, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { activitySignUp, discussion, factOutbox, groupMembership, installationSetting, joinRequest, mailOutbox, message, notice, organisation, person, questionSupport, space, spaceRole } from "#db/schema/index";
import { emptyAll, useDatabase } from "#db/test/use-database";
import { makePerson } from "#db/factories/make-person";
import { signIn } from "~/features/accounts/index.server";
import { makeCtx, type House } from "~/platform/ctx.server";
import { testHouse } from "~/platform/test/test-house";
import { loadRegion } from "./load-region";
import type { Demonstration } from "./regions/demonstration";
import { resolveMoment } from "./regions/moment";
import { removeDemonstration } from "./remove-demonstration";
import { seedDemonstration, type TryOut } from "./seed-demonstration";
import { seedReference } from "./seed-reference";
import { brokenStreams, stateOfTables } from "./test/walk-tables";

const home = useDatabase({ keep: true });
const today = new Date("2025-11-20T10:00:00Z");
const longEnough = 120_000;

async function emptyHouse(id: string): Promise<House> {
  const { database } = home;
  await emptyAll(database);
  const region = await loadRegion(id);
  await database.withTx(async (tx) => ({ value: await seedReference(tx, region) }));
  return { ...testHouse(database, { now: today }), region };
}

describe.each(["proefstreek", "westhoek"])("the demonstration of %s", (id) => {
  let house: House;
  let demo: Demonstration;
  let tryOuts: TryOut[];
  let before: Record<string, string>;
  const all = <T>(of: (one: Demonstration["spaces"][number]) => T[]) => demo.spaces.flatMap(of);

  test("is acted whole, everything at its own moment", { timeout: longEnough }, async () => {
    house = await emptyHouse(id);
    demo = await house.region.demonstration();
    const { db } = home.database;
    before = await stateOfTables(db);
    tryOuts = await seedDemonstration(house);

    expect(await db.$count(person)).toBe(demo.people.length);
    expect(await db.$count(organisation)).toBe(demo.organisations.length);
    const spaces = await db.select({ slug: space.slug, status: space.status, isExample: space.isExample, openedAt: space.openedAt }).from(space);
    expect(spaces.map((one) => one.slug).sort()).toEqual(demo.spaces.map((one) => one.slug).sort());
    for (const one of demo.spaces) {
      expect(spaces.find(({ slug }) => slug === one.slug)).toEqual({ slug: one.slug, status: one.status, isExample: true, openedAt: resolveMoment(one.opened, today, house.region.timeZone) });
    }
    expect(await db.$count(spaceRole, isNull(spaceRole.endedAt))).toBe(all(({ roles }) => roles).length);
    expect(await db.$count(groupMembership)).toBe(all(({ groups }) => groups).flatMap(({ members }) => members).length);
    expect(await db.$count(joinRequest, eq(joinRequest.state, "open"))).toBe(all(({ groups }) => groups).flatMap(({ requests }) => requests).length);
    expect(await db.$count(questionSupport)).toBe(all(({ discussions }) => discussions).flatMap(({ question }) => question?.supporters ?? []).length);
    expect(await db.$count(activitySignUp)).toBe(all(({ activities }) => activities).flatMap(({ signUps }) => signUps).length);
    const waiting = all(({ activities }) => activities).flatMap(({ signUps }) => signUps.filter(({ state }) => state === "waiting"));
    expect(await db.$count(activitySignUp, eq(activitySignUp.state, "waiting"))).toBe(waiting.length);

    const talk = await db.select({ title: discussion.title, state: discussion.questionState, text: message.text, at: message.createdAt }).from(message).innerJoin(discussion, eq(discussion.id, message.discussionId));
    const told = all(({ discussions }) => discussions).flatMap(({ title, question, messages }) =>
      messages.map((one) => ({ title, state: question?.state ?? null, text: one.text.trim(), at: resolveMoment(one, today, house.region.timeZone) })),
    );
    const inOrder = (list: typeof told) => list.map((one) => `${one.at.toISOString()} ${one.title} [${one.state}] ${one.text}`).sort();
    expect(inOrder(talk)).toEqual(inOrder(told));
  });

  test("leaves facts that number their streams without a hole, none of them later than now", async () => {
    const { db } = home.database;
    expect(await brokenStreams(db)).toEqual([]);
    const { rows } = await db.execute(sql`SELECT type FROM fact WHERE occurred_at > ${today.toISOString()}::timestamptz OR occurred_at < ${today.toISOString()}::timestamptz - interval '400 days'`);
    expect(rows).toEqual([]);
    expect(await db.$count(factOutbox)).toBe(0);
  });

  test("gave its people notices of the time, and sends no letter of a past that never was", async () => {
    const { db } = home.database;
    const notices = await db.select({ at: notice.createdAt, readAt: notice.readAt }).from(notice);
    expect(notices.length).toBeGreaterThan(demo.people.length);
    expect(notices.filter(({ at }) => at >= today)).toEqual([]);
    expect(notices.some(({ readAt }) => readAt !== null)).toBe(true);
    expect(await db.$count(mailOutbox)).toBe(0);
  });

  test("lets those who are printed sign in with the one password", { timeout: 30_000 }, async () => {
    expect(tryOuts.map(({ what }) => what)).toEqual(demo.people.flatMap(({ tryOut }) => tryOut ?? []));
    const keys = demo.people.filter(({ tryOut }) => tryOut).map(({ key }) => key);
    tryOuts.forEach(({ signInName }, place) => expect(signInName).toMatch(new RegExp(`^${keys[place]}-\\d{3}$`)));
    const { signInName, password } = tryOuts[0]!;
    expect(password.split(" ")).toHaveLength(4);
    const ctx = makeCtx(house, { device: "a-device" });
    const answer = await signIn(ctx, { name: signInName, password, device: "shared" });
    expect(answer.setCookies.length).toBeGreaterThan(0);
  });

  test("is there once: a second start changes nothing and says the same", async () => {
    const { db } = home.database;
    const loaded = await stateOfTables(db);
    expect(await seedDemonstration(house)).toEqual(tryOuts);
    expect(await stateOfTables(db)).toEqual(loaded);
  });

  test("can be taken away without a trace, and does not come back by itself", { timeout: longEnough }, async () => {
    const { db } = home.database;
    const removed = await removeDemonstration(house);
    expect(removed).toEqual({ people: demo.people.length, spaces: demo.spaces.length, organisations: demo.organisations.length, files: 0 });
    expect(await stateOfTables(db)).toEqual(before);
    expect(await db.select({ key: installationSetting.key, value: installationSetting.value }).from(installationSetting)).toEqual([{ key: "demonstration", value: { state: "removed" } }]);
    expect(await seedDemonstration(house)).toEqual([]);
    expect(await stateOfTables(db)).toEqual(before);
  });
});

test("a demonstration that the product refuses half-way leaves nothing, and the next start begins again", { timeout: longEnough }, async () => {
  const house = await emptyHouse("proefstreek");
  const { db } = home.database;
  const before = await stateOfTables(db);
  const sound = await house.region.demonstration();
  const broken = structuredClone(sound);
  broken.spaces[0]!.discussions[0]!.messages[2]!.text = " ";
  const refused = seedDemonstration({ ...house, region: { ...house.region, demonstration: async () => broken } });
  await expect(refused).rejects.toThrow('"moestuin: sam writes in slakken"');
  expect(await stateOfTables(db)).toEqual(before);
  expect(await db.$count(installationSetting)).toBe(0);
  expect(await seedDemonstration(house)).not.toEqual([]);
});

test("where real people are, nothing invented is added", async () => {
  const house = await emptyHouse("proefstreek");
  const { db } = home.database;
  await makePerson(db);
  const before = await stateOfTables(db);
  expect(await seedDemonstration(house)).toEqual([]);
  expect(await stateOfTables(db)).toEqual(before);
});
