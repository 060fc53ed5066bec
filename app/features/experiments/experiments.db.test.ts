import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { experiment as experimentTable, groupMembership, standing } from "#db/schema/index";
import { makeExperiment } from "#db/factories/make-experiment";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { toDeliveries } from "~/platform/publisher.server";
import { ctxOfHouse } from "~/platform/test/test-house";
import { findThings } from "~/platform/things.server";
import type { WrittenFact } from "~/platform/write-facts.server";
import { changeExperiment, moveExperiment, readExperiment, startExperiment, tellLesson } from "./index.server";
import { makeScene, newExperiment, refusal, type Scene } from "./test/scene";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));

const rowOf = async (id: string) => (await home.database.db.select().from(experimentTable).where(eq(experimentTable.id, id)))[0]!;
const started = async (given: Parameters<typeof makeExperiment>[1] = {}) => makeExperiment(home.database.db, { group: scene.group, ...given });
const words = (title = "Een ander naaicafé") => ({ title, wantToKnow: "Wat?", whatWeDo: "Dit.", whenWeStop: "Dan." });
const lesson = { outcome: "failed", measured: "Eén keer kwam niemand.", lesson: "Zaterdag is marktdag." };

describe("starting", () => {
  test("takes three plain answers; all the rest may stay empty", async () => {
    const sent = newExperiment(scene.group.id);
    const { value, facts } = await startExperiment.withFacts(await scene.as(scene.noor), sent);
    expect(await rowOf(value.id)).toMatchObject({ ...sent, spaceId: scene.space.id, stage: "idea", outcome: null, howWeMeasure: "", objective: null, learningForm: null, audience: null, createdByActor: scene.noor.actorId });
    expect(facts.map((fact) => [fact.type, fact.stream, fact.objectId, fact.actorId])).toEqual([["experiment.started", groupStream(scene.group.id), sent.id, scene.noor.actorId]]);
  });

  test("keeps the rest when it is told, and takes an empty choice for none", async () => {
    const rest = { howWeMeasure: "We tellen.", objective: "1", learningForm: "Van elkaar leren", audience: "burger" };
    const { id } = await startExperiment(await scene.as(scene.noor), { ...newExperiment(scene.group.id), ...rest });
    expect(await rowOf(id)).toMatchObject(rest);
    const empty = await startExperiment(await scene.as(scene.noor), { ...newExperiment(scene.group.id), howWeMeasure: "", objective: "", learningForm: "", audience: "" });
    expect(await rowOf(empty.id)).toMatchObject({ howWeMeasure: "", objective: null, learningForm: null, audience: null });
  });

  test("sent twice starts one, also at once; the same id for something else is refused", async () => {
    const sent = newExperiment(scene.group.id);
    const ctx = await scene.as(scene.noor);
    await Promise.all([startExperiment(ctx, sent), startExperiment(ctx, sent)]);
    const again = await startExperiment.withFacts(ctx, sent);
    expect(again.facts).toEqual([]);
    expect(await home.database.db.select().from(experimentTable)).toHaveLength(1);
    expect(scene.house.published).toHaveLength(1);
    expect(await refusal(startExperiment(ctx, { ...sent, title: "Iets anders" }))).toBe("already_done");
    expect(await refusal(startExperiment(await scene.as(scene.fatima), sent))).toBe("already_done");
  });

  test.each([
    ["nobody without an account", async () => scene.as(null), "sign_in"],
    ["nobody from outside the group", async () => scene.as(scene.stranger), "join_group"],
  ])("is for members: %s", async (_name, as, code) => {
    expect(await refusal(startExperiment(await as(), newExperiment(scene.group.id)))).toBe(code);
  });

  test("is refused to a reader, to who is muted, in what is paused, and without an answer", async () => {
    const { db } = home.database;
    const ctx = await scene.as(scene.noor);
    expect(await refusal(startExperiment(ctx, { ...newExperiment(scene.group.id), whenWeStop: "  " }))).toBe("invalid_input");
    expect(await refusal(startExperiment(ctx, { ...newExperiment(scene.group.id), stage: "lesson" }))).toBe("invalid_input");
    await db.update(groupMembership).set({ mayWrite: false });
    expect(await refusal(startExperiment(ctx, newExperiment(scene.group.id)))).toBe("forbidden");
    await db.update(groupMembership).set({ mayWrite: true });
    await db.insert(standing).values({ personId: scene.noor.id, kind: "mute", scopeKind: "group", scopeId: scene.group.id });
    expect(await refusal(startExperiment(ctx, newExperiment(scene.group.id)))).toBe("muted");
    const paused = await makeScene(home.database, { space: { status: "paused" } });
    expect(await refusal(startExperiment(await paused.as(paused.noor), newExperiment(paused.group.id)))).toBe("paused");
  });
});

