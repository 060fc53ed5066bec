import { randomUUID } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makePerson } from "#db/factories/make-person";
import { consent, fact, groupMembership, person as personTable, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, describeErasure, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { answerStudy, closeStudy, readMyStudies, readStudy, withdrawFromStudy } from "./index.server";
import { makeScene, refusal } from "./test/make-scene";
import { readCsv } from "./test/read-zip";

const home = useDatabase();
type Scene = Awaited<ReturnType<typeof makeScene>>;
const say = async (scene: Scene, who: { id: string } | null, study: string, answer: "yes" | "no", given: Record<string, unknown> = {}) =>
  answerStudy(await scene.as(who), { id: randomUUID(), study, version: 1, answer, ...given });

test("a resident says yes, sees it with a receipt, and takes it back in one tap", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const jan = await scene.resident();
  expect((await readStudy(await scene.as(jan), study.slug)).mine).toBeNull();
  const { receipt } = await say(scene, jan, study.id, "yes");
  expect(receipt).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  expect((await readMyStudies(await scene.as(jan))).studies).toMatchObject([{ id: study.id, mine: { answer: "given", coversBefore: false, receipt, current: true }, may: { withdraw: true } }]);
  const back = await withdrawFromStudy(await scene.as(jan), { id: randomUUID(), study: study.id });
  expect(back.answer).toBe("withdrawn");
  expect((await readStudy(await scene.as(jan), study.slug)).mine).toMatchObject({ answer: "withdrawn", receipt: back.receipt });
  const rows = await scene.db.select().from(consent).orderBy(desc(consent.at));
  expect(rows.map((row) => [row.answer, row.actorId])).toEqual([["withdrawn", jan.actorId], ["given", jan.actorId]]);
  expect(scene.house.published.map((one) => [one.type, one.stream])).toEqual([["research.consent-answered", null], ["research.consent-answered", null]]);
});

test("an answer sent twice counts once, and no answer is ever changed", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const jan = await scene.resident();
  const [id, withdrawal] = [randomUUID(), randomUUID()];
  expect(await say(scene, jan, study.id, "yes", { id, covers: "before" })).toEqual(await say(scene, jan, study.id, "yes", { id, covers: "before" }));
  const first = await withdrawFromStudy(await scene.as(jan), { id: withdrawal, study: study.id });
  expect(await withdrawFromStudy(await scene.as(jan), { id: withdrawal, study: study.id })).toEqual(first);
  expect(await scene.db.select().from(consent)).toHaveLength(2);
  await expect(scene.db.execute(sql`update consent set answer = 'refused'`)).rejects.toThrow();
});

test("nobody under 16 is asked or can answer; nor who takes part in no space of the study", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const [young, stranger, gone] = [await scene.resident({ ageGroup: "13_to_15" }), await makePerson(scene.db), await scene.resident()];
  await scene.db.update(groupMembership).set({ endedAt: scene.house.now() }).where(eq(groupMembership.personId, gone.id));
  await scene.db.update(spaceMembership).set({ leftAt: scene.house.now() }).where(eq(spaceMembership.personId, gone.id));
  expect(await refusal(say(scene, young, study.id, "yes"))).toBe("too_young");
  expect(await readMyStudies(await scene.as(young))).toEqual({ asked: false, studies: [] });
  expect((await readStudy(await scene.as(young), study.id)).may.answer).toBe("too_young");
  for (const person of [stranger, gone]) {
    expect(await refusal(say(scene, person, study.id, "yes"))).toBe("join_space");
    expect((await readMyStudies(await scene.as(person))).studies).toEqual([]);
  }
  expect(await refusal(say(scene, null, study.id, "yes"))).toBe("sign_in");
  expect(await scene.db.select().from(consent)).toEqual([]);
});

test("a draft cannot be answered, a closed study neither; a yes can be taken back all the same", async () => {
  const scene = await makeScene(home.database);
  const [draft, study] = [await scene.study({ state: "draft" }), await scene.study()];
  const jan = await scene.resident();
  expect(await refusal(say(scene, jan, draft.id, "yes"))).toBe("not_found");
  await say(scene, jan, study.id, "yes");
  await closeStudy(await scene.as(scene.ann), { study: study.id });
  expect(await refusal(say(scene, jan, study.id, "no"))).toBe("closed");
  expect(await refusal(withdrawFromStudy(await scene.as(jan), { id: randomUUID(), study: study.id }))).toBe("done");
});

test("a yes to one study says nothing about another", async () => {
  const scene = await makeScene(home.database);
  const [one, two] = [await scene.study(), await scene.study()];
  const jan = await scene.resident();
  await say(scene, jan, one.id, "yes");
  const mine = new Map((await readMyStudies(await scene.as(jan))).studies.map((study) => [study.id, study.mine?.answer ?? null]));
  expect(mine).toEqual(new Map([[one.id, "given"], [two.id, null]]));
});

test("everyone sees and takes along what is kept about them, and which releases held it", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const [jan] = await scene.participants(study.id, 5);
  await scene.make(study.id);
  const parts = new Map((await collectDownload(await scene.as(jan!))).map((part) => [part.key, part.rows]));
  expect(parts.get("studyAnswers")).toMatchObject([{ study: study.title, answer: "given", coversBefore: true }]);
  expect(parts.get("studyReleases")).toMatchObject([{ study: study.title, release: 1, rows: 1 }]);
  expect(parts.get("log")).toMatchObject([{ what: "Iemand schreef een bericht", type: "discussion.message-posted", space: scene.space.name }]);
  expect((await readMyStudies(await scene.as(jan!))).studies[0]!.releases).toMatchObject([{ number: 1, rows: 1 }]);
});

test("who erases the account is gone from the next release and listed; no table still holds the person's id", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const people = await scene.participants(study.id, 6);
  const jan = people[0]!;
  await scene.db.update(personTable).set({ passwordHash: await hashPassword("goed wachtwoord") }).where(eq(personTable.id, jan.id));
  await scene.make(study.id);
  expect((await describeErasure(await scene.as(jan))).lines.map((line) => line.what)).toContain("Antwoorden op studies (zonder jouw naam)");
  await eraseAccount(await scene.as(jan), { currentPassword: "goed wachtwoord", words: "keep" });
  expect(scene.house.published.filter((one) => one.type === "research.rows-withdrawn")).toHaveLength(1);
  const { files, row } = await scene.make(study.id);
  expect(row.participants).toBe(5);
  expect(readCsv(files.get("withdrawn.csv")!)).toHaveLength(1);
  expect(await scene.db.select().from(fact).where(eq(fact.actorId, jan.actorId))).not.toEqual([]);
  const tables = await scene.db.execute<{ name: string }>(sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`);
  for (const { name } of tables.rows) {
    const found = await scene.db.execute(sql.raw(`select 1 from ${name} t where t::text like '%${jan.id}%' limit 1`));
    expect([name, found.rows.length]).toEqual([name, 0]);
  }
});
