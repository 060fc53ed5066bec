import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { fact, installationRole, person, spaceRole } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { sqlFailureOf } from "#db/client.server";
import { groupStream } from "~/features/groups/index.server";
import { deskStream } from "~/features/spaces/index.server";
import { accessStream } from "~/platform/stream-access.server";
import { ctxOfHouse } from "~/platform/test/test-house";
import { askSecondLook, checkEveryCaseHasOwner, claimCase, decideSecondLook, lookIntoGroup, officialsWhoLooked, passOnOverdueCases, readCase, readCaseLog, readDesk, readFigures } from "./index.server";
import { passOnCase } from "./pass-on-cases.server";
import { tellReporter } from "./tell-reporters.server";
import { makeDesk, refusal } from "./test/make-desk";

const home = useDatabase();
const dayAndABit = 24 * 60 + 1;

test("an overdue case goes from moderator to deputy to duty desk, with one fact each time", async () => {
  const { house, reportBy, caseOf, jef, mia, dirk, wanda, later } = await makeDesk(home.database);
  await reportBy(jef);
  expect(await passOnOverdueCases(house)).toBe(0);
  const owners = [mia.id];
  for (const next of [dirk.id, wanda.id]) {
    later(dayAndABit);
    house.published.length = 0;
    expect(await passOnOverdueCases(house)).toBe(1);
    expect((await caseOf()).ownerPersonId).toBe(next);
    expect(house.published.map((one) => [one.type, one.data.because])).toEqual([["moderation.owner-chosen", "term-passed"]]);
    owners.push(next);
    expect(await passOnOverdueCases(house)).toBe(0);
  }
  later(dayAndABit);
  await passOnOverdueCases(house);
  expect((await caseOf()).ownerPersonId).toBe(mia.id);
});

test("where nobody else can be asked the owner keeps it, without a second letter", async () => {
  const { house, db, reportBy, caseOf, jef, mia, dirk, later } = await makeDesk(home.database);
  await db.delete(installationRole);
  await db.delete(spaceRole).where(eq(spaceRole.personId, dirk.id));
  await reportBy(jef);
  later(dayAndABit);
  house.published.length = 0;
  expect(await passOnOverdueCases(house)).toBe(1);
  expect(await caseOf()).toMatchObject({ ownerPersonId: mia.id, ownerSince: house.now() });
  expect(house.published).toEqual([]);
});

test("an owner whose role ended is replaced at once; the check fails loudly when nobody is left", async () => {
  const { house, db, reportBy, caseOf, jef, mia, dirk } = await makeDesk(home.database);
  await reportBy(jef);
  await checkEveryCaseHasOwner(house);
  await db.update(spaceRole).set({ endedAt: house.now() }).where(eq(spaceRole.personId, mia.id));
  const { number } = await caseOf();
  await expect(checkEveryCaseHasOwner(house)).rejects.toThrow(`1 open cases have no reachable owner: ${number}`);
  expect(await passOnOverdueCases(house)).toBe(1);
  expect((await caseOf()).ownerPersonId).toBe(dirk.id);
  await checkEveryCaseHasOwner(house);
  await db.update(person).set({ disabledAt: house.now() }).where(eq(person.id, dirk.id));
  await db.delete(installationRole);
  await passOnOverdueCases(house);
  expect((await caseOf()).ownerPersonId).toBeNull();
  const logged: unknown[] = [];
  house.logger.error = ((line: unknown) => void logged.push(line)) as typeof house.logger.error;
  await expect(checkEveryCaseHasOwner(house)).rejects.toThrow();
  expect(logged).toEqual([{ cases: [number] }]);
});

test("only the house passes cases on and tells reporters, and only when there is a reason", async () => {
  const { house, reportBy, caseOf, jef, mia, as } = await makeDesk(home.database);
  const { sent } = await reportBy(jef);
  const { id } = await caseOf();
  expect(await refusal(passOnCase(await as(mia), { case: id }))).toBe("forbidden");
  expect(await refusal(passOnCase(ctxOfHouse(house), { case: id }))).toBe("already_done");
  expect(await refusal(passOnCase(ctxOfHouse(house), { case: randomUUID() }))).toBe("not_found");
  expect(await refusal(tellReporter(await as(mia), { report: sent.id }))).toBe("forbidden");
  expect(await refusal(tellReporter(ctxOfHouse(house), { report: sent.id }))).toBe("already_done");
  expect(await refusal(tellReporter(ctxOfHouse(house), { report: randomUUID() }))).toBe("not_found");
});