describe("changing", () => {
  test("words it anew, checks the revision, and the same words again change nothing", async () => {
    const { id } = await started();
    const ctx = await scene.as(scene.fatima);
    const first = await changeExperiment.withFacts(ctx, { id, rev: "1", ...words() });
    expect(first.facts.map((fact) => fact.type)).toEqual(["experiment.changed"]);
    expect(await rowOf(id)).toMatchObject({ ...words(), rev: 2 });
    expect((await changeExperiment.withFacts(ctx, { id, rev: "1", ...words() })).facts).toEqual([]);
    expect(await refusal(changeExperiment(ctx, { id, rev: "1", ...words("Van iemand die te laat is") }))).toBe("stale");
    expect(await rowOf(id)).toMatchObject({ title: words().title, rev: 2 });
  });

  test("is for who had the idea until it starts, and for those who run the group", async () => {
    const { id } = await started({ createdByActor: scene.noor.actorId });
    expect(await refusal(changeExperiment(await scene.as(scene.noor), { id, rev: 1, ...words() }))).toBe("accepted");
    await moveExperiment(await scene.as(scene.fatima), { id, rev: 2, to: "running" });
    expect(await refusal(changeExperiment(await scene.as(scene.noor), { id, rev: 3, ...words("Nog eens") }))).toBe("forbidden");
    expect(await refusal(changeExperiment(await scene.as(scene.stranger), { id, rev: 3, ...words("Nog eens") }))).toBe("forbidden");
    expect(await refusal(changeExperiment(await scene.as(null), { id, rev: 3, ...words("Nog eens") }))).toBe("sign_in");
    expect(await refusal(changeExperiment(await scene.as(scene.fatima), { id: randomUUID(), rev: 1, ...words() }))).toBe("not_found");
  });
});

describe("stages", () => {
  test("go forward one by one, with the moment it started; a second tap changes nothing", async () => {
    const { id } = await started();
    const ctx = await scene.as(scene.fatima);
    const facts: WrittenFact[] = [];
    const move = async (rev: number, to: string) => facts.push(...(await moveExperiment.withFacts(ctx, { id, rev, to })).facts);
    await move(1, "running");
    await move(1, "running");
    expect(await rowOf(id)).toMatchObject({ stage: "running", rev: 2, startedAt: scene.house.now() });
    await move(2, "measuring");
    await move(3, "running");
    expect(facts.map((fact) => [fact.data.from, fact.data.to])).toEqual([["idea", "running"], ["running", "measuring"], ["measuring", "running"]]);
  });

  test("do not skip, do not go back to an idea, and an old page is told so", async () => {
    const { id } = await started();
    const ctx = await scene.as(scene.fatima);
    expect(await refusal(moveExperiment(ctx, { id, rev: 1, to: "measuring" }))).toBe("closed");
    expect(await refusal(moveExperiment(ctx, { id, rev: 1, to: "lesson" }))).toBe("closed");
    await moveExperiment(ctx, { id, rev: 1, to: "running" });
    expect(await refusal(moveExperiment(ctx, { id, rev: 2, to: "idea" }))).toBe("closed");
    expect(await refusal(moveExperiment(ctx, { id, rev: 1, to: "measuring" }))).toBe("stale");
    expect(await refusal(moveExperiment(await scene.as(scene.noor), { id, rev: 2, to: "measuring" }))).toBe("forbidden");
    expect(await refusal(moveExperiment(await scene.as(null), { id, rev: 2, to: "measuring" }))).toBe("sign_in");
  });
});

