import argon2 from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { makeOrganisation } from "#db/factories/make-organisation";
import { mailOutbox, oneTimeCode, organisationSteward, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { z } from "zod";
import { AppError } from "~/platform/codes";
import { makeCtx, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { limits } from "~/platform/limits";
import { testHouse, type TestHouse } from "~/platform/test/test-house";
import { createPaperCode, confirmEmail, requestEmailReset, resetPassword, resolveActor, setEmail, signIn } from "./index.server";
import { goodPassword, newAccount } from "./test/act-as";

// Counts the verifications; nothing about them changes.
const verify = vi.spyOn(argon2, "verify");
afterAll(() => verify.mockRestore());
beforeEach(() => void verify.mockClear());

const home = useDatabase();
const next = "acht-Andere-Appels";
const codeOf = (attempt: Promise<unknown>) => attempt.then(() => "done", (error: AppError) => error.code);
const minutesLater = (house: TestHouse, minutes: number) => house.setNow(new Date(house.now().getTime() + minutes * 60_000));
const linkIn = (body: string) => /link=([\w-]{43})\n/.exec(body)![1]!;

/** As the feature that knows who may help whom would call it. */
const givePaperCode = defineAction({
  name: "test.give-paper-code",
  input: z.strictObject({ personId: z.uuid() }),
  load: async () => undefined,
  allow: () => true,
  run: (ctx: Ctx, { input, fact }) => createPaperCode(ctx, { personId: input.personId, fact }),
});

async function withMail(house: TestHouse) {
  const made = await newAccount(house);
  await house.database.db.update(person).set({ email: "noor@voorbeeld.be", emailConfirmedAt: house.now() }).where(eq(person.id, made.personId));
  return made;
}

async function withPaperCode(house: TestHouse) {
  const [resident, facilitator] = [await newAccount(house), await newAccount(house, { name: "Bram" })];
  const given = await givePaperCode(facilitator.ctx, { personId: resident.personId });
  return { resident, facilitator, ...given };
}

it("lets somebody back in with a code on paper, once, and tells them who gave it", async () => {
  const house = testHouse(home.database);
  const { resident, facilitator, code, expiresAt } = await withPaperCode(house);
  expect(code).toMatch(/^[CDEFHJKMNPRTVWXY34679]{4}-[CDEFHJKMNPRTVWXY34679]{4}$/);
  expect(expiresAt.getTime() - house.now().getTime()).toBe(15 * 60_000);
  expect(house.published.at(-1)).toMatchObject({ type: "accounts.paper-code-given", stream: `person:${resident.actorId}`, actorId: facilitator.actorId, data: { minutes: 15 } });
  expect((await house.database.db.select().from(oneTimeCode))[0]!.codeHash).not.toContain(code);
  const typed = { by: "paper", name: resident.signInName, code: ` ${code.toLowerCase().replace("-", " ")}`, password: next };
  await resetPassword(makeCtx(house), typed);
  expect((await resolveActor(house, resident.cookies)).session).toBeNull();
  expect((await resolveActor(house, facilitator.cookies)).session).not.toBeNull();
  expect(await codeOf(signIn(makeCtx(house), { name: resident.signInName, password: goodPassword }))).toBe("wrong_sign_in");
  expect(await codeOf(signIn(makeCtx(house), { name: resident.signInName, password: next }))).toBe("done");
  expect(await codeOf(resetPassword(makeCtx(house), typed))).toBe("code_used");
  expect(house.published.filter(({ type }) => type === "accounts.password-changed")).toMatchObject([{ actorId: resident.actorId, data: { how: "paper" } }]);
});

it("of fifty at once with one paper code lets one through", async () => {
  const house = testHouse(home.database);
  const { resident, code } = await withPaperCode(house);
  const answers = await Promise.all(Array.from({ length: 50 }, () => codeOf(resetPassword(makeCtx(house), { by: "paper", name: resident.signInName, code, password: next }))));
  expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
  expect(answers.filter((answer) => !["done", "code_used", "wrong_code"].includes(answer))).toEqual([]);
});

it("of fifty at once with one link lets one through", async () => {
  const house = testHouse(home.database);
  const { signInName } = await withMail(house);
  await requestEmailReset(makeCtx(house), { name: signInName });
  const link = linkIn((await house.database.db.select().from(mailOutbox))[0]!.body);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => codeOf(resetPassword(makeCtx(house), { by: "email", link, password: `${next}-${index}` }))));
  expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
  expect(answers.filter((answer) => answer !== "done").every((answer) => answer === "code_used")).toBe(true);
});

it("kills a paper code after five wrong ones", async () => {
  const house = testHouse(home.database);
  const { resident, code } = await withPaperCode(house);
  const attempt = (typed: string) => codeOf(resetPassword(makeCtx(house), { by: "paper", name: resident.signInName, code: typed, password: next }));
  for (let tries = 0; tries < 5; tries += 1) expect(await attempt("CCCC-CCCC")).toBe("wrong_code");
  expect(await attempt(code)).toBe("wrong_code");
});

