import fc from "fast-check";
import { expect, it } from "vitest";
import { actor, fact, mailOutbox, oneTimeCode, person, session } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { AppError } from "~/platform/codes";
import { makeCtx } from "~/platform/ctx.server";
import { testHouse } from "~/platform/test/test-house";
import { makeAccount } from "./index.server";
import { goodPassword, newAccount } from "./test/act-as";

const home = useDatabase();
const given = { name: "Jan Peeters", password: goodPassword, age: "16_plus" };

it("makes a person with a sign-in name, an actor and a session, and keeps neither password nor cookie", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house, given);
  expect(made.signInName).toMatch(/^jan-peeters-\d{3}$/);
  expect(made.ctx.actor).toMatchObject({ ageGroup: "16_plus", roles: [] });
  const [row] = await house.database.db.select().from(person);
  expect(row).toMatchObject({ name: "Jan Peeters", email: null, signInName: made.signInName });
  expect(row!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const [kept] = await house.database.db.select().from(session);
  expect(made.cookies).not.toContain(kept!.id);
  const facts = await house.database.db.select().from(fact);
  expect(facts.map(({ type, actorId, stream }) => ({ type, actorId, stream }))).toEqual([{ type: "accounts.account-made", actorId: made.actorId, stream: null }]);
});

it("gives everyone a sign-in name of their own, whatever the shown name", async () => {
  const house = testHouse(home.database);
  const names = await Promise.all(["Élodie Ça", "🦊", "!!", "Ж", "ﬁets", "x".repeat(60), ...Array.from({ length: 14 }, () => "Jan")].map((name) => newAccount(house, { name })));
  expect(names[0]!.signInName).toMatch(/^elodie-ca-\d{3}$/);
  expect(names[1]!.signInName).toMatch(/^deelnemer-\d{3}$/);
  for (const { signInName } of names) expect(signInName).toMatch(/^[a-z][a-z0-9-]{1,38}-\d{3,12}$/);
  expect(new Set(names.map(({ signInName }) => signInName)).size).toBe(names.length);
});

it("turns away who is younger than 13, kindly and without a trace", async () => {
  const house = testHouse(home.database);
  await expect(makeAccount(makeCtx(house), { ...given, age: "under_13" })).rejects.toMatchObject({ code: "too_young" });
  expect(await house.database.db.select().from(person)).toEqual([]);
  await makeAccount(makeCtx(house), { ...given, age: "13_to_15" });
  expect((await house.database.db.select().from(person))[0]).toMatchObject({ ageGroup: "13_to_15" });
});

it.each([
  ["short", "Ab3$ef7", "too_short"],
  ["of the commonest", "password1", "too_common"],
  ["of the commonest, in capitals", "PASSWORD1", "too_common"],
  ["of the commonest, with signs around", "!!password1!!", "too_common"],
  ["one letter", "zzzzzzzzzz", "too_common"],
  ["the own name", "janpeeters", "too_common"],
  ["the own name, dressed up", "Jan Peeters!", "too_common"],
])("refuses a password that is %s", async (_why, password, fault) => {
  const house = testHouse(home.database);
  await expect(makeAccount(makeCtx(house), { ...given, password })).rejects.toMatchObject({ code: "weak_password", detail: { fields: { password: fault } } });
  expect(await house.database.db.select().from(person)).toEqual([]);
});

it("refuses more than 256 bytes before any work is done", async () => {
  const house = testHouse(home.database);
  await expect(makeAccount(makeCtx(house), { ...given, password: "é".repeat(129) })).rejects.toMatchObject({ code: "invalid_input", detail: { fields: { password: "too_long" } } });
  await expect(makeAccount(makeCtx(house), { ...given, password: "x".repeat(1_000_000) })).rejects.toMatchObject({ code: "invalid_input" });
  await makeAccount(makeCtx(house), { ...given, password: "héé!".repeat(42) });
});

it("sends a link to an address instead of believing it, and answers alike for one that is taken", async () => {
  const house = testHouse(home.database);
  const first = await newAccount(house, { email: "  Noor@Voorbeeld.BE " });
  const second = await newAccount(house, { name: "Iemand", email: "noor@voorbeeld.be" });
  expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
  expect((await house.database.db.select().from(person)).map(({ email }) => email)).toEqual([null, null]);
  const letters = await house.database.db.select().from(mailOutbox);
  expect(letters.map(({ address, kind }) => ({ address, kind }))).toEqual(Array(2).fill({ address: "noor@voorbeeld.be", kind: "accounts.email_confirm" }));
  const codes = await house.database.db.select().from(oneTimeCode);
  for (const letter of letters) {
    const secret = /\?link=([\w-]{43})\n/.exec(letter.body)![1]!;
    expect(codes.some((code) => code.codeHash.includes(secret))).toBe(false);
  }
});

it("lets thirty people behind one address in, and holds a flood", async () => {
  const house = testHouse(home.database);
  const from = () => makeCtx(house, { address: "203.0.113.7" });
  for (let person = 0; person < 30; person += 1) await makeAccount(from(), given);
  const more = await Promise.allSettled(Array.from({ length: 90 }, () => makeAccount(from(), given)));
  const refused = more.filter((one) => one.status === "rejected").map(({ reason }) => (reason as AppError).code);
  expect(refused.filter((code) => code === "too_many")).toHaveLength(20);
  expect(refused.every((code) => code === "too_many" || code === "busy")).toBe(true);
});

it("writes nothing when somebody is signed in already", async () => {
  const house = testHouse(home.database);
  const { ctx } = await newAccount(house);
  await expect(makeAccount(ctx, given)).rejects.toMatchObject({ code: "already_done" });
  expect(await house.database.db.select().from(actor)).toHaveLength(1);
});

it("answers any input with a code, never with a failure", async () => {
  const house = testHouse(home.database);
  const odd = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom("\0", "\ud800", "‮abc", "__proto__", "x".repeat(300), NaN, -1, null, [], {}), fc.anything());
  await fc.assert(
    fc.asyncProperty(
      fc.record({ name: odd, password: fc.oneof(odd, fc.constant("kort")), age: fc.oneof(odd, fc.constant("under_13")), email: odd, device: odd, extra: odd }, { requiredKeys: [] }),
      async (raw) => {
        const error: unknown = await makeAccount(makeCtx(house), raw).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(AppError);
        expect((error as AppError).status).toBeLessThan(500);
      },
    ),
    { numRuns: 1_000 },
  );
  expect(await house.database.db.select().from(person)).toEqual([]);
});
