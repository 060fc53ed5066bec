import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceMembership, makeSpaceRole } from "#db/factories/make-space";
import { makeConsent } from "#db/factories/make-study";
import { spaceMembership, study as studyTable, studyInvitation, studyResearcher } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { answerForStudy, becomeResearcher, changeStudy, closeStudy, destroyStudyKey, inviteResearcher, openStudy, readResearcherInvitation, readStudy, readStudyDesk, readStudyForm, readStudyWork, startStudy, withdrawFromStudy, answerStudy, listStudies } from "./index.server";
import { makeScene, refusal } from "./test/make-scene";

const home = useDatabase();
type Scene = Awaited<ReturnType<typeof makeScene>>;

const settings = (spaces: string[]) => ({
  title: "Wat helpt om mee te doen?",
  purpose: "We willen weten welke stappen mensen zetten.",
  investigator: "Lotte",
  institution: "Hogeschool Proef",
  legalBasis: "Jouw toestemming",
  ethicsReference: "",
  recipients: "Lotte en niemand anders.",
  fields: ["type", "occurred_at"],
  spaces,
  periodFrom: "2025-01-01",
  periodTo: "2026-12-31",
  retentionEnd: "2028-12-31",
  sheet: "Dag. Ik ben Lotte.",
});
const start = async (scene: Scene, given: Record<string, unknown> = {}, by = scene.ann) => startStudy(await scene.as(by), { id: randomUUID(), ...settings([scene.space.id]), ...given });
const answer = async (scene: Scene, study: string, said: "yes" | "no", by = scene.speaker, organisation = scene.organisation.id) => answerForStudy(await scene.as(by), { study, organisation, answer: said, reason: said === "no" ? "Liever niet" : "" });

test("a data steward starts a study, asks the organisations, invites the researcher, opens and closes it", async () => {
  const scene = await makeScene(home.database);
  const { id, slug } = await start(scene);
  expect(slug).toBe("wat-helpt-om-mee-te-doen");
  expect(scene.house.published.map((one) => [one.type, one.stream])).toEqual([
    ["research.study-moved", null],
    ["research.answer-asked", `person:${scene.speaker.actorId}`],
  ]);
  const ann = await scene.as(scene.ann);
  expect(await refusal(openStudy(ann, { study: id }))).toBe("too_soon");
  expect(await refusal(readStudy(await scene.as(null), slug))).toBe("not_found");
  await answer(scene, id, "no");
  expect(await refusal(openStudy(ann, { study: id }))).toBe("organisation_said_no");
  await answer(scene, id, "yes");
  const { code } = await inviteResearcher(ann, { id: randomUUID(), study: id, institution: "Hogeschool Proef" });
  const lotte = await scene.as(scene.lotte);
  expect(await readResearcherInvitation(lotte, code!)).toMatchObject({ institution: "Hogeschool Proef", may: true });
  expect(await becomeResearcher(lotte, { code })).toEqual({ slug });
  await openStudy(ann, { study: id });
  expect(await refusal(openStudy(ann, { study: id }))).toBe("already_done");
  expect((await listStudies(await scene.as(null))).map((one) => one.slug)).toEqual([slug]);
  expect(await readStudy(await scene.as(null), slug)).toMatchObject({ title: "Wat helpt om mee te doen?", may: { answer: "sign_in" } });
  await closeStudy(ann, { study: id });
  expect(await refusal(closeStudy(ann, { study: id }))).toBe("already_done");
  await destroyStudyKey(ann, { study: id });
  expect((await scene.db.select().from(studyTable))[0]).toMatchObject({ state: "key_destroyed", wrappedKey: null });
});

test("starting twice with the same id starts once; a second study gets its own address", async () => {
  const scene = await makeScene(home.database);
  const id = randomUUID();
  const [first, again] = [await start(scene, { id }), await start(scene, { id })];
  expect(again).toEqual(first);
  expect((await start(scene)).slug).not.toBe(first.slug);
  expect(await scene.db.select().from(studyTable)).toHaveLength(2);
});