describe("the lesson", () => {
  test("of what failed is a lesson too, also when it was stopped early", async () => {
    const { id } = await started({ stage: "running" });
    const { facts } = await tellLesson.withFacts(await scene.as(scene.fatima), { id, rev: 1, ...lesson });
    expect(await rowOf(id)).toMatchObject({ ...lesson, stage: "lesson", finishedAt: scene.house.now(), rev: 2 });
    expect(facts.map((fact) => [fact.type, fact.data])).toEqual([["experiment.lesson-learned", { from: "running", outcome: "failed" }]]);
  });

  test("may be worded better; the same again changes nothing; an old page is told so", async () => {
    const { id } = await started({ stage: "measuring" });
    const ctx = await scene.as(scene.fatima);
    await tellLesson(ctx, { id, rev: 1, ...lesson });
    expect((await tellLesson.withFacts(ctx, { id, rev: 1, ...lesson })).facts).toEqual([]);
    expect((await tellLesson.withFacts(ctx, { id, rev: 2, ...lesson, lesson: "Zaterdag is marktdag: kies zondag." })).facts.map((fact) => fact.type)).toEqual(["experiment.changed"]);
    expect(await refusal(tellLesson(ctx, { id, rev: 2, ...lesson, lesson: "Te laat" }))).toBe("stale");
  });

  test("is not for an idea, not without an outcome or words, and not for a member", async () => {
    const idea = await started();
    const ctx = await scene.as(scene.fatima);
    expect(await refusal(tellLesson(ctx, { id: idea.id, rev: 1, ...lesson }))).toBe("too_soon");
    const { id } = await started({ stage: "measuring" });
    expect(await refusal(tellLesson(ctx, { id, rev: 1, measured: "", lesson: "Geen uitkomst" }))).toBe("invalid_input");
    expect(await refusal(tellLesson(ctx, { id, rev: 1, ...lesson, lesson: "" }))).toBe("invalid_input");
    expect(await refusal(tellLesson(await scene.as(scene.noor), { id, rev: 1, ...lesson }))).toBe("forbidden");
    expect(await refusal(tellLesson(await scene.as(null), { id, rev: 1, ...lesson }))).toBe("sign_in");
  });
});

test("old state and its facts give what a fresh load gives", async () => {
  const sent = newExperiment(scene.group.id);
  const ctx = await scene.as(scene.fatima);
  const stream = groupStream(scene.group.id);
  const facts = [
    ...(await startExperiment.withFacts(ctx, sent)).facts,
    ...(await changeExperiment.withFacts(ctx, { id: sent.id, rev: 1, ...words() })).facts,
    ...(await moveExperiment.withFacts(ctx, { id: sent.id, rev: 2, to: "running" })).facts,
    ...(await tellLesson.withFacts(ctx, { id: sent.id, rev: 3, ...lesson })).facts,
  ];
  expect(facts.map((fact) => fact.n)).toEqual([1, 2, 3, 4]);
  const run = await toDeliveries(ctxOfHouse(scene.house), stream, facts as (WrittenFact & { stream: typeof stream; n: number })[]);
  const last = run.flatMap(({ entities }) => entities).at(-1);
  expect(last).toEqual((await readExperiment(ctx, sent.id)).experiment);
});

describe("who sees it", () => {
  test("everyone, of a public group; without an account the page may be kept until something changes in the group or the leerplek", async () => {
    const { id } = await started({ createdByActor: scene.noor.actorId });
    const ctx = await scene.as(null);
    const page = await readExperiment(ctx, id);
    expect(page.experiment.title).toBe("Een naaicafé op zaterdag");
    expect(page.by).toEqual({ membershipId: null, shownName: "een deelnemer" });
    expect(page.may).toMatchObject({ change: "sign_in", move: [], tellLesson: "sign_in" });
    expect([...ctx.dependsOn.keys()].sort()).toEqual([groupStream(scene.group.id), `space:${scene.space.id}`].sort());
  });

  test("members alone, of a closed group; moderation hides it from everyone", async () => {
    const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
    const row = await makeExperiment(home.database.db, { group: closed.group });
    expect(await refusal(readExperiment(await closed.as(null), row.id))).toBe("sign_in");
    expect(await refusal(readExperiment(await closed.as(closed.stranger), row.id))).toBe("join_group");
    expect(await refusal(readExperiment(await closed.as(closed.noor), row.id))).toBe("accepted");
    expect(await findThings(await closed.as(closed.stranger), [{ kind: "experiment", id: row.id }])).toEqual([]);
    expect(await findThings(await closed.as(closed.noor), [{ kind: "experiment", id: row.id }])).toMatchObject([{ title: row.title, spaceId: closed.space.id }]);
    await home.database.db.update(experimentTable).set({ moderation: "hidden" });
    expect(await refusal(readExperiment(await closed.as(closed.fatima), row.id))).toBe("not_found");
    expect(await findThings(await closed.as(closed.fatima), [{ kind: "experiment", id: row.id }])).toEqual([]);
  });
});
