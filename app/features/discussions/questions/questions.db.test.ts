import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion as discussionTable, factOutbox, municipality, questionSupport, spaceArea, spaceMembership } from "#db/schema/index";
import { makeActivity } from "#db/factories/make-activity";
import { makeDiscussion } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { makeSpaceRole } from "#db/factories/make-space";
import { useDatabase } from "#db/test/use-database";
import "~/features/activities/index.server";
import { spaceStream } from "~/features/spaces/index.server";
import {
  answerQuestion,
  bundleToLead,
  changeBundle,
  everyoneWhoAsked,
  leadBundle,
  makeBundle,
  pickUpQuestion,
  postMessage,
  readBundle,
  readDiscussion,
  similarQuestions,
  supportQuestion,
  whoAskedQuestion,
} from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

const home = useDatabase();
const stateOf = async (id: string) => (await home.database.db.select().from(discussionTable).where(eq(discussionTable.id, id)))[0]!;

/** Something of another feature: an activity in the group of a scene. */
const plan = async ({ group }: Pick<Scene, "group">) => (await makeActivity(home.database.db, { group, title: "Op stap met de bus" })).id;

test("counts who wants to learn it too, once each and only as a number", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const { discussion, jef, fatima, noor, stranger } = scene;
  const want = async (person: typeof jef, wants = true) => supportQuestion.withFacts(await scene.as(person), { discussion: discussion.id, want: wants });
  const both = await Promise.all([want(jef), want(fatima), want(jef)]);
  expect(await stateOf(discussion.id)).toMatchObject({ supporters: 2 });
  // Each answer counts who was there at its turn; whichever order they came in, the last one counted both.
  expect(both.map(({ value }) => value.supporters).sort().at(-1)).toBe(2);
  const facts = both.flatMap((one) => one.facts);
  expect(facts.filter((one) => one.stream !== null).map((one) => [one.type, one.actorId])).toEqual([["question.supporters-changed", null], ["question.supporters-changed", null]]);
  expect(facts.filter((one) => one.stream === null).map((one) => one.actorId).sort()).toEqual([jef.actorId, fatima.actorId].sort());
  expect((await want(jef, false)).value).toEqual({ supporters: 1 });
  expect((await want(jef, false)).facts).toEqual([]);
  expect(await refusal(want(noor))).toBe("not_yourself");
  expect(await refusal(want(stranger))).toBe("join_space");
  expect(await whoAskedQuestion(await scene.as(fatima), discussion.id)).toEqual([noor.actorId, fatima.actorId]);
  const page = await readDiscussion(await scene.as(fatima), { id: discussion.id });
  expect([page.me?.supported, page.discussion.supporters, JSON.stringify(page.discussion).includes(jef.actorId)]).toEqual([true, 1, false]);
});

test("of two facilitators who pick a question up at once, one has it and the other is told", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const second = await makePerson(home.database.db);
  await makeSpaceRole(home.database.db, { spaceId: scene.space.id, personId: second.id, organisationId: scene.space.organisationId, shownName: "Bert" });
  const pickUp = async (person: { id: string }) => refusal(pickUpQuestion(await scene.as(person as typeof scene.noor), { discussion: scene.discussion.id }));
  const outcomes = await Promise.all([pickUp(scene.fatima), pickUp(second)]);
  expect(outcomes.sort()).toEqual(["accepted", "already_done"]);
  const state = await stateOf(scene.discussion.id);
  expect(state.questionState).toBe("picked_up");
  // Whoever was first may send it again.
  expect(await pickUp(state.pickedUpByActor === scene.fatima.actorId ? scene.fatima : second)).toBe("accepted");
  expect(scene.house.published.filter((one) => one.type === "question.picked-up")).toHaveLength(1);
  expect(await home.database.db.select().from(factOutbox)).toHaveLength(1);
  expect(await refusal(pickUpQuestion(await scene.as(scene.noor), { discussion: scene.discussion.id }))).toBe("forbidden");
});

