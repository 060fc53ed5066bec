import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { installationRole, session } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { makeCtx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { testHouse, type TestHouse } from "~/platform/test/test-house";
import { resolveActor, sessionsStillValid, signIn, touchSession } from "./index.server";
import { cookieHeader, goodPassword, newAccount } from "./test/act-as";

const home = useDatabase();
const later = (house: TestHouse, seconds: number) => house.setNow(new Date(house.now().getTime() + seconds * 1_000));
const onShared = async (house: TestHouse, name: string) => cookieHeader((await signIn(makeCtx(house), { name, password: goodPassword, device: "shared" })).setCookies);

it("takes whatever is sent as cookies without failing", async () => {
  const house = testHouse(home.database);
  const { cookies } = await newAccount(house);
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom("%", "%00", "%E0%A4%A", "\0", "__proto__", "a".repeat(40), "A".repeat(40), "x".repeat(100_000), `${"a".repeat(40)}\n`),
  );
  const name = fc.oneof(fc.constantFrom("leerhoek_session", "__Host-leerhoek_session", "leerhoek_device", "leerhoek_known", "__proto__", " leerhoek_session "), value);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), fc.constantFrom("; ", ";", "=", ","), async (pairs, between) => {
      const found = await resolveActor(house, pairs.map((pair) => pair.join("=")).join(between));
      expect(found.actor.personId).toBeNull();
    }),
    { numRuns: 5_000 },
  );
  expect((await resolveActor(house, `leerhoek_session=%; other=1; ${cookies}`)).session).not.toBeNull();
}, 60_000);

it("opens nothing with what the table holds", async () => {
  const house = testHouse(home.database);
  await newAccount(house);
  const [row] = await house.database.db.select().from(session);
  for (const stolen of [row!.id, row!.id.slice(0, 40)]) expect((await resolveActor(house, `leerhoek_session=${stolen}`)).session).toBeNull();
});

it("ends a shared computer's session after a quarter of an hour of rest and after four hours at most", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const resting = await onShared(house, signInName);
  later(house, limits.sharedDevice.idle - 1);
  expect((await resolveActor(house, resting)).session).toMatchObject({ device: "shared" });
  later(house, limits.sharedDevice.idle);
  expect((await resolveActor(house, resting)).session).toBeNull();

  const busy = await onShared(house, signInName);
  let lasted = 0;
  while (lasted < 10 * 3_600 && (await resolveActor(house, busy)).session) {
    later(house, 600);
    lasted += 600;
  }
  expect(lasted).toBe(limits.sharedDevice.absolute);
});

it("keeps one's own device for thirty days of rest, ninety at most", async () => {
  const house = testHouse(home.database);
  const { cookies } = await newAccount(house, { device: "own" });
  for (let days = 29; days < 90; days += 29) {
    later(house, 29 * 86_400);
    expect((await resolveActor(house, cookies)).session).toMatchObject({ device: "own" });
  }
  later(house, 4 * 86_400);
  expect((await resolveActor(house, cookies)).session).toBeNull();
});

it("writes activity down at most once a minute, and live events count as activity too", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const cookies = await onShared(house, signInName);
  const begin = house.now();
  const lastActive = async () => (await house.database.db.select().from(session).where(eq(session.device, "shared")))[0]!.activeAt.getTime() - begin.getTime();
  later(house, 59);
  await resolveActor(house, cookies);
  expect(await lastActive()).toBe(0);
  later(house, 1);
  const { actor, session: touched } = await resolveActor(house, cookies);
  expect(await lastActive()).toBe(60_000);
  expect(touched!.endsAt.getTime()).toBe(house.now().getTime() + limits.sharedDevice.idle * 1_000);
  later(house, 120);
  await touchSession(house, actor.sessionId!);
  const before = await lastActive();
  house.setNow(new Date(house.now().getTime() + 120_000));
  // A page that stays open and asks by itself is nobody who is there.
  await resolveActor(house, cookies, false);
  expect(await lastActive()).toBe(before);
  expect(await lastActive()).toBe(180_000);
});

it("names the roles that hold now", async () => {
  const house = testHouse(home.database);
  const { cookies, personId } = await newAccount(house);
  await house.database.db.insert(installationRole).values([
    { personId, role: "coordinator" },
    { personId, role: "administrator", until: new Date(house.now().getTime() - 1) },
  ]);
  expect((await resolveActor(house, cookies)).actor.roles).toEqual(["coordinator"]);
});

it("tells in one question which sessions are still good", async () => {
  const house = testHouse(home.database);
  const [gone, stays] = [await newAccount(house), await newAccount(house)];
  const ids = [gone.ctx.actor.sessionId!, stays.ctx.actor.sessionId!, "0".repeat(64)];
  expect(await sessionsStillValid(house, ids)).toEqual(new Set(ids.slice(0, 2)));
  await house.database.db.update(session).set({ expiresAt: house.now() }).where(eq(session.id, ids[0]!));
  expect(await sessionsStillValid(house, ids)).toEqual(new Set([ids[1]]));
  expect(await sessionsStillValid(house, [])).toEqual(new Set());
});
