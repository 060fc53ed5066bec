import { readdirSync } from "node:fs";
import { eq, isNotNull, isNull, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  activity, activitySignUp, appeal, consent, decision, discussion, document, documentComment, documentEdition, documentWriter, experiment, factOutbox, groupMembership, installationSetting, joinRequest, link, mailOutbox,
  message, messageReaction, notice, organisation, person, questionBundleItem, questionSupport, report, space, spaceRole, study, studyAnswer, studyResearcher,
} from "#db/schema/index";
import { emptyAll, useDatabase } from "#db/test/use-database";
import { makePerson } from "#db/factories/make-person";
import { signIn } from "~/features/accounts/index.server";
import { makeCtx, type House } from "~/platform/ctx.server";
import { testHouse } from "~/platform/test/test-house";
import { loadRegion } from "./load-region";
import type { Demonstration } from "./regions/demonstration";
import { textsOf } from "./regions/block";
import { resolveMoment } from "./regions/moment";
import { removeDemonstration } from "./remove-demonstration";
import { seedDemonstration, type TryOut } from "./seed-demonstration";
import { seedReference } from "./seed-reference";
import { brokenStreams, stateOfTables } from "./test/walk-tables";

const home = useDatabase({ keep: true });
const today = new Date("2025-11-20T10:00:00Z");
const longEnough = 120_000;

async function emptyHouse(id: string): Promise<House> {
  const { database } = home;
  await emptyAll(database);
  const region = await loadRegion(id);
  await database.withTx(async (tx) => ({ value: await seedReference(tx, region) }));
  return { ...testHouse(database, { now: today }), region };
}

