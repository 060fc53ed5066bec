import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeActivity } from "#db/factories/make-activity";
import { makeDocument, makeDocumentComment } from "#db/factories/make-document";
import { makeExperiment } from "#db/factories/make-experiment";
import { makeProposal } from "#db/factories/make-proposal";
import { spaceMembership, spaceRole } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { reportWords, type ReportKind } from "~/features/house-rules/report-path";
import { readAsked } from "~/features/search/asked";
import { searchEverything } from "~/features/search/index.server";
import { streamId } from "~/platform/streams";
import { readCase, readOwnDecision, readReportForm, reportThing, takeBackDecision } from "./index.server";
import { subjectKinds, subjectOf } from "./subjects.server";
import { makeDesk, refusal } from "./test/make-desk";

const home = useDatabase();

test("everything that carries 'Niet oké? Zeg het ons' can be moderated", () => {
  expect(subjectKinds().sort()).toEqual(Object.keys(reportWords).sort());
});

/** One thing of each kind that Noor wrote, in the same group. */
async function things() {
  const scene = await makeDesk(home.database);
  const { db, group, noor } = scene;
  const where = { groupId: group.id, spaceId: group.spaceId };
  const document = await makeDocument(db, { ...where, authorActor: noor.actorId, title: "Handleiding ezelrijden" });
  const made: Partial<Record<ReportKind, string>> = {
    message: scene.message.id,
    discussion: scene.discussion.id,
    document: document.id,
    comment: (await makeDocumentComment(db, { documentId: document.id, authorActor: noor.actorId, text: "Ezels!" })).id,
    proposal: (await makeProposal(db, { document, authorActor: noor.actorId })).id,
    activity: (await makeActivity(db, { group, createdByActor: noor.actorId, title: "Ezelrit", startsAt: new Date("2026-12-03T13:00:00Z") })).id,
    experiment: (await makeExperiment(db, { group, createdByActor: noor.actorId, title: "Ezelproef" })).id,
  };
  return { ...scene, made };
}

for (const kind of ["message", "discussion", "document", "comment", "proposal", "activity", "experiment"] as const) {
  test(`hiding a ${kind} takes it from readers; taking back gives it back as it was`, async () => {
    const { made, as, jef, mia, report, decide } = await things();
    const id = made[kind]!;
    const form = await readReportForm(await as(jef), reportWords[kind], id);
    expect(form).toMatchObject({ kind, subject: id, shownName: "Noor", own: false });
    await reportThing(await as(jef), report(id, { kind }));
    const before = await subjectOf(kind).find(await as(jef), id);
    const { decisionId } = await decide(mia, { measure: "hide" }, id);
    expect((await subjectOf(kind).find(await as(jef), id))!.state).toBe("hidden");
    expect(await refusal(readReportForm(await as(jef), reportWords[kind], id))).toBe("not_found");
    expect(await refusal(reportThing(await as(null), report(id, { kind })))).toBe("not_found");
    await takeBackDecision(await as(mia), { decision: decisionId });
    expect(await subjectOf(kind).find(await as(jef), id)).toEqual(before);
    const second = await decide(mia, { measure: "remove" }, id);
    expect((await subjectOf(kind).find(await as(jef), id))!.state).toBe("removed");
    await takeBackDecision(await as(mia), { decision: second.decisionId });
    expect(await subjectOf(kind).find(await as(jef), id)).toEqual(before);
  });
}

test("search finds nothing of what is hidden but for who moderates there, and finds it again when the decision is taken back", async () => {
  const { reportBy, decide, jef, mia, as } = await makeDesk(home.database);
  const found = async (person: typeof jef | null) => (await searchEverything(await as(person), readAsked(new URLSearchParams({ woorden: "ezel" })))).messages.length;
  expect([await found(null), await found(jef)]).toEqual([1, 1]);
  await reportBy(jef);
  const { decisionId } = await decide(mia, { measure: "hide" });
  expect([await found(null), await found(jef), await found(mia)]).toEqual([0, 0, 1]);
  await takeBackDecision(await as(mia), { decision: decisionId });
  expect(await found(null)).toBe(1);
});

test("a text written by many has no measure on who began it, who may report it too", async () => {
  const { made, as, noor, mia, report, caseOf } = await things();
  await reportThing(await as(noor), report(made.document!, { kind: "document" }));
  const one = await readCase(await as(mia), (await caseOf(made.document)).id);
  expect(one.measures).toEqual(["none", "hide", "remove"]);
});

test("somebody who takes part can be reported by who has an account there; the measures are on the person", async () => {
  const { db, as, jef, noor, mia, report, decide, caseOf, outsider, space } = await makeDesk(home.database);
  const [membership] = await db.select().from(spaceMembership).where(and(eq(spaceMembership.personId, noor.id), eq(spaceMembership.spaceId, space.id)));
  const { id } = membership!;
  expect(await refusal(readReportForm(await as(null), "deelnemer", id))).toBe("sign_in");
  expect(await refusal(reportThing(await as(noor), report(id, { kind: "membership" })))).toBe("not_yourself");
  expect((await readReportForm(await as(outsider), "deelnemer", id)).shownName).toBe("Noor");
  await reportThing(await as(jef), report(id, { kind: "membership" }));
  expect((await readCase(await as(mia), (await caseOf(id)).id)).measures).toEqual(["none", "warn", "mute", "suspend"]);
  const { letter } = await decide(mia, { measure: "suspend", scope: "space", days: "1" }, id);
  expect(letter).toContain("Dit gaat over hoe je meedoet in de leerplek “Samen op weg”.");
  expect(letter).not.toContain("Noor");
});

test("a report on the leerplek itself goes past who runs it; the letter goes to them", async () => {
  const { house, db, as, jef, mia, dirk, space, here, report, decide, caseOf } = await makeDesk(home.database);
  await db.insert(spaceRole).values({ spaceId: space.id, personId: mia.id, organisationId: here.id, role: "space_steward", function: "beheerder" });
  await reportThing(await as(jef), report(space.id, { kind: "space" }));
  const row = await caseOf(space.id);
  expect(row).toMatchObject({ authorActor: null, ownerPersonId: dirk.id });
  expect(await refusal(readCase(await as(mia), row.id))).toBe("not_own_case");
  expect((await readCase(await as(dirk), row.id)).measures).toEqual(["none", "warn"]);
  house.published.length = 0;
  const { decisionId } = await decide(dirk, { measure: "warn" }, space.id);
  expect(house.published.map((one) => one.stream)).toContain(streamId("person", mia.actorId));
  expect((await readOwnDecision(await as(mia), decisionId)).may.askSecondLook).toBe(true);
  expect(await refusal(readOwnDecision(await as(dirk), decisionId))).toBe("not_found");
});