test("an answer is a message in it or something of the same leerplek, and more than one may be given", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const other = await makeScene(home.database, { house: scene.house });
  const { row } = await postMessage(await scene.as(scene.jef), newMessage(scene.discussion, "Zo lees je een dienstregeling"));
  const elsewhere = await postMessage(await other.as(other.noor), newMessage(other.discussion));
  const ctx = await scene.as(scene.fatima);
  const answer = (toKind: string, toId: string) => answerQuestion.withFacts(ctx, { discussion: scene.discussion.id, toKind, toId });
  expect((await answer("message", row.id)).facts.map((one) => [one.type, one.data])).toEqual([["question.answered", { toKind: "message", toId: row.id }]]);
  expect((await answer("message", row.id)).facts).toEqual([]);
  const activity = await plan(scene);
  scene.house.setNow(new Date(scene.house.now().getTime() + 60_000));
  await answerQuestion(await scene.as(scene.fatima), { discussion: scene.discussion.id, toKind: "activity", toId: activity });
  for (const [kind, id] of [["message", elsewhere.row.id], ["activity", await plan(other)], ["experiment", randomUUID()]] as const) expect(await refusal(answer(kind, id))).toBe("not_found");
  expect(await refusal(answerQuestion(await scene.as(scene.jef), { discussion: scene.discussion.id, toKind: "message", toId: row.id }))).toBe("forbidden");
  const page = await readDiscussion(ctx, { id: scene.discussion.id });
  expect(page.discussion.questionState).toBe("answered");
  expect(page.answers.map((thing) => thing.href)).toEqual([`/gesprekken/${scene.discussion.id}?vanaf=1#bericht-1`, `/activiteiten/${activity}`]);
});

/** A second group of the same leerplek, in another village, with a question of its own. */
async function besides(scene: Scene, given: Parameters<typeof makeGroup>[1] = {}) {
  const { db } = home.database;
  const group = await makeGroup(db, { spaceId: scene.space.id, name: "Heuvelland", ...given });
  await makeGroupMembership(db, { group, personId: scene.jef.id, shownName: "Jef" });
  const question = await makeDiscussion(db, { group, authorActor: scene.jef.actorId, kind: "question", title: "Hoe plan ik een rit met de trein?" });
  return { group, question };
}

test("bundles questions over groups, says how many people ask and, from five on, from where", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const { question } = await besides(scene, { visibility: "members", joining: "request" });
  const { db } = home.database;
  await db.insert(municipality).values({ nis: "33011", name: "Ieper", nameFr: "Ypres", area: "Ieper", population: 35_000 });
  await db.insert(spaceArea).values({ spaceId: scene.space.id, nis: "33011" });
  const ctx = await scene.as(scene.fatima);
  const given = { id: randomUUID(), spaceId: scene.space.id, title: "Reizen plannen", questions: [scene.discussion.id, question.id] };
  const made = await makeBundle.withFacts(ctx, given);
  expect((await makeBundle.withFacts(ctx, given)).facts).toEqual([]);
  expect(made.facts.map((one) => one.type)).toEqual(["question.bundled", "question.bundled", "question.bundle-made"]);
  const few = await readBundle(await scene.as(null), { id: given.id });
  expect([few.people, few.areas, few.questions.map((one) => one.discussion.id), few.elsewhere]).toEqual([2, [], [scene.discussion.id], 1]);
  await db.insert(questionSupport).values(Array.from({ length: 3 }, () => ({ discussionId: question.id, actorId: randomUUID() })));
  const more = await readBundle(ctx, { id: given.id });
  expect([more.people, more.areas, more.questions.length, more.elsewhere, more.may.change]).toEqual([5, ["Ieper"], 2, 0, true]);
});

test("a question is in one bundle; two who bundle it at once do not both get it", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const { question } = await besides(scene);
  const ctx = await scene.as(scene.fatima);
  const bundle = (questions: string[]) => makeBundle(ctx, { id: randomUUID(), spaceId: scene.space.id, title: "Reizen plannen", questions });
  const both = await Promise.all([refusal(bundle([scene.discussion.id, question.id])), refusal(bundle([question.id, scene.discussion.id]))]);
  expect(both.sort()).toEqual(["accepted", "already_done"]);
  const other = await makeScene(home.database, { house: scene.house, kind: "question" });
  expect(await refusal(bundle([other.discussion.id]))).toBe("not_found");
  await expect(bundle([])).rejects.toMatchObject({ detail: { fields: { questions: "required" } } });
  expect(await refusal(makeBundle(await scene.as(scene.noor), { id: randomUUID(), spaceId: scene.space.id, title: "Nee hoor", questions: [question.id] }))).toBe("forbidden");
});

