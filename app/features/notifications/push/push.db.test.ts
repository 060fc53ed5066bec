import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { groupMembership, installationSetting, person, pushDevice, pushOutbox, session, theme } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { endSessions, signOutEverywhere } from "~/features/accounts/index.server";
import { markRead, postMessage } from "~/features/discussions/index.server";
import { makeScene, newMessage, refusal } from "~/features/discussions/test/scene";
import type { Ctx } from "~/platform/ctx.server";
import { handleFacts } from "~/platform/fact-handlers.server";
import { limits } from "~/platform/limits";
import { chooseLevel, deliverPush, getPush, readPush, stopPush } from "../index.server";
import type { HandOver, SealedPush } from "./deliver-push.server";
import { pushKeys } from "./push-keys.server";
import { makeDevice, signedBy } from "./test/device";

const home = useDatabase();
const devices = () => home.database.db.select().from(pushDevice);
const waiting = () => home.database.db.select().from(pushOutbox);

/** Jef, signed in on a device of his own on which news appears, and a push service that keeps what it gets. */
async function makePush(kind: "own" | "shared" = "own") {
  const scene = await makeScene(home.database, { group: { visibility: "members", joining: "request", name: "De buurtbus" } });
  const { as, house, jef, noor, discussion } = scene;
  const later = new Date(house.now().getTime() + 30 * 86_400_000);
  const signIn = async (who: { id: string }, device: "own" | "shared"): Promise<Ctx> => {
    const ctx = await as(who as typeof jef);
    const sessionId = randomUUID();
    await home.database.db.insert(session).values({ id: sessionId, personId: who.id, device, label: "Firefox", expiresAt: later, absoluteExpiresAt: later });
    return { ...ctx, actor: { ...ctx.actor, sessionId } };
  };
  const here = await signIn(jef, kind);
  const device = makeDevice();
  await chooseLevel(here, { kind: "discussion", id: discussion.id, level: "all" });
  const taken: SealedPush[] = [];
  const service: HandOver = async (sealed) => taken.push(sealed) && 201;
  return {
    ...scene,
    here,
    device,
    signIn,
    taken,
    service,
    says: async (text: string) => {
      await postMessage(await as(noor), newMessage(discussion, text));
      while ((await handleFacts(house)) > 0);
    },
    /** A round after so many minutes. */
    round: async (minutes = 0, handOver: HandOver = service) => {
      house.setNow(new Date(house.now().getTime() + minutes * 60_000));
      return deliverPush(house, handOver);
    },
  };
}

