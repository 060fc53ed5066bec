import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mailOutbox } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { limits } from "~/platform/limits";
import { ctxOfHouse, testHouse, type TestHouse } from "~/platform/test/test-house";
import { deliverMail, forgetLetters, openPost } from "./index.server";

const home = useDatabase();
const at = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const letter = (key: string) => ({ address: `${key}@voorbeeld.be`, kind: "test", subject: "Er is iets nieuws", body: "Je kreeg antwoord.", dedupeKey: key });
const rows = (house: TestHouse) => house.database.db.select().from(mailOutbox).orderBy(mailOutbox.dedupeKey);

it("writes letters to the folder where there is no mail server, once, and keeps no text of them", async () => {
  const house = testHouse(home.database, { now: at(60) });
  await house.database.db.insert(mailOutbox).values(letter("ria"));
  const post = openPost(house);
  expect([await deliverMail(house, post), await deliverMail(house, post)]).toEqual([1, 0]);
  const folder = join(house.dataDir, "mail");
  const files = readdirSync(folder);
  expect(files).toHaveLength(1);
  expect(readFileSync(join(folder, files[0]!), "utf8")).toMatch(/Auto-Submitted: auto-generated[\s\S]*To: ria@voorbeeld\.be[\s\S]*Je kreeg antwoord\./);
  expect(await rows(house)).toMatchObject([{ body: "", sentAt: house.now() }]);
});

it("tries again later what could not be handed over, and lets the others go first", async () => {
  const house = testHouse(home.database, { now: at(60) });
  await house.database.db.insert(mailOutbox).values([letter("ria"), letter("sam")]);
  const refused = async ({ to }: { to?: unknown }) => {
    if (to === "ria@voorbeeld.be") throw Object.assign(new Error("no"), { code: "EENVELOPE" });
  };
  expect(await deliverMail(house, refused)).toBe(1);
  expect(await rows(house)).toMatchObject([{ attempts: 1, failedCode: "EENVELOPE", sentAt: null, body: "Je kreeg antwoord." }, { sentAt: house.now() }]);
  expect(await deliverMail(house, async () => undefined)).toBe(0);
  house.setNow(at(60 + 150));
  expect(await deliverMail(house, async () => undefined)).toBe(1);
});

it("forgets letters some time after they went out, and those that never could", async () => {
  const house = testHouse(home.database, { now: at(60) });
  await house.database.db.insert(mailOutbox).values([letter("sent"), { ...letter("given-up"), attempts: 8, nextTryAt: at(3_600) }]);
  await deliverMail(house, async () => undefined);
  house.setNow(at(limits.lettersKept - 60));
  expect(await forgetLetters(ctxOfHouse(house))).toBe(0);
  house.setNow(at(limits.lettersKept + 120));
  expect(await forgetLetters(ctxOfHouse(house))).toBe(2);
  expect(await rows(house)).toEqual([]);
});