it("stops a paper code after a quarter of an hour, and when a newer one is given", async () => {
  const house = testHouse(home.database);
  const { resident, facilitator, code } = await withPaperCode(house);
  const attempt = (typed: string) => codeOf(resetPassword(makeCtx(house), { by: "paper", name: resident.signInName, code: typed, password: next }));
  const newer = await givePaperCode(facilitator.ctx, { personId: resident.personId });
  expect(await attempt(code)).toBe("wrong_code");
  minutesLater(house, 15);
  expect(await attempt(newer.code)).toBe("code_expired");
});

it("does the same work for a name that nobody has, and a weak password costs no try", async () => {
  const house = testHouse(home.database);
  const { resident, code } = await withPaperCode(house);
  const attempt = (name: string, typed: string, password = next) =>
    resetPassword(makeCtx(house), { by: "paper", name, code: typed, password }).then(() => null, ({ code: answer, detail }: AppError) => ({ answer, detail }));
  for (let tries = 0; tries < 8; tries += 1) expect(await attempt(resident.signInName, code, "password1")).toMatchObject({ answer: "weak_password" });
  expect(verify).toHaveBeenCalledTimes(0);
  const wrong = await attempt(resident.signInName, "CCCC-CCCC");
  expect(await attempt("niemand-111", "CCCC-CCCC")).toEqual(wrong);
  expect(await attempt("niemand-111", "x")).toEqual(wrong);
  expect(verify).toHaveBeenCalledTimes(3);
  expect(await attempt(resident.signInName, code)).toBeNull();
});

it("never gives a code on paper to staff, nor to oneself, and a role taken meanwhile stops it", async () => {
  const house = testHouse(home.database);
  const { resident, facilitator, code } = await withPaperCode(house);
  const { id: organisationId } = await makeOrganisation(house.database.db);
  await house.database.db.insert(organisationSteward).values({ organisationId, personId: resident.personId });
  expect(await codeOf(resetPassword(makeCtx(house), { by: "paper", name: resident.signInName, code, password: next }))).toBe("wrong_code");
  expect(await codeOf(givePaperCode(facilitator.ctx, { personId: resident.personId }))).toBe("forbidden");
  expect(await codeOf(givePaperCode(facilitator.ctx, { personId: facilitator.personId }))).toBe("not_yourself");
  expect(await codeOf(givePaperCode(facilitator.ctx, { personId: "00000000-0000-4000-8000-000000000000" }))).toBe("not_found");
});

it("answers alike whether an account has an address or not, and writes only where it has", async () => {
  const house = testHouse(home.database, { env: { PUBLIC_URL: "https://leren.voorbeeld.be" } });
  const made = await withMail(house);
  const other = await newAccount(house, { name: "Zonder" });
  for (const name of ["niemand-111", "niemand@voorbeeld.be", other.signInName, made.signInName.toUpperCase(), " Noor@voorbeeld.be"]) {
    expect(await requestEmailReset(makeCtx(house), { name })).toBeUndefined();
  }
  const letters = await house.database.db.select().from(mailOutbox);
  expect(letters.map(({ address, personId }) => ({ address, personId }))).toEqual(Array(2).fill({ address: "noor@voorbeeld.be", personId: made.personId }));
  // The address comes from the configuration, so no request can have a hand in it.
  for (const letter of letters) expect(letter.body).toContain("https://leren.voorbeeld.be/nieuw-wachtwoord?link=");
  for (const name of ["niemand@voorbeeld.be", "noor@voorbeeld.be"]) {
    const answers = [];
    for (let tries = 0; tries < 4; tries += 1) answers.push(await codeOf(requestEmailReset(makeCtx(house), { name })));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(limits.mailsPerAddressPerHour - 1);
  }
});

it("ends a link after ten minutes, after its use, and when the address changes", async () => {
  const house = testHouse(home.database);
  const made = await withMail(house);
  const newest = async () => linkIn((await house.database.db.select().from(mailOutbox)).filter(({ kind }) => kind === "accounts.email_reset").at(-1)!.body);
  await requestEmailReset(makeCtx(house), { name: made.signInName });
  const slow = await newest();
  minutesLater(house, 10);
  expect(await codeOf(resetPassword(makeCtx(house), { by: "email", link: slow, password: next }))).toBe("code_expired");

  await requestEmailReset(makeCtx(house), { name: made.signInName });
  const [code] = await house.database.db.select().from(oneTimeCode).where(eq(oneTimeCode.purpose, "email_reset"));
  expect(await codeOf(resetPassword(makeCtx(house), { by: "email", link: code!.codeHash.slice(0, 43), password: next }))).toBe("wrong_code");

  await house.database.db.delete(mailOutbox);
  await requestEmailReset(makeCtx(house), { name: "noor@voorbeeld.be" });
  const stale = await newest();
  await setEmail(made.ctx, { email: "nieuw@voorbeeld.be", currentPassword: goodPassword });
  const [letter] = (await house.database.db.select().from(mailOutbox)).filter(({ kind }) => kind === "accounts.email_confirm");
  await confirmEmail(makeCtx(house), { link: linkIn(letter!.body) });
  expect(await codeOf(resetPassword(makeCtx(house), { by: "email", link: stale, password: next }))).toBe("wrong_code");
});