test("the duty desk sees what was given to it, not the rest of a space", async () => {
  const { house, reportBy, caseOf, jef, wanda, as, later, decide } = await makeDesk(home.database);
  await reportBy(jef);
  const { id } = await caseOf();
  expect(await refusal(readCase(await as(wanda), id))).toBe("not_found");
  expect((await readDesk(await as(wanda), { which: "waiting", page: 1 })).lines).toEqual([]);
  later(dayAndABit);
  await passOnOverdueCases(house);
  later(dayAndABit);
  await passOnOverdueCases(house);
  expect((await readDesk(await as(wanda), { which: "waiting", page: 1 })).lines).toMatchObject([{ id, mine: true }]);
  const { letter } = await decide(wanda, { measure: "hide" });
  expect(letter).toContain("iemand van de wachtdienst");
});

test("the queue stands in order: danger, weight, age; over all spaces of the moderator, with none of another's", async () => {
  const scene = await makeDesk(home.database);
  const { reportBy, jef, mia, as, message, first, last, later, house, space } = scene;
  await reportBy(jef, { subject: last.id });
  later(1);
  await reportBy(jef);
  await reportBy(null);
  later(1);
  await reportBy(jef, { subject: first.id, danger: true });
  const desk = await readDesk(await as(mia), { which: "waiting", page: 1 });
  const ids = await Promise.all([first, message, last].map(async (one) => (await scene.caseOf(one.id)).id));
  expect(desk.lines.map((line) => line.id)).toEqual(ids);
  expect(desk).toMatchObject({ waiting: 3, more: false, streams: [{ stream: deskStream(space.id), head: house.published.filter((one) => one.stream).length }] });
  const other = await makeDesk(home.database);
  expect((await readDesk(await other.as(other.mia), { which: "waiting", page: 1 })).lines).toEqual([]);
  expect(await refusal(accessStream(await other.as(other.mia), deskStream(space.id)))).toBe("not_found");
  expect(await refusal(accessStream(await as(jef), deskStream(space.id)))).toBe("not_found");
  expect(await refusal(accessStream(await as(mia), deskStream(space.id)))).toBe("done");
});

test("the case shows what is needed and nothing of who reported", async () => {
  const { reportBy, caseOf, jef, mia, as, later, db, noor } = await makeDesk(home.database);
  await db.update(person).set({ email: "jef@example.org" }).where(eq(person.id, jef.id));
  await reportBy(jef, { explanation: "Dat kan niet." });
  later(1);
  await reportBy(null, { contact: "els@example.org" });
  const one = await readCase(await as(mia), (await caseOf()).id);
  expect(one).toMatchObject({ state: "open", evidence: { shownName: "Noor", text: "Jij bent een ezel" }, earlier: 0, now: { state: "visible", changed: false }, owner: "Mia, moderator, Gemeente Hier" });
  expect(one.reports.map((each) => [each.account, each.explanation])).toEqual([
    [true, "Dat kan niet."],
    [false, ""],
  ]);
  expect(one.surroundings.items.map((each) => [each.text, each.it])).toEqual([
    ["Goeiemorgen", false],
    ["Jij bent een ezel", true],
    ["Tot morgen", false],
  ]);
  for (const secret of ["example.org", jef.id, jef.actorId, noor.id, noor.actorId, "Jef"]) expect(JSON.stringify(one)).not.toContain(secret);
});

