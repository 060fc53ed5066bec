import argon2 from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { makeOrganisation } from "#db/factories/make-organisation";
import { fact, organisationSteward, person, session } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { makeCtx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { testHouse } from "~/platform/test/test-house";
import { changePassword, resolveActor, signIn } from "./index.server";
import { cookieHeader, ctxWithCookies, goodPassword, newAccount } from "./test/act-as";
import { readCookies } from "./cookies.server";

// Counts the verifications; nothing about them changes.
const verify = vi.spyOn(argon2, "verify");
afterAll(() => verify.mockRestore());
beforeEach(() => void verify.mockClear());

const home = useDatabase();
const failure = (attempt: Promise<unknown>) => attempt.then(() => null, ({ code, detail, status }: { code: string; detail: unknown; status: number }) => ({ code, detail, status }));

it("signs in with the sign-in name or a confirmed address, in capitals too, and under a new id", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house);
  const ctx = await ctxWithCookies(house, made.cookies);
  await signIn(ctx, { name: ` ${made.signInName.toUpperCase()} `, password: goodPassword });
  expect((await resolveActor(house, made.cookies)).session).toBeNull();
  await house.database.db.update(person).set({ email: "noor@voorbeeld.be" });
  await expect(signIn(makeCtx(house), { name: "noor@voorbeeld.be", password: goodPassword })).rejects.toMatchObject({ code: "wrong_sign_in" });
  await house.database.db.update(person).set({ emailConfirmedAt: house.now() });
  const { setCookies } = await signIn(makeCtx(house), { name: "Noor@voorbeeld.be", password: goodPassword });
  expect((await resolveActor(house, cookieHeader(setCookies))).actor.personId).toBe(made.personId);
  const facts = await house.database.db.select().from(fact).where(eq(fact.type, "accounts.signed-in"));
  expect(facts.map(({ actorId, data }) => ({ actorId, data }))).toEqual(Array(2).fill({ actorId: made.actorId, data: { device: "shared" } }));
});

it("answers alike, after the same work, for a wrong password and for nobody's name", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  verify.mockClear();
  const known = await failure(signIn(makeCtx(house), { name: signInName, password: "verkeerd-1" }));
  expect(verify).toHaveBeenCalledTimes(1);
  const unknown = await failure(signIn(makeCtx(house), { name: "niemand-111", password: "verkeerd-1" }));
  expect(verify).toHaveBeenCalledTimes(2);
  expect(unknown).toEqual(known);
  for (let tries = 1; tries < 10; tries += 1) {
    expect(await failure(signIn(makeCtx(house), { name: signInName, password: "verkeerd-1" }))).toEqual(known);
    expect(await failure(signIn(makeCtx(house), { name: "niemand-111", password: "verkeerd-1" }))).toEqual(unknown);
  }
  expect(await failure(signIn(makeCtx(house), { name: signInName, password: "verkeerd-1" }))).toMatchObject({ code: "too_many" });
  expect(await failure(signIn(makeCtx(house), { name: "niemand-111", password: "verkeerd-1" }))).toMatchObject({ code: "too_many" });
});

it("holds 500 addresses that try one account, and lets its owner in from a device that was there before", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house);
  verify.mockClear();
  for (let address = 0; address < 500; address += 1) {
    await failure(signIn(makeCtx(house, { address: `198.51.${address >> 8}.${address & 255}` }), { name: made.signInName, password: `raad-${address}` }));
  }
  expect(verify.mock.calls.length).toBeLessThanOrEqual(25);
  expect(await failure(signIn(makeCtx(house), { name: made.signInName, password: goodPassword }))).toMatchObject({ code: "too_many" });
  const { device, known } = readCookies(house, made.cookies);
  const fromOwn = (password: string) => signIn(makeCtx(house, { device }), { name: made.signInName, password, device: "own", deviceProofs: known });
  await fromOwn(goodPassword);
  // The device is only let past the strangers' limit; it has its own, and it needs the password.
  for (let tries = 0; tries < 10; tries += 1) expect(await failure(fromOwn("verkeerd-1"))).toMatchObject({ code: "wrong_sign_in" });
  expect(await failure(fromOwn(goodPassword))).toMatchObject({ code: "too_many" });
});

