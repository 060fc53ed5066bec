import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { experiment as experimentTable } from "#db/schema/index";
import { makeExperiment } from "#db/factories/make-experiment";
import { makeGroup } from "#db/factories/make-group";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { ctxOfHouse } from "~/platform/test/test-house";
import { collectFacts } from "~/platform/write-facts.server";
import { experimentSubject, listExperiments, listLessons, readChangeForm, readExperiment, readLessonForm, readStartForm, searchExperiments } from "./index.server";
import { makeScene, refusal, type Scene } from "./test/scene";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));
const make = (given: Parameters<typeof makeExperiment>[1]) => makeExperiment(home.database.db, { group: scene.group, ...given });
const learnt = (title: string, outcome: "worked" | "partly" | "failed", day: number) =>
  make({ title, stage: "lesson", outcome, lesson: `Les van ${title}`, finishedAt: new Date(Date.UTC(2025, 9, day)) });
const titles = (listed: { experiments: { title: string }[] }) => listed.experiments.map(({ title }) => title);

test("a leerplek shows what is being done first, then ideas, then lessons; each through the gate of its group", async () => {
  await learnt("Liftbank", "failed", 1);
  await make({ title: "Een idee" });
  await make({ title: "Bezig", stage: "running" });
  await make({ title: "Verborgen", moderation: "removed" });
  const inside = await makeGroup(home.database.db, { spaceId: scene.space.id, visibility: "members", joining: "request" });
  await make({ title: "Besloten", group: inside });
  const ctx = await scene.as(null);
  const listed = await listExperiments(ctx, { slug: scene.space.slug, page: 1 });
  expect(titles(listed)).toEqual(["Bezig", "Een idee", "Liftbank"]);
  expect(listed.experiments[2]).toMatchObject({ outcome: "failed", text: "Les van Liftbank" });
  expect(listed.mayStart).toBe(false);
  expect([...ctx.dependsOn.keys()].sort()).toEqual([groupStream(scene.group.id), `space:${scene.space.id}`].sort());
  expect(await listExperiments(await scene.as(scene.noor), { slug: scene.space.slug, page: 1 })).toMatchObject({ mayStart: true });
  expect(titles(await listExperiments(await scene.as(scene.fatima), { slug: scene.space.slug, page: 1 }))).toContain("Besloten");
  expect(await refusal(listExperiments(ctx, { slug: "bestaat-niet", page: 1 }))).toBe("not_found");
});

test("lessons of everywhere are there, also of what failed, the newest first", async () => {
  await learnt("Oud", "worked", 1);
  await learnt("Nieuw", "failed", 9);
  await make({ title: "Bezig", stage: "running" });
  const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  await makeExperiment(home.database.db, { group: closed.group, title: "Besloten", stage: "lesson", outcome: "worked", lesson: "Stil" });
  expect(titles(await listLessons(await scene.as(null), { page: 1 }))).toEqual(["Nieuw", "Oud"]);
  expect(titles(await listLessons(await scene.as(null), { page: 1, outcome: "failed" }))).toEqual(["Nieuw"]);
  expect(titles(await listLessons(await closed.as(closed.noor), { page: 1 })).sort()).toEqual(["Besloten", "Nieuw", "Oud"]);
});

test("are paged", async () => {
  for (let n = 1; n <= 51; n++) await learnt(`Nummer ${n}`, "worked", n);
  expect(await listLessons(await scene.as(null), { page: 2 })).toMatchObject({ experiments: [{ title: "Nummer 1" }], more: false });
});