test("a study is started by a data steward alone, who runs none of its spaces, and asks for fields of the catalogue alone", async () => {
  const scene = await makeScene(home.database);
  const administrator = await makePerson(scene.db, { roles: ["administrator"] });
  for (const person of [administrator, scene.lotte, scene.speaker]) expect(await refusal(start(scene, {}, person))).toBe("not_found");
  expect(await refusal(startStudy(await scene.as(null), { id: randomUUID(), ...settings([scene.space.id]) }))).toBe("sign_in");
  for (const wrong of [{ fields: ["type", "shown_name"] }, { fields: [] }, { spaces: [randomUUID()] }, { periodTo: "2024-01-01" }, { retentionEnd: "2026-01-01" }, { title: "" }]) {
    expect([wrong, await refusal(start(scene, wrong))]).toEqual([wrong, "invalid_input"]);
  }
  await makeSpaceRole(scene.db, { spaceId: scene.space.id, personId: scene.ann.id, organisationId: scene.organisation.id });
  expect(await refusal(start(scene))).toBe("not_yourself");
});

test("who guards a study does not run its spaces later either", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study({ state: "draft" });
  await makeSpaceRole(scene.db, { spaceId: scene.space.id, personId: scene.ann.id, organisationId: scene.organisation.id });
  const ann = await scene.as(scene.ann);
  for (const act of [openStudy, closeStudy, destroyStudyKey]) expect(await refusal(act(ann, { study: study.id }))).toBe("not_yourself");
  expect(await refusal(inviteResearcher(ann, { id: randomUUID(), study: study.id, institution: "X" }))).toBe("not_yourself");
  expect(await refusal(openStudy(await scene.as(scene.lotte), { study: study.id }))).toBe("not_found");
});

test("the link makes one researcher, once, and never a data steward or somebody who runs a named space", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study({ researchers: [], state: "draft" });
  const ann = await scene.as(scene.ann);
  const id = randomUUID();
  const { code } = await inviteResearcher(ann, { id, study: study.id, institution: "Hogeschool" });
  expect(await inviteResearcher(ann, { id, study: study.id, institution: "Hogeschool" })).toEqual({ code: null });
  expect(JSON.stringify(await scene.db.select().from(studyInvitation))).not.toContain(code);
  expect(await refusal(becomeResearcher(ann, { code }))).toBe("not_yourself");
  const facilitator = await scene.resident();
  await makeSpaceRole(scene.db, { spaceId: scene.space.id, personId: facilitator.id, organisationId: scene.organisation.id });
  expect(await refusal(becomeResearcher(await scene.as(facilitator), { code }))).toBe("forbidden");
  expect(await refusal(becomeResearcher(await scene.as(null), { code }))).toBe("sign_in");
  expect(await refusal(becomeResearcher(await scene.as(scene.lotte), { code: "x".repeat(43) }))).toBe("wrong_code");
  await becomeResearcher(await scene.as(scene.lotte), { code });
  expect(await refusal(becomeResearcher(await scene.as(await makePerson(scene.db)), { code }))).toBe("code_used");
  const late = await inviteResearcher(ann, { id: randomUUID(), study: study.id, institution: "Hogeschool" });
  expect(await refusal(becomeResearcher(await scene.as(scene.lotte), { code: late.code }))).toBe("already_done");
  scene.house.setNow(new Date("2025-12-20T00:00:00Z"));
  expect(await refusal(becomeResearcher(await scene.as(await makePerson(scene.db)), { code: late.code }))).toBe("code_expired");
  expect(await scene.db.select().from(studyResearcher)).toHaveLength(1);
});