it("forgets a known device when the password changes, and knows none by an invented cookie", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house);
  const { device, known } = readCookies(house, made.cookies);
  await changePassword(made.ctx, { currentPassword: goodPassword, password: "acht-Andere-Appels" });
  for (let tries = 0; tries < 10; tries += 1) await failure(signIn(makeCtx(house), { name: made.signInName, password: "raad" }));
  for (const deviceProofs of [known, ["A".repeat(43)]]) {
    expect(await failure(signIn(makeCtx(house, { device }), { name: made.signInName, password: "acht-Andere-Appels", deviceProofs }))).toMatchObject({ code: "too_many" });
  }
});

it("counts only failures against an address, up to 200 an hour", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const { points, seconds } = limits.signInTriesPerAddress;
  for (let failed = 0; failed < points - 3; failed += 1) await house.limiter.consumeKey("sign-in-from|203.0.113.7", points, seconds);
  const ctx = () => makeCtx(house, { address: "203.0.113.7" });
  for (let person = 0; person < 6; person += 1) await signIn(ctx(), { name: signInName, password: goodPassword });
  const codes = [];
  for (let name = 0; name < 5; name += 1) codes.push((await failure(signIn(ctx(), { name: `niemand-${name}`, password: "raad" })))?.code);
  expect(codes).toEqual(["wrong_sign_in", "wrong_sign_in", "wrong_sign_in", "too_many", "too_many"]);
});

it("says that an account is out of use only to who knows the password", async () => {
  const house = testHouse(home.database);
  const { signInName, cookies } = await newAccount(house);
  await house.database.db.update(person).set({ disabledAt: house.now() });
  expect((await resolveActor(house, cookies)).session).toBeNull();
  expect(await failure(signIn(makeCtx(house), { name: signInName, password: "verkeerd-1" }))).toMatchObject({ code: "wrong_sign_in" });
  expect(await failure(signIn(makeCtx(house), { name: signInName, password: goodPassword }))).toMatchObject({ code: "account_disabled" });
});

it("keeps a cookie after the browser closes on one's own device alone, and leaves no other cookie on a shared computer", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const shared = await signIn(makeCtx(house), { name: signInName, password: goodPassword });
  expect(shared.setCookies).toHaveLength(1);
  expect(shared.setCookies[0]).toMatch(/^leerhoek_session=[a-z0-9]{40}; HttpOnly; Path=\/; SameSite=Lax$/);
  const own = await signIn(makeCtx(house), { name: signInName, password: goodPassword, device: "own" });
  expect(own.setCookies.map((line) => line.split("=")[0])).toEqual(["leerhoek_session", "leerhoek_device", "leerhoek_known"]);
  for (const line of own.setCookies) expect(line).toMatch(/; HttpOnly; Max-Age=\d{7,}; Path=\/; SameSite=Lax$/);
});

it("names its cookies __Host- and Secure where people use https", async () => {
  const house = testHouse(home.database, { env: { PUBLIC_URL: "https://leren.voorbeeld.be" } });
  const { setCookies, cookies } = await newAccount(house);
  for (const line of setCookies) expect(line).toMatch(/^__Host-leerhoek_\w+=.*; Path=\/; SameSite=Lax; Secure$/);
  expect((await resolveActor(house, cookies.replaceAll("__Host-", ""))).session).toBeNull();
});

it("gives staff the short lifetimes, on their own device too", async () => {
  const house = testHouse(home.database);
  const { signInName, personId } = await newAccount(house);
  const { id: organisationId } = await makeOrganisation(house.database.db);
  await house.database.db.insert(organisationSteward).values({ organisationId, personId });
  await house.database.db.delete(session);
  await signIn(makeCtx(house), { name: signInName, password: goodPassword, device: "own" });
  const [row] = await house.database.db.select().from(session);
  expect((row!.expiresAt.getTime() - house.now().getTime()) / 1_000).toBe(limits.ownDeviceStaff.idle);
  expect((row!.absoluteExpiresAt.getTime() - house.now().getTime()) / 1_000).toBe(limits.ownDeviceStaff.absolute);
});
