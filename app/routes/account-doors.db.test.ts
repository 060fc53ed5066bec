import { count } from "drizzle-orm";
import { expect, it } from "vitest";
import { fact, mailOutbox, oneTimeCode, person, session } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { resolveActor } from "~/features/accounts/index.server";
import { cookieHeader, goodPassword, newAccount } from "~/features/accounts/test/act-as";
import { makeCtx } from "~/platform/ctx.server";
import type { LoadContext } from "~/platform/load-context.server";
import { testHouse, type TestHouse } from "~/platform/test/test-house";
import * as signInDoor from "./aanmelden";
import * as makeAccountDoor from "./account-maken";
import * as signOutDoor from "./afmelden";
import * as confirmDoor from "./e-mail-bevestigen";
import * as firstDoor from "./eerste-beheerder";
import * as downloadDoor from "./ik.gegevens-download";
import * as calmDoor from "./ik.rust";
import * as devicesDoor from "./ik.toestellen";
import * as leaveDoor from "./ik.stoppen";
import * as resetDoor from "./nieuw-wachtwoord";
import * as extendDoor from "./session.extend";
import * as forgotDoor from "./wachtwoord-vergeten";
import * as welcomeDoor from "./welkom";

const home = useDatabase();

interface Asked {
  cookies?: string;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** Arguments of a loader or action as the http door makes them, and the Set-Cookies that came of it. */
async function request(house: TestHouse, path: string, asked: Asked = {}) {
  const { actor, session: found, device } = await resolveActor(house, asked.cookies ?? null);
  const cookies: string[] = [];
  const body = asked.form ? new URLSearchParams(asked.form) : undefined;
  const context: LoadContext = { ctx: makeCtx(house, { actor, device }), session: found, calm: false, nonce: "", markup: new Map(), requestId: "", reads: [], setCookie: (line) => void cookies.push(line), room: () => Promise.resolve() };
  const args = {
    request: new Request(`${house.publicUrl}${path}`, { method: body ? "POST" : "GET", body, headers: { ...(asked.cookies ? { cookie: asked.cookies } : {}), ...asked.headers } }),
    params: {},
    context,
  };
  return { args: args as never, cookies };
}

/** What a page gets to render after a refusal, with its status. */
function refused(answer: unknown): { status: number | undefined; refusal: { code: string; values: Record<string, string> } } {
  const { data, init } = answer as { data: { refusal: { code: string; values: Record<string, string> } }; init: { status: number } | null };
  return { status: init?.status, refusal: data.refusal };
}

const redirectOf = (answer: unknown) => (answer instanceof Response ? { status: answer.status, to: answer.headers.get("Location") } : answer);

it("refuses a wrong password and nobody's name with the very same answer, and gives no password back", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const answers = [];
  for (const name of [signInName, "niemand-1"]) {
    const { args, cookies } = await request(house, "/aanmelden", { form: { name, password: "verkeerd-1", device: "own" } });
    const { status, refusal } = refused(await signInDoor.action(args));
    answers.push({ status, refusal: { ...refusal, values: { ...refusal.values, name: "" } }, cookies });
    expect(refusal.values.name).toBe(name);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 422, refusal: { code: "wrong_sign_in", values: { device: "own" } }, cookies: [] });
  expect(JSON.stringify(answers)).not.toContain("verkeerd-1");
});

it("goes on inside this site only, whatever the address asks", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const signInTo = async (next: string) => {
    const { args } = await request(house, `/aanmelden?next=${encodeURIComponent(next)}`, { form: { name: signInName, password: goodPassword } });
    return redirectOf(await signInDoor.action(args));
  };
  expect(await signInTo("/groepen/1?pagina=2#onder")).toEqual({ status: 302, to: "/groepen/1?pagina=2#onder" });
  for (const evil of ["//evil.be", "\\\\evil.be", "/\\evil.be", "https://evil.be", "javascript:alert(1)", "/\t/evil.be", "evil", "", "/%0d%0aSet-Cookie:x", "/..//evil.be"]) {
    const answer = (await signInTo(evil)) as { to: string };
    expect(new URL(answer.to, house.publicUrl).origin, evil).toBe(new URL(house.publicUrl).origin);
    expect(answer.to, evil).not.toMatch(/^\/\/|\\|[\r\n]/);
  }
});