describe.each(["proefstreek", "westhoek"])("the demonstration of %s", (id) => {
  let house: House;
  let demo: Demonstration;
  let tryOuts: TryOut[];
  let before: Record<string, string>;
  const all = <T>(of: (one: Demonstration["spaces"][number]) => T[]) => demo.spaces.flatMap(of);

  test("is acted whole, everything at its own moment", { timeout: longEnough }, async () => {
    house = await emptyHouse(id);
    demo = await house.region.demonstration();
    const { db } = home.database;
    before = await stateOfTables(db);
    tryOuts = await seedDemonstration(house);

    expect(await db.$count(person)).toBe(demo.people.length);
    expect(await db.$count(organisation)).toBe(demo.organisations.length);
    const spaces = await db.select({ slug: space.slug, status: space.status, isExample: space.isExample, openedAt: space.openedAt }).from(space);
    expect(spaces.map((one) => one.slug).sort()).toEqual(demo.spaces.map((one) => one.slug).sort());
    for (const one of demo.spaces) {
      expect(spaces.find(({ slug }) => slug === one.slug)).toEqual({ slug: one.slug, status: one.status, isExample: true, openedAt: resolveMoment(one.opened, today, house.region.timeZone) });
    }
    expect(await db.$count(spaceRole, isNull(spaceRole.endedAt))).toBe(all(({ roles }) => roles).length);
    expect(await db.$count(groupMembership)).toBe(all(({ groups }) => groups).flatMap(({ members }) => members).length);
    expect(await db.$count(joinRequest, eq(joinRequest.state, "open"))).toBe(all(({ groups }) => groups).flatMap(({ requests }) => requests).length);
    expect(await db.$count(questionSupport)).toBe(all(({ discussions }) => discussions).flatMap(({ question }) => question?.supporters ?? []).length);
    const reactions = all(({ discussions }) => discussions).flatMap(({ messages }) => messages.flatMap((one) => Object.values(one.reactions ?? {}).flat()));
    expect([await db.$count(messageReaction), reactions.length > 0]).toEqual([reactions.length, true]);
    expect(await db.$count(activitySignUp)).toBe(all(({ activities }) => activities).flatMap(({ signUps }) => signUps).length);
    const waiting = all(({ activities }) => activities).flatMap(({ signUps }) => signUps.filter(({ state }) => state === "waiting"));
    expect(await db.$count(activitySignUp, eq(activitySignUp.state, "waiting"))).toBe(waiting.length);

    const talk = await db.select({ title: discussion.title, state: discussion.questionState, text: message.text, at: message.createdAt }).from(message).innerJoin(discussion, eq(discussion.id, message.discussionId));
    const told = all(({ discussions }) => discussions).flatMap(({ title, question, messages }) =>
      messages.map((one) => ({ title, state: question?.state ?? null, text: one.text.trim(), at: resolveMoment(one, today, house.region.timeZone) })),
    );
    const inOrder = (list: typeof told) => list.map((one) => `${one.at.toISOString()} ${one.title} [${one.state}] ${one.text}`).sort();
    expect(inOrder(talk)).toEqual(inOrder(told));
  });

  test("holds the shared texts as they were written, by whom, with remarks and editions", async () => {
    const { db } = home.database;
    const texts = all(({ documents }) => documents);
    const rows = await db.select({ id: document.id, title: document.title, text: document.plainText, seq: document.seq, contentSeq: document.contentSeq }).from(document);
    expect(rows).toHaveLength(texts.length + texts.filter(({ easy }) => easy).length);
    for (const one of texts) {
      const row = rows.find(({ title }) => title === one.title)!;
      expect(row.text).toBe([...textsOf(one.blocks), ...(one.tasks ?? []).map(({ text }) => text)].join("\n"));
      expect(row.contentSeq).toBe(row.seq);
      expect(await db.$count(documentWriter, eq(documentWriter.documentId, row.id))).toBe(one.writers.length);
      const editions = await db.select({ number: documentEdition.number, slug: documentEdition.slug, authors: documentEdition.authors, text: documentEdition.plainText }).from(documentEdition).where(eq(documentEdition.documentId, row.id));
      const { edition } = one;
      const named = edition?.named.map((key) => demo.people.find((person) => person.key === key)!.name);
      expect(editions).toEqual(edition ? [{ number: edition.number, slug: edition.slug, authors: named, text: row.text }] : []);
    }
    expect(await db.$count(documentComment)).toBe(texts.flatMap(({ comments }) => comments).length);
  });

  test("brought experiments, bundles and cases as far as told", async () => {
    const { db } = home.database;
    const trials = await db.select({ title: experiment.title, stage: experiment.stage, outcome: experiment.outcome, measured: experiment.measured, lesson: experiment.lesson }).from(experiment);
    const byTitle = (a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title);
    expect(trials.sort(byTitle)).toEqual(all(({ experiments }) => experiments).map(({ title, stage, outcome, measured, lesson }) => ({ title, stage, outcome, measured, lesson })).sort(byTitle));
    const came = await db.select({ title: activity.title, headcount: activity.headcount, priceCents: activity.priceCents, startsAt: activity.startsAt }).from(activity);
    const told = all(({ activities }) => activities).map(({ title, headcount, priceCents, starts }) => ({ title, headcount, priceCents, startsAt: resolveMoment(starts, today, house.region.timeZone) }));
    expect(came.sort(byTitle)).toEqual(told.sort(byTitle));
    const bundled = all(({ bundles }) => bundles);
    expect(await db.$count(questionBundleItem)).toBe(bundled.flatMap(({ questions }) => questions).length);
    const led = bundled.flatMap((one) => [one.activity, one.experiment].filter((key) => key !== null));
    const answered = all(({ discussions }) => discussions).filter(({ question }) => question?.state === "answered");
    expect(await db.$count(link)).toBe(led.length + answered.length);

    const cases = all((one) => one.cases);
    expect(await db.$count(report)).toBe(cases.flatMap(({ reports }) => reports).length);
    const decisions = await db.select({ measure: decision.measure, rule: decision.rule, undoneAt: decision.undoneAt, reasons: decision.reasons }).from(decision);
    expect(decisions).toHaveLength(cases.length);
    for (const one of cases) {
      const found = decisions.find(({ reasons }) => reasons.includes(one.decision.words))!;
      expect(found).toMatchObject({ measure: one.decision.measure, rule: one.decision.rule });
      expect(found.undoneAt !== null).toBe(one.appeal?.decided.outcome === "overturned");
    }
    expect(await db.$count(appeal, isNotNull(appeal.outcome))).toBe(cases.filter((one) => one.appeal).length);
    const hidden = cases.filter((one) => one.decision.measure === "hide" && one.appeal?.decided.outcome !== "overturned").length;
    expect(await db.$count(message, eq(message.state, "hidden"))).toBe(hidden);
  });

  test("opened its study where nobody said no, to those who were asked", async () => {
    const { db } = home.database;
    const studies = await db.select({ id: study.id, slug: study.slug, title: study.title, state: study.state }).from(study);
    expect(studies).toEqual(demo.studies.map(({ slug, title, state }) => ({ id: expect.any(String) as string, slug, title, state })));
    const answers = await db.select({ agrees: studyAnswer.agrees, reason: studyAnswer.reason }).from(studyAnswer);
    const byReason = (list: typeof answers) => list.map(({ agrees, reason }) => `${agrees} ${reason}`).sort();
    expect(byReason(answers)).toEqual(byReason(demo.studies.flatMap((one) => one.answers.map(({ agrees, reason }) => ({ agrees, reason })))));
    expect(await db.$count(studyResearcher)).toBe(demo.studies.flatMap(({ researchers }) => researchers).length);
    const consents = await db.select({ answer: consent.answer, coversBefore: consent.coversBefore, at: consent.at }).from(consent).orderBy(consent.at, consent.answer);
    const told = demo.studies.flatMap((one) => one.consents.map(({ answer, coversBefore, at }) => ({ answer, coversBefore, at: resolveMoment(at, today, house.region.timeZone) })));
    const inOrder = (list: typeof consents) => list.map(({ answer, coversBefore, at }) => `${at.toISOString()} ${answer} ${coversBefore}`).sort();
    expect(inOrder(consents)).toEqual(inOrder(told));
  });

  test("leaves facts that number their streams without a hole, none of them later than now", async () => {
    const { db } = home.database;
    expect(await brokenStreams(db)).toEqual([]);
    const { rows } = await db.execute(sql`SELECT type FROM fact WHERE occurred_at > ${today.toISOString()}::timestamptz OR occurred_at < ${today.toISOString()}::timestamptz - interval '400 days'`);
    expect(rows).toEqual([]);
    expect(await db.$count(factOutbox)).toBe(0);
  });

  test("gave its people notices of the time, and sends no letter of a past that never was", async () => {
    const { db } = home.database;
    const notices = await db.select({ at: notice.createdAt, readAt: notice.readAt }).from(notice);
    expect(notices.length).toBeGreaterThan(demo.people.length);
    expect(notices.filter(({ at }) => at >= today)).toEqual([]);
    expect(notices.some(({ readAt }) => readAt !== null)).toBe(true);
    expect(await db.$count(mailOutbox)).toBe(0);
  });

  test("lets those who are printed sign in with the one password", { timeout: 30_000 }, async () => {
    expect(tryOuts.map(({ what }) => what)).toEqual(demo.people.flatMap(({ tryOut }) => tryOut ?? []));
    const keys = demo.people.filter(({ tryOut }) => tryOut).map(({ key }) => key);
    tryOuts.forEach(({ signInName }, place) => expect(signInName).toMatch(new RegExp(`^${keys[place]}-\\d{3}$`)));
    const { signInName, password } = tryOuts[0]!;
    expect(password.split(" ")).toHaveLength(4);
    const ctx = makeCtx(house, { device: "a-device" });
    const answer = await signIn(ctx, { name: signInName, password, device: "shared" });
    expect(answer.setCookies.length).toBeGreaterThan(0);
  });

  test("is there once: a second start changes nothing and says the same", async () => {
    const { db } = home.database;
    const loaded = await stateOfTables(db);
    expect(await seedDemonstration(house)).toEqual(tryOuts);
    expect(await stateOfTables(db)).toEqual(loaded);
  });

  test("can be taken away without a trace, and does not come back by itself", { timeout: longEnough }, async () => {
    const { db } = home.database;
    const removed = await removeDemonstration(house);
    expect(removed).toEqual({ people: demo.people.length, spaces: demo.spaces.length, organisations: demo.organisations.length, files: demo.spaces.flatMap(({ discussions }) => discussions.flatMap(({ messages }) => messages.filter(({ picture }) => picture))).length });
    expect(readdirSync(house.dataDir, { recursive: true }).filter((name) => String(name).endsWith(".webp"))).toEqual([]);
    expect(await stateOfTables(db)).toEqual(before);
    expect(await db.select({ key: installationSetting.key, value: installationSetting.value }).from(installationSetting)).toEqual([{ key: "demonstration", value: { state: "removed" } }]);
    expect(await seedDemonstration(house)).toEqual([]);
    expect(await stateOfTables(db)).toEqual(before);
  });
});

test("a demonstration that the product refuses half-way leaves nothing, and the next start begins again", { timeout: longEnough }, async () => {
  const house = await emptyHouse("proefstreek");
  const { db } = home.database;
  const before = await stateOfTables(db);
  const sound = await house.region.demonstration();
  const broken = structuredClone(sound);
  broken.spaces[0]!.discussions[0]!.messages[2]!.text = " ";
  const refused = seedDemonstration({ ...house, region: { ...house.region, demonstration: async () => broken } });
  await expect(refused).rejects.toThrow('"moestuin: sam writes in slakken"');
  expect(await stateOfTables(db)).toEqual(before);
  expect(await db.$count(installationSetting)).toBe(0);
  expect(await seedDemonstration(house)).not.toEqual([]);

  await removeDemonstration(house);
  expect(await seedDemonstration(house)).toEqual([]);
  expect(await seedDemonstration(house, true)).not.toEqual([]);
});

test("where real people are, nothing invented is added", async () => {
  const house = await emptyHouse("proefstreek");
  const { db } = home.database;
  await makePerson(db);
  const before = await stateOfTables(db);
  expect(await seedDemonstration(house)).toEqual([]);
  expect(await stateOfTables(db)).toEqual(before);
});