test("changing a bundle needs its newest revision and tells only what moved", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const { question } = await besides(scene);
  const ctx = await scene.as(scene.fatima);
  const { id } = await makeBundle(ctx, { id: randomUUID(), spaceId: scene.space.id, title: "Reizen", questions: [scene.discussion.id] });
  const change = (questions: string[], rev: number, title = "Reizen") => changeBundle.withFacts(ctx, { id, title, questions, rev });
  expect((await change([scene.discussion.id], 1)).facts).toEqual([]);
  expect((await change([question.id], 1)).facts.map((one) => [one.type, one.objectId])).toEqual([
    ["question.unbundled", scene.discussion.id],
    ["question.bundled", question.id],
    ["question.bundle-changed", id],
  ]);
  expect(await refusal(change([scene.discussion.id], 1))).toBe("stale");
  expect(await refusal(changeBundle(await scene.as(scene.jef), { id, title: "Nee hoor", questions: [question.id], rev: 2 }))).toBe("forbidden");
});

test("what is started from a bundle wakes everyone who asked, once", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const { question } = await besides(scene);
  const ctx = await scene.as(scene.fatima);
  const { id: bundle } = await makeBundle(ctx, { id: randomUUID(), spaceId: scene.space.id, title: "Reizen", questions: [scene.discussion.id, question.id] });
  await supportQuestion(ctx, { discussion: question.id, want: true });
  await home.database.db.delete(factOutbox);
  const toId = await plan(scene);
  const led = await leadBundle.withFacts(ctx, { bundle, toKind: "activity", toId });
  expect(led.facts.map((one) => [one.type, one.stream, one.data])).toEqual([
    ["question.bundle-led-to", spaceStream(scene.space.id), { toKind: "activity", toId, questions: 2, people: 3 }],
  ]);
  expect((await leadBundle.withFacts(ctx, { bundle, toKind: "activity", toId })).facts).toEqual([]);
  expect(await home.database.db.select().from(factOutbox)).toHaveLength(1);
  expect((await everyoneWhoAsked(ctx, bundle)).sort()).toEqual([scene.noor.actorId, scene.jef.actorId, scene.fatima.actorId].sort());
  expect((await readBundle(await scene.as(null), { id: bundle })).led.map((thing) => thing.title)).toEqual(["Op stap met de bus"]);
  expect(await refusal(leadBundle(ctx, { bundle, toKind: "activity", toId: randomUUID() }))).toBe("not_found");
  expect(await refusal(bundleToLead(await scene.as(scene.noor), bundle))).toBe("forbidden");
});

test("a bundle of a leerplek for its members is not there for others", async () => {
  const scene = await makeScene(home.database, { kind: "question", space: { visibility: "members" }, group: { visibility: "members" } });
  const { id } = await makeBundle(await scene.as(scene.fatima), { id: randomUUID(), spaceId: scene.space.id, title: "Reizen", questions: [scene.discussion.id] });
  expect(await refusal(readBundle(await scene.as(null), { id }))).toBe("sign_in");
  expect(await refusal(readBundle(await scene.as(scene.stranger), { id }))).toBe("join_space");
  await home.database.db.insert(spaceMembership).values({ spaceId: scene.space.id, personId: scene.stranger.id, shownName: "Bo", admittedHow: "open" });
  const seen = await readBundle(await scene.as(scene.stranger), { id });
  expect([seen.questions, seen.elsewhere]).toEqual([[], 1]);
  expect(await refusal(readBundle(await scene.as(scene.noor), { id: "nergens" }))).toBe("not_found");
});

test("finds questions that look alike, of those the reader may read", async () => {
  const scene = await makeScene(home.database, { kind: "question" });
  const { question } = await besides(scene, { visibility: "members", joining: "invitation" });
  const titles = async (person: typeof scene.jef | null, title: string) => (await similarQuestions(await scene.as(person), { title })).map((one) => one.discussion.id);
  expect(await titles(scene.jef, "Ritten plannen, hoe doe je dat?")).toEqual(expect.arrayContaining([scene.discussion.id, question.id]));
  expect(await titles(scene.noor, "ritten plannen")).toEqual([scene.discussion.id]);
  expect(await titles(null, "een rit met de buurtbuss")).toEqual([scene.discussion.id]);
  for (const odd of ["", "de het een", "'; drop table message; --", "\u0000", "!!! & | ( <->"]) expect(await titles(null, odd)).toEqual([]);
});