it("changes nothing when a page is only looked at, links from mails included", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house, { email: "noor@voorbeeld.be" });
  const rows = async () => Promise.all([person, session, oneTimeCode, mailOutbox, fact].map(async (table) => (await house.database.db.select({ n: count() }).from(table))[0]!.n));
  const before = [await rows(), await house.database.db.select().from(oneTimeCode)];
  const link = /link=([\w-]{43})/.exec((await house.database.db.select().from(mailOutbox))[0]!.body)![1]!;
  const looks: [{ loader: (args: never) => unknown }, string][] = [
    [signInDoor, "/aanmelden"],
    [makeAccountDoor, "/account-maken"],
    [signOutDoor, "/afmelden"],
    [forgotDoor, "/wachtwoord-vergeten"],
    [resetDoor, `/nieuw-wachtwoord?link=${link}`],
    [confirmDoor, `/e-mail-bevestigen?link=${link}`],
    [firstDoor, `/eerste-beheerder?link=${link}`],
    [welcomeDoor, "/welkom"],
    [devicesDoor, "/ik/toestellen"],
    [leaveDoor, "/ik/stoppen"],
    [downloadDoor, "/ik/gegevens-download"],
  ];
  for (const [door, path] of looks) {
    for (const cookies of [undefined, made.cookies]) {
      const { args, cookies: set } = await request(house, path, { cookies });
      await (async () => door.loader(args))().catch((answer: unknown) => expect(answer).toBeInstanceOf(Response));
      expect(set).toEqual([]);
    }
  }
  expect([await rows(), await house.database.db.select().from(oneTimeCode)]).toEqual(before);
});

it("makes an account from the plain form, with four words or with one's own", async () => {
  const house = testHouse(home.database);
  const form = { name: "Jan Peeters", age: "16_plus", email: "", device: "shared", proposed: "fiets brood lamp stoel", choice: "", password: "" };
  const send = async (given: Partial<typeof form> & { intent?: string }, path = "/account-maken") => {
    const { args, cookies } = await request(house, path, { form: { ...form, ...given } });
    return { answer: await makeAccountDoor.action(args), cookies };
  };
  expect(refused((await send({})).answer)).toMatchObject({ status: 422, refusal: { fields: { choice: "required" }, values: { name: "Jan Peeters", proposed: "fiets brood lamp stoel" } } });
  expect(refused((await send({ choice: "own" })).answer)).toMatchObject({ refusal: { fields: { password: "required" } } });
  expect((await send({ intent: "other-words", choice: "words" })).answer).toMatchObject({ data: { values: { name: "Jan Peeters", choice: "words" } } });
  expect(await house.database.db.select().from(person)).toEqual([]);
  const { answer, cookies } = await send({ choice: "words" }, "/account-maken?next=/groepen/1");
  expect(redirectOf(answer)).toEqual({ status: 302, to: "/welkom?next=%2Fgroepen%2F1" });
  const [made] = await house.database.db.select().from(person);
  for (const password of ["Fiets-brood-lamp-stoel", "fiets brood lamp stoel"]) {
    const { args } = await request(house, "/aanmelden", { form: { name: made!.signInName, password } });
    expect(redirectOf(await signInDoor.action(args))).toEqual({ status: 302, to: "/" });
  }
  expect((await resolveActor(house, cookieHeader(cookies))).session).toMatchObject({ device: "shared" });
});