test("a space is in once every organisation that runs it agreed; only its own steward answers, until the study closes", async () => {
  const scene = await makeScene(home.database);
  const other = await makePerson(scene.db);
  const partner = await makeOrganisation(scene.db, { name: "De Omweg", stewards: [other.id] });
  const together = await makeSpace(scene.db, { organisationIds: [scene.organisation.id, partner.id] });
  const { id } = await start(scene, { spaces: [scene.space.id, together.id] });
  const standings = async () => Object.fromEntries((await readStudyWork(await scene.as(scene.ann), id)).spaces.map((one) => [one.id, one.standing]));
  expect(await standings()).toEqual({ [scene.space.id]: "waiting", [together.id]: "waiting" });
  await answer(scene, id, "yes");
  expect(await standings()).toEqual({ [scene.space.id]: "in", [together.id]: "waiting" });
  expect(await refusal(answer(scene, id, "yes", scene.speaker, partner.id))).toBe("not_found");
  expect(await refusal(answer(scene, id, "yes", scene.ann, partner.id))).toBe("not_found");
  await answer(scene, id, "no", other, partner.id);
  expect(await standings()).toEqual({ [scene.space.id]: "in", [together.id]: "out" });
  await openStudy(await scene.as(scene.ann), { study: id });
  await answer(scene, id, "yes", other, partner.id);
  expect(await standings()).toEqual({ [scene.space.id]: "in", [together.id]: "in" });
  await closeStudy(await scene.as(scene.ann), { study: id });
  expect(await refusal(answer(scene, id, "no"))).toBe("closed");
});

test("changing what people were told while it is open makes every answer unknown again", async () => {
  const scene = await makeScene(home.database);
  const { id } = await start(scene);
  await answer(scene, id, "yes");
  const ann = await scene.as(scene.ann);
  const change = async (given: Record<string, unknown>) => {
    const { now } = await readStudyForm(ann, id);
    return changeStudy(ann, { study: id, ...settings([scene.space.id]), rev: now!.rev, ...given });
  };
  expect(await change({ sheet: "Dag. Ik ben Lotte, met één l." })).toMatchObject({ sheetVersion: 1 });
  await openStudy(ann, { study: id });
  const jan = await scene.resident();
  await answerStudy(await scene.as(jan), { id: randomUUID(), study: id, version: 1, answer: "yes" });
  expect(await change({ sheet: "Dag. Ik ben Lotte, met één l." })).toMatchObject({ sheetVersion: 1 });
  expect((await readStudy(await scene.as(jan), id)).mine).toMatchObject({ answer: "given", current: true });
  expect(await change({ sheet: "Een ander blad." })).toMatchObject({ sheetVersion: 2 });
  expect((await readStudy(await scene.as(jan), id)).mine).toMatchObject({ answer: "given", current: false });
  expect(await refusal(answerStudy(await scene.as(jan), { id: randomUUID(), study: id, version: 1, answer: "yes" }))).toBe("stale");
  expect(await refusal(change({ rev: 1 }))).toBe("stale");
  expect(await refusal(changeStudy(await scene.as(scene.lotte), { study: id, rev: 1, ...settings([scene.space.id]) }))).toBe("not_found");
});

test("nobody who runs a space or works on the study sees who said yes or no", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const jan = await scene.resident({ name: "Jan Weigeraar" });
  await makeConsent(scene.db, { studyId: study.id, actorId: jan.actorId, answer: "refused" });
  const [membership] = await scene.db.select().from(spaceMembership).where(eq(spaceMembership.personId, jan.id));
  const facilitator = await scene.resident();
  await makeSpaceRole(scene.db, { spaceId: scene.space.id, personId: facilitator.id, organisationId: scene.organisation.id });
  for (const person of [scene.ann, scene.lotte, scene.speaker]) {
    const seen = JSON.stringify([await readStudyWork(await scene.as(person), study.id), await readStudy(await scene.as(person), study.id), await readStudyDesk(await scene.as(person))]);
    for (const trace of [jan.id, jan.actorId, membership!.id, "Weigeraar", "refused"]) expect(seen).not.toContain(trace);
  }
  expect(await refusal(readStudyWork(await scene.as(facilitator), study.id))).toBe("not_found");
  expect(await refusal(readStudyWork(await scene.as(jan), study.id))).toBe("not_found");
  expect(await refusal(readStudyDesk(await scene.as(jan)))).toBe("not_found");
  await makeSpaceMembership(scene.db, { spaceId: (await makeSpace(scene.db)).id, personId: jan.id });
  expect(await refusal(withdrawFromStudy(await scene.as(jan), { id: randomUUID(), study: study.id }))).toBe("already_done");
});