test("news comes once to a device that asked for it, sealed so that the device alone reads it, and signed by this installation", async () => {
  const { here, device, says, round, taken } = await makePush();
  expect(await readPush(here)).toMatchObject({ state: "off", key: expect.stringMatching(/^[\w-]{87}$/) });
  await getPush(here, device.asked);
  expect(await readPush(here)).toMatchObject({ state: "on" });
  await says("Het geheime plan");
  expect([await round(), await round(), await round(60)]).toEqual([1, 0, 0]);
  const [push] = taken;
  expect(push).toMatchObject({ endpoint: device.asked.endpoint, headers: { "Content-Encoding": "aes128gcm", TTL: String(limits.pushKept) } });
  expect(device.open(push!)).toEqual({ title: "Leerhoek", lang: "nl", body: "1 nieuw bericht in “Wie rijdt er op zaterdag?”.", href: expect.stringMatching(/^\/gesprekken\//), tag: expect.any(String) });
  expect(() => makeDevice().open(push!)).toThrow();
  expect(push!.body.toString("latin1")).not.toMatch(/zaterdag|Leerhoek/);
  expect(JSON.stringify(device.open(push!))).not.toContain("geheime plan");
  const { publicKey } = await pushKeys({ db: home.database.db });
  expect(signedBy(push!, publicKey)).toMatchObject({ aud: "https://updates.push.services.mozilla.com", sub: "mailto:leerhoek@localhost" });
  expect(await waiting()).toEqual([]);
});

test("a line that counts up comes once, until it is read; nobody else gets it", async () => {
  const { here, device, says, round, taken, discussion, signIn, stranger } = await makePush();
  await getPush(here, device.asked);
  await getPush(await signIn(stranger, "own"), makeDevice("ander").asked);
  await says("Een");
  await says("Twee");
  expect(await round()).toBe(1);
  await says("Drie");
  expect(await round()).toBe(0);
  await markRead(here, { discussion: discussion.id, ranges: [[1, 3]] });
  await says("Vier");
  expect(await round()).toBe(1);
  expect(taken.map(({ endpoint }) => endpoint)).toEqual([device.asked.endpoint, device.asked.endpoint]);
});

test("of a sensitive theme a push says that there is something, and no more", async () => {
  const { here, device, says, round, taken } = await makePush();
  await home.database.db.update(theme).set({ sensitive: true });
  await getPush(here, device.asked);
  await says("Een");
  await round();
  expect(device.open(taken[0]!)).toEqual({ title: "Leerhoek", lang: "nl", body: "Er is iets nieuws voor jou.", href: "/berichten", tag: "leerhoek" });
});

test.each<[string, (scene: Awaited<ReturnType<typeof makePush>>) => Promise<unknown>]>([
  ["it was read meanwhile", ({ here, discussion }) => markRead(here, { discussion: discussion.id, ranges: [[1, 1]] })],
  ["the person was taken out of the group", ({ jef }) => home.database.db.update(groupMembership).set({ endedAt: new Date(), endedBecause: "removed" }).where(eq(groupMembership.personId, jef.id))],
  ["the account was put out of use", ({ jef }) => home.database.db.update(person).set({ disabledAt: new Date() }).where(eq(person.id, jef.id))],
  ["the session on the device ran out", () => home.database.db.update(session).set({ expiresAt: new Date("2025-11-20T00:00:00Z") })],
  ["it was turned off", ({ here }) => stopPush(here, {})],
  ["the person signed out everywhere", ({ here }) => signOutEverywhere(here, {})],
  ["the person is gone", ({ jef }) => home.database.db.delete(person).where(eq(person.id, jef.id))],
])("when %s, nothing comes", async (_when, happen) => {
  const scene = await makePush();
  await getPush(scene.here, scene.device.asked);
  await scene.says("Een");
  expect(await waiting()).toHaveLength(1);
  await happen(scene);
  expect([await scene.round(), scene.taken, await waiting()]).toEqual([0, [], []]);
});

test("a device goes with its session, and another account on the same device takes its place", async () => {
  const { here, device, signIn, noor, jef } = await makePush();
  await getPush(here, device.asked);
  await getPush(await signIn(noor, "own"), device.asked);
  expect((await devices()).map((one) => one.personId)).toEqual([noor.id]);
  await getPush(here, makeDevice("twee").asked);
  await getPush(here, makeDevice("drie").asked);
  expect((await devices()).map((one) => [one.personId, one.endpoint.at(-1)])).toEqual([[noor.id, "n"], [jef.id, "e"]]);
  await home.database.withTx(async (db) => ({ value: await endSessions({ ...here, db }, () => undefined, { personId: jef.id, reason: "everywhere" }) }));
  expect((await devices()).map((one) => one.personId)).toEqual([noor.id]);
});

test("never on a shared computer, and never without a session", async () => {
  const { here, device, as, jef } = await makePush("shared");
  expect(await readPush(here)).toEqual({ state: "shared" });
  expect(await refusal(getPush(here, device.asked))).toBe("forbidden");
  expect(await refusal(getPush(await as(jef), device.asked))).toBe("forbidden");
  expect(await refusal(getPush(await as(null), device.asked))).toBe("sign_in");
  expect(await devices()).toEqual([]);
});

test.each([
  "http://updates.push.services.mozilla.com/x", "https://127.0.0.1/x", "https://localhost/x", "https://[::1]/x", "https://169.254.169.254/latest", "https://evil.example/x", "https://fcm.googleapis.com.evil.example/x", "https://fcm.googleapis.com:8443/x",
  "https://a:b@fcm.googleapis.com/x", "https://evilpush.apple.com/x", "file:///etc/passwd", "javascript:1", "", `https://fcm.googleapis.com/${"x".repeat(1_000)}`,
])("%s is no address of a push service", async (endpoint) => {
  const { here, device } = await makePush();
  expect(await refusal(getPush(here, { ...device.asked, endpoint }))).toBe("invalid_input");
});

test("keys that are none are refused, twice at once is one device", async () => {
  const { here, device } = await makePush();
  for (const wrong of [{ p256dh: "x" }, { p256dh: "A".repeat(500) }, { auth: "" }, { auth: 5 }, { extra: 1 }]) expect(await refusal(getPush(here, { ...device.asked, ...wrong }))).toBe("invalid_input");
  await Promise.allSettled([getPush(here, device.asked), getPush(here, device.asked)]);
  expect(await devices()).toHaveLength(1);
});

test("keys that look right and are no point on the curve hold up nobody else's news", async () => {
  const { here, device, signIn, jef, says, round, taken } = await makePush();
  await getPush(await signIn(jef, "own"), { ...makeDevice("stuk").asked, p256dh: "A".repeat(87) });
  await getPush(here, device.asked);
  await says("Een");
  expect([await round(), taken.map(({ endpoint }) => endpoint)]).toEqual([1, [device.asked.endpoint]]);
});

test.each([404, 410])("a device that its service answers %d for is forgotten", async (status) => {
  const { here, device, says, round } = await makePush();
  await getPush(here, device.asked);
  await says("Een");
  expect(await round(0, async () => status)).toBe(0);
  expect([await devices(), await waiting()]).toEqual([[], []]);
});

test("what a service does not take now is offered again, a few times, and then given up; the device stays", async () => {
  const { here, device, says, round } = await makePush();
  await getPush(here, device.asked);
  await says("Een");
  let offered = 0;
  const busy: HandOver = async () => {
    offered += 1;
    if (offered % 2 === 0) throw Object.assign(new Error("x"), { code: "ECONNRESET" });
    return 503;
  };
  for (let n = 0; n < 15; n += 1) await round(70, busy);
  expect([offered, await waiting(), (await devices()).length]).toEqual([limits.pushAttempts, [], 1]);
});

test("two workers at once send one; one that dies after claiming loses none, and the repeat takes the place of the first", async () => {
  const { here, device, says, round, taken, house, service } = await makePush();
  await getPush(here, device.asked);
  await says("Een");
  let reach: () => void;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  void deliverPush(house, async (sealed) => {
    taken.push(sealed);
    reach();
    return new Promise<never>(() => undefined);
  });
  await reached;
  expect(await Promise.all([deliverPush(house, service), deliverPush(house, service)])).toEqual([0, 0]);
  expect(await round(2)).toBe(1);
  expect(taken.map((one) => device.open(one))).toEqual([device.open(taken[0]!), device.open(taken[0]!)]);
});

test("the keys are made once, whoever asks at the same time, and the private one leaves the database in no view", async () => {
  const { here } = await makePush();
  const all = await Promise.all(Array.from({ length: 5 }, () => pushKeys({ db: home.database.db })));
  expect(new Set(all.map((one) => one.privateKey)).size).toBe(1);
  expect(await home.database.db.select().from(installationSetting).where(eq(installationSetting.key, "push_keys"))).toHaveLength(1);
  expect(JSON.stringify(await readPush(here))).not.toContain(all[0]!.privateKey);
});