it("signs out from a shared computer with a browser that clears itself, also when the session had ended", async () => {
  const house = testHouse(home.database);
  const { signInName } = await newAccount(house);
  const entered = await request(house, "/aanmelden", { form: { name: signInName, password: goodPassword } });
  await signInDoor.action(entered.args);
  for (let tap = 0; tap < 2; tap += 1) {
    const { args, cookies } = await request(house, "/afmelden", { form: {}, cookies: cookieHeader(entered.cookies) });
    const answer = await signOutDoor.action(args);
    expect(redirectOf(answer)).toEqual({ status: 302, to: "/afmelden" });
    expect(answer.headers.get("Clear-Site-Data")).toBe('"cache", "cookies", "storage"');
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(cookies.filter((line) => line.includes("Max-Age=0"))).toHaveLength(4);
  }
});

it("lengthens a session for a script and for a plain form", async () => {
  const house = testHouse(home.database);
  const { cookies } = await newAccount(house, { device: "shared" });
  const script = { Accept: "application/json" };
  const byScript = await request(house, "/session/extend", { form: {}, cookies, headers: script });
  expect(await ((await extendDoor.action(byScript.args)) as Response).json()).toEqual({ endsAt: new Date(house.now().getTime() + 15 * 60_000).toISOString() });
  const byForm = await request(house, "/session/extend", { form: {}, cookies, headers: { Referer: `${house.publicUrl}/groepen/1?pagina=2` } });
  expect(redirectOf(await extendDoor.action(byForm.args))).toEqual({ status: 302, to: "/groepen/1?pagina=2" });
  const elsewhere = await request(house, "/session/extend", { form: {}, cookies, headers: { Referer: "https://evil.be/x" } });
  expect(redirectOf(await extendDoor.action(elsewhere.args))).toEqual({ status: 302, to: "/" });
  const ended = await request(house, "/session/extend", { form: {}, headers: script });
  const answer = (await extendDoor.action(ended.args)) as Response;
  expect([answer.status, await answer.json()]).toEqual([401, { endsAt: null, code: "sign_in" }]);
});

it("sends who is not signed in to the door, and back afterwards", async () => {
  const house = testHouse(home.database);
  for (const [door, path] of [[welcomeDoor, "/welkom"], [devicesDoor, "/ik/toestellen"], [leaveDoor, "/ik/stoppen"], [downloadDoor, "/ik/gegevens-download"]] as const) {
    const { args } = await request(house, path);
    const answer: unknown = await door.loader(args).catch((thrown: unknown) => thrown);
    expect(redirectOf(answer)).toEqual({ status: 302, to: `/aanmelden?next=${encodeURIComponent(path)}` });
  }
});

it("gives one's data as a file of one's own", async () => {
  const house = testHouse(home.database);
  const { cookies, signInName } = await newAccount(house);
  const { args } = await request(house, "/ik/gegevens-download", { cookies });
  const answer = await downloadDoor.loader(args);
  expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="mijn-gegevens-\d{4}-\d\d-\d\d\.json"$/);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(await answer.json()).toMatchObject({ account: [{ signInName }] });
});

it("keeps calm mode on the device alone: for as long as it is somebody's own, else until they leave", async () => {
  const house = testHouse(home.database);
  const choose = async (device: "own" | "shared", form: Record<string, string>) => {
    const { cookies: session } = await newAccount(house, { device });
    const { args, cookies } = await request(house, "/ik/rust", { cookies: session, form: { ...form, intent: "calm" } });
    expect(redirectOf(await calmDoor.action(args))).toEqual({ status: 302, to: "/ik?bewaard=calm" });
    return cookies;
  };
  expect(await choose("own", { calm: "yes" })).toEqual(["calm=1; Path=/; Max-Age=31536000; SameSite=Lax"]);
  expect(await choose("shared", { calm: "yes" })).toEqual(["calm=1; Path=/; SameSite=Lax"]);
  expect(await choose("own", {})).toEqual(["calm=; Path=/; Max-Age=0; SameSite=Lax"]);
  const { args, cookies } = await request(house, "/ik/rust", { form: { intent: "calm", calm: "yes" } });
  await expect(calmDoor.action(args)).rejects.toMatchObject({ status: 302 });
  expect(cookies).toEqual([]);
});
