import { expect, it } from "vitest";
import { fact, session } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { makeCtx, theHouse } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { defineAction } from "~/platform/define-action.server";
import { testHouse } from "~/platform/test/test-house";
import {
  cookiesAfterLostSession,
  endSession,
  extendSession,
  headersAfterSignOut,
  listSessions,
  removeExpired,
  renewSession,
  resolveActor,
  signIn,
  signOut,
  signOutEverywhere,
} from "./index.server";
import { NoInput } from "./input";
import { cookieHeader, ctxWithCookies, goodPassword, newAccount } from "./test/act-as";

const home = useDatabase();

it("ends the session and takes every trace from a shared computer", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const cookies = cookieHeader((await signIn(makeCtx(house), { name: signInName, password: goodPassword })).setCookies);
  const answer = await signOut(await ctxWithCookies(house, cookies), {});
  expect((await resolveActor(house, cookies)).session).toBeNull();
  expect(answer.device).toBe("shared");
  expect(answer.setCookies.map((line) => line.split(";")[0])).toEqual(["leerhoek_session=", "leerhoek_device=", "leerhoek_known=", "calm="]);
  for (const line of answer.setCookies) expect(line).toContain("Max-Age=0");
  expect(cookiesAfterLostSession(house)).toEqual(answer.setCookies);
});

it("asks the browser to clear itself where browsers heed that", () => {
  const clears = (publicUrl: string, device: "own" | "shared") => headersAfterSignOut({ publicUrl }, device)["Clear-Site-Data"];
  expect(clears("https://leren.voorbeeld.be", "shared")).toBe('"cache", "cookies", "storage"');
  expect(clears("http://127.0.0.1:3000", "shared")).toBeDefined();
  expect(clears("http://192.168.1.20:3000", "shared")).toBeUndefined();
  expect(clears("https://leren.voorbeeld.be", "own")).toBeUndefined();
  expect(headersAfterSignOut({ publicUrl: "https://leren.voorbeeld.be" }, "own")["Cache-Control"]).toBe("no-store");
});

it("leaves no way back to a session that has ended", async () => {
  const house = testHouse(home.database);
  const { ctx } = await newAccount(house);
  await signOut(ctx, {});
  await expect(signOut(ctx, {})).rejects.toMatchObject({ code: "session_ended" });
  await expect(extendSession(ctx, {})).rejects.toMatchObject({ code: "session_ended" });
  await expect(signOut(makeCtx(house), {})).rejects.toMatchObject({ code: "sign_in" });
});

it("signs out one device of one's own, never another's", async () => {
  const house = testHouse(home.database);
  const [mine, theirs] = [await newAccount(house), await newAccount(house, { name: "Iemand" })];
  const second = cookieHeader((await signIn(makeCtx(house), { name: mine.signInName, password: goodPassword, label: "Chrome · Android" })).setCookies);
  const listed = await listSessions(mine.ctx);
  expect(listed.map(({ current, device, label }) => ({ current, device, label }))).toEqual([
    { current: true, device: "own", label: "" },
    { current: false, device: "shared", label: "Chrome · Android" },
  ]);
  await expect(endSession(mine.ctx, { session: theirs.ctx.actor.sessionId! })).rejects.toMatchObject({ code: "not_found" });
  await expect(endSession(mine.ctx, { session: "0".repeat(64) })).rejects.toMatchObject({ code: "not_found" });
  await endSession(mine.ctx, { session: listed[1]!.id });
  expect((await resolveActor(house, second)).session).toBeNull();
  expect((await resolveActor(house, mine.cookies)).session).not.toBeNull();
  expect((await resolveActor(house, theirs.cookies)).session).not.toBeNull();
});

it("signs out everywhere and says so in the person's own stream", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house);
  await signIn(makeCtx(house), { name: made.signInName, password: goodPassword });
  expect(await signOutEverywhere(made.ctx, {})).toMatchObject({ ended: 2 });
  expect(await house.database.db.select().from(session)).toEqual([]);
  expect(house.published.at(-1)).toMatchObject({ type: "accounts.sessions-ended", stream: `person:${made.actorId}`, data: { reason: "everywhere", sessions: 2 } });
});

it("lengthens a shared computer's session at least ten times, never past its end", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const cookies = cookieHeader((await signIn(makeCtx(house), { name: signInName, password: goodPassword })).setCookies);
  const begin = house.now().getTime();
  const ends: number[] = [];
  for (let minutes = 14; minutes < 240; minutes += 14) {
    house.setNow(new Date(begin + minutes * 60_000));
    ends.push((await extendSession(await ctxWithCookies(house, cookies), {})).endsAt.getTime() - begin);
  }
  expect(ends.length).toBeGreaterThanOrEqual(10);
  expect(ends[0]).toBe((14 * 60 + limits.sharedDevice.idle) * 1_000);
  expect(ends.at(-1)).toBe(limits.sharedDevice.absolute * 1_000);
});

it("gives a new id, and ends the other sessions, when somebody takes a role", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house);
  const second = cookieHeader((await signIn(makeCtx(house), { name: made.signInName, password: goodPassword })).setCookies);
  const takeRole = defineAction({ name: "test.take-role", input: NoInput, load: async () => undefined, allow: () => true, run: (ctx, { fact }) => renewSession(ctx, fact) });
  const cookie = await takeRole(made.ctx, {});
  expect((await resolveActor(house, cookieHeader([cookie!]))).session).toMatchObject({ device: "own" });
  for (const old of [made.cookies, second]) expect((await resolveActor(house, old)).session).toBeNull();
  expect(await takeRole(makeCtx(house), {})).toBeNull();
});

it("clears away what ran out and nothing else", async () => {
  const house = testHouse(home.database);
  const own = await newAccount(house);
  await signIn(makeCtx(house), { name: own.signInName, password: goodPassword });
  house.setNow(new Date(house.now().getTime() + 26 * 3_600_000));
  await removeExpired(makeCtx(house, { actor: theHouse }));
  expect(await house.database.db.select({ device: session.device }).from(session)).toEqual([{ device: "own" }]);
  expect((await house.database.db.select().from(fact)).length).toBeGreaterThan(0);
});
