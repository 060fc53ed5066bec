import { expect, it } from "vitest";
import { fact, mailOutbox, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import type { AppError } from "~/platform/codes";
import { makeCtx } from "~/platform/ctx.server";
import { testHouse, type TestHouse } from "~/platform/test/test-house";
import { confirmEmail, defineErasure, describeErasure, eraseAccount, keepDraft, requestEmailReset, resolveActor, setEmail, signIn } from "./index.server";
import { goodPassword, newAccount } from "./test/act-as";
import { tablesWith } from "./test/tables-with";

const home = useDatabase();
const codeOf = (attempt: Promise<unknown>) => attempt.then(() => "done", (error: AppError) => error.code);

async function fullAccount(house: TestHouse) {
  const made = await newAccount(house, { name: "Zoë Wissenaere" });
  await setEmail(made.ctx, { email: "zoe.wissenaere@voorbeeld.be", currentPassword: goodPassword });
  const [letter] = await house.database.db.select().from(mailOutbox);
  await confirmEmail(makeCtx(house), { link: /link=([\w-]{43})/.exec(letter!.body)![1]! });
  await setEmail(made.ctx, { email: "zoe.tweede@voorbeeld.be", currentPassword: goodPassword });
  await requestEmailReset(makeCtx(house), { name: made.signInName });
  await keepDraft(made.ctx, { place: "discussion:0b0e7c1a-9b1f-4b53-9c0e-4f8f6f0d0a01", text: "Wissenaere schreef dit" });
  await signIn(makeCtx(house), { name: made.signInName, password: goodPassword });
  return made;
}

it("leaves no trace of name, address, sign-in name or id in any table, and no fact that was changed", async () => {
  const house = testHouse(home.database);
  const made = await fullAccount(house);
  const words = ["wissenaere", "zoe.tweede", made.signInName, made.personId];
  expect(await tablesWith(house, words)).toEqual(expect.arrayContaining(["draft", "mail_outbox", "one_time_code", "person", "session"]));
  const before = await house.database.db.select().from(fact).orderBy(fact.id);
  await eraseAccount(made.ctx, { currentPassword: goodPassword, words: "remove" });
  expect(await tablesWith(house, words)).toEqual([]);
  expect((await house.database.db.select().from(fact).orderBy(fact.id)).slice(0, before.length)).toEqual(before);
  // What the facts name is tied to nobody any more.
  expect(await tablesWith(house, [made.actorId])).toEqual(["fact", "stream"]);
  expect((await resolveActor(house, made.cookies)).session).toBeNull();
  expect(await codeOf(signIn(makeCtx(house), { name: made.signInName, password: goodPassword }))).toBe("wrong_sign_in");
});

it("says first what goes and what stays, and asks for the password", async () => {
  const house = testHouse(home.database);
  const made = await fullAccount(house);
  const { lines, objection } = await describeErasure(made.ctx);
  expect(objection).toBeNull();
  expect(new Set(lines.map(({ fate }) => fate))).toEqual(new Set(["goes", "stays"]));
  expect(await codeOf(eraseAccount(made.ctx, { currentPassword: "verkeerd-1", words: "keep" }))).toBe("wrong_sign_in");
  expect(await codeOf(eraseAccount(makeCtx(house), { currentPassword: goodPassword, words: "keep" }))).toBe("sign_in");
  expect(await house.database.db.select().from(person)).toHaveLength(1);
});

it("asks every feature, tells it what to do with the words, and heeds an objection", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house);
  const asked: unknown[] = [];
  let objection: "last_steward" | null = "last_steward";
  defineErasure({
    feature: "test",
    describe: async () => [
      { what: "Berichten", count: 3, fate: "choice" },
      { what: "Niets", count: 0, fate: "goes" },
    ],
    erase: async (ctx, { personId, actorId, keepWords }) => void asked.push({ personId, actorId, keepWords, writing: ctx.writing }),
    objection: async () => objection,
  });
  expect(await describeErasure(made.ctx)).toMatchObject({ objection: "last_steward", lines: expect.arrayContaining([{ what: "Berichten", count: 3, fate: "choice" }]) });
  expect(await codeOf(eraseAccount(made.ctx, { currentPassword: goodPassword, words: "keep" }))).toBe("last_steward");
  expect(asked).toEqual([]);
  objection = null;
  await eraseAccount(made.ctx, { currentPassword: goodPassword, words: "keep" });
  expect(asked).toEqual([{ personId: made.personId, actorId: made.actorId, keepWords: true, writing: true }]);
});