test("the form for a new one names the groups in which the actor may start one, and who reads there", async () => {
  await makeGroup(home.database.db, { spaceId: scene.space.id, name: "Alleen voor leden", visibility: "members", joining: "request" });
  const mine = await readStartForm(await scene.as(scene.noor), { slug: scene.space.slug });
  expect(mine.groups).toEqual([{ id: scene.group.id, name: scene.group.name, readers: { who: "everyone", count: 0 } }]);
  expect(mine.objectives.map(({ number }) => number)).toEqual(["1", "2"]);
  const all = await readStartForm(await scene.as(scene.fatima), { spaceId: scene.space.id });
  expect(all.groups.map(({ name, readers }) => [name, readers.who])).toEqual([["Alleen voor leden", "group"], [scene.group.name, "everyone"]]);
  expect(await refusal(readStartForm(await scene.as(null), { slug: scene.space.slug }))).toBe("sign_in");
  expect(await refusal(readStartForm(await scene.as(scene.stranger), { slug: scene.space.slug }))).toBe("join_group");
  expect(await refusal(readStartForm(await scene.as(scene.stranger), { groupId: scene.group.id }))).toBe("join_group");
});

test("forms to change one and to tell its lesson are for who may", async () => {
  const { id } = await make({ stage: "running", createdByActor: scene.noor.actorId });
  expect(await readChangeForm(await scene.as(scene.fatima), id)).toMatchObject({ experiment: { id }, readers: { who: "everyone" } });
  expect(await readLessonForm(await scene.as(scene.fatima), id)).toMatchObject({ experiment: { id } });
  for (const read of [readChangeForm, readLessonForm]) {
    expect(await refusal(read(await scene.as(scene.noor), id))).toBe("forbidden");
    expect(await refusal(read(await scene.as(null), id))).toBe("sign_in");
  }
});

test("moderation hides it everywhere and gives it back as it was", async () => {
  const { id } = await make({ title: "Liftbank", createdByActor: scene.noor.actorId });
  const ctx = ctxOfHouse(scene.house);
  expect(await experimentSubject.see(await scene.as(scene.noor), id)).toMatchObject({ title: "Liftbank", authorActor: scene.noor.actorId, shownName: "Noor", state: "visible" });
  const { facts, fact } = collectFacts(ctx);
  const before = await experimentSubject.measures.remove.apply(ctx, id, fact);
  expect(await refusal(readExperiment(await scene.as(scene.fatima), id))).toBe("not_found");
  expect(titles(await listExperiments(await scene.as(scene.fatima), { slug: scene.space.slug, page: 1 }))).toEqual([]);
  expect(await searchExperiments(await scene.as(scene.fatima), { words: "liftbank", limit: 5 })).toEqual([]);
  expect(await experimentSubject.find(ctx, id)).toMatchObject({ state: "removed" });
  await experimentSubject.measures.remove.undo(ctx, id, before, fact);
  expect(await refusal(readExperiment(await scene.as(null), id))).toBe("accepted");
  expect(facts.map(({ type }) => type.name)).toEqual(["experiment.moderated", "experiment.moderated"]);
  const [row] = await home.database.db.select().from(experimentTable).where(eq(experimentTable.id, id));
  expect(row?.rev).toBe(3);
  expect(await experimentSubject.find(ctx, scene.space.id)).toBeNull();
});

test("is found by a word of its question or its lesson, through the gate", async () => {
  await make({ title: "Naaicafé", wantToKnow: "Komen er meer naaimachines?" });
  await learnt("Liftbank", "failed", 1);
  const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  await makeExperiment(home.database.db, { group: closed.group, title: "Liftbank in het geheim" });
  const found = await searchExperiments(await scene.as(null), { words: "liftbank", limit: 5 });
  expect(found.map(({ title, text }) => [title, text])).toEqual([["Liftbank", "Les van Liftbank"]]);
  expect(await searchExperiments(await scene.as(null), { words: "naaimachine", limit: 5 })).toHaveLength(1);
  // What the stems of Dutch miss, and the beginning of a word.
  for (const words of ["naaimachines", "naai"]) expect(await searchExperiments(await scene.as(null), { words, limit: 5 })).toHaveLength(1);
  expect(await searchExperiments(await scene.as(null), { words: "   ", limit: 5 })).toEqual([]);
  expect(await searchExperiments(await closed.as(closed.noor), { words: "liftbank", limit: 5 })).toHaveLength(2);
});