test("looking around in a closed group leaves a trace that its members see, lasts an hour, and needs a case", async () => {
  const { house, reportBy, caseOf, decide, group, jef, mia, dirk, noor, outsider, as, later } = await makeDesk(home.database, { closed: true });
  await reportBy(jef);
  const { id } = await caseOf();
  expect((await readCase(await as(mia), id)).surroundings).toEqual({ state: "ask", items: [] });
  expect(await officialsWhoLooked(await as(noor), group.id)).toEqual([]);
  expect(await refusal(lookIntoGroup(await as(outsider), { case: id }))).toBe("not_found");
  expect(await refusal(lookIntoGroup(await as(null), { case: id }))).toBe("sign_in");
  house.published.length = 0;
  await lookIntoGroup(await as(mia), { case: id });
  expect(house.published.map((one) => [one.type, one.stream, one.actorId, one.data])).toEqual([
    ["moderation.surroundings-opened", deskStream(group.spaceId), mia.actorId, { caseId: id }],
    ["moderation.looked-in", groupStream(group.id), mia.actorId, {}],
  ]);
  expect((await readCase(await as(mia), id)).surroundings).toMatchObject({ state: "shown", items: [{ text: "Goeiemorgen" }, { it: true }, { text: "Tot morgen" }] });
  expect((await readCase(await as(dirk), id)).surroundings.state).toBe("ask");
  expect(await officialsWhoLooked(await as(noor), group.id)).toEqual([{ name: "Mia, moderator, Gemeente Hier", at: house.now().toISOString() }]);
  expect(await refusal(officialsWhoLooked(await as(outsider), group.id))).toBe("join_group");
  later(61);
  expect((await readCase(await as(mia), id)).surroundings.state).toBe("ask");
  await decide(mia, { measure: "hide" });
  expect(await refusal(lookIntoGroup(await as(mia), { case: id }))).toBe("already_decided");
});

test("every step is in the log, and the log cannot be changed", async () => {
  const { db, reportBy, caseOf, decide, jef, mia, dirk, noor, as } = await makeDesk(home.database);
  await reportBy(jef);
  const { id } = await caseOf();
  await claimCase(await as(mia), { case: id });
  const { decisionId } = await decide(mia, { measure: "hide" });
  const asked = { id: randomUUID(), decision: decisionId, text: "Waarom?" };
  await askSecondLook(await as(noor), asked);
  await decideSecondLook(await as(dirk), { appeal: asked.id, version: (await caseOf()).version, outcome: "overturned", answer: "Je hebt gelijk." });
  const log = await readCaseLog(await as(mia), id);
  expect(log.lines.map((line) => [line.type, line.by])).toEqual([
    ["moderation.thing-reported", null],
    ["moderation.owner-chosen", null],
    ["moderation.case-claimed", "Mia, moderator, Gemeente Hier"],
    ["moderation.case-decided", "Mia, moderator, Gemeente Hier"],
    ["moderation.second-look-asked", null],
    ["moderation.owner-chosen", null],
    ["moderation.second-look-decided", "Dirk, moderator, Gemeente Daar"],
  ]);
  expect(JSON.stringify(log.lines)).not.toContain(decisionId);
  expect(await refusal(readCaseLog(await as(noor), id))).toBe("not_found");
  const before = await db.select().from(fact);
  for (const statement of [sql`update fact set data = '{}'`, sql`delete from fact`, sql`truncate fact`]) {
    const failure = await db.execute(statement).then(
      () => null,
      (error: unknown) => sqlFailureOf(error),
    );
    expect(failure?.state).toBe("LH001");
  }
  expect(await db.select().from(fact)).toEqual(before);
});

test("public figures count reports, decisions, measures, second looks and how long it took", async () => {
  const { reportBy, decide, jef, mia, dirk, noor, as, space, later, first, caseOf } = await makeDesk(home.database);
  await reportBy(jef);
  await reportBy(null);
  later(120);
  const { decisionId } = await decide(mia, { measure: "hide" });
  await reportBy(jef, { subject: first.id });
  later(240);
  await decide(mia, { measure: "none", found: "nothing", rule: "" }, first.id);
  const asked = { id: randomUUID(), decision: decisionId, text: "Waarom?" };
  await askSecondLook(await as(noor), asked);
  await decideSecondLook(await as(dirk), { appeal: asked.id, version: (await caseOf()).version, outcome: "overturned", answer: "Je hebt gelijk." });
  const figures = await readFigures(await as(null), space.slug);
  expect(figures.years).toMatchObject([{ year: 2025, received: 3, decided: 2, medianHours: 3, appeals: 1, overturned: 1 }]);
  expect(figures.years[0]!.measures).toMatchObject({ hide: 1, none: 1, remove: 0 });
  expect(await refusal(readFigures(await as(null), "bestaat-niet"))).toBe("not_found");
});

