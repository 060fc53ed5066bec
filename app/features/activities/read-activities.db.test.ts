import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { activity as activityTable } from "#db/schema/index";
import { makeActivity, makeSignUp } from "#db/factories/make-activity";
import { makeGroup } from "#db/factories/make-group";
import { makeExperiment } from "#db/factories/make-experiment";
import { useDatabase } from "#db/test/use-database";
import "~/features/experiments/index.server";
import { groupStream } from "~/features/groups/index.server";
import { ctxOfHouse } from "~/platform/test/test-house";
import { toDeliveries } from "~/platform/publisher.server";
import { findThings } from "~/platform/things.server";
import { collectFacts, type WrittenFact } from "~/platform/write-facts.server";
import {
  activitySubject,
  cancelActivity,
  changeActivity,
  followShortPath,
  listActivities,
  listActivitiesOfSpace,
  listOfExperiment,
  listOwnActivities,
  noteHeadcount,
  planActivity,
  readActivity,
  readCalendarFile,
  readPoster,
  searchActivities,
  signUp,
} from "./index.server";
import type { ActivityView, Numbers } from "./views";
import { detailsOf, makeMunicipality, makeScene, newActivity, proefdorp, refusal, signUpFor, type Scene } from "./test/scene";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));
const titles = (listed: { activities: { title: string }[] }) => listed.activities.map(({ title }) => title);
const make = (given: Parameters<typeof makeActivity>[1]) => makeActivity(home.database.db, { group: scene.group, ...given });

describe("lists", () => {
  test("show what is to come, the nearest first, and what is over apart", async () => {
    await make({ title: "Later", startsAt: new Date("2025-12-10T13:00:00Z") });
    await make({ title: "Eerst", startsAt: new Date("2025-12-01T13:00:00Z") });
    await make({ title: "Nu bezig", startsAt: new Date("2025-11-20T09:00:00Z") });
    await make({ title: "Voorbij", startsAt: new Date("2025-11-01T09:00:00Z"), headcount: 7 });
    const ctx = await scene.as(null);
    expect(titles(await listActivities(ctx, { when: "upcoming", page: 1 }))).toEqual(["Nu bezig", "Eerst", "Later"]);
    const past = await listActivities(ctx, { when: "past", page: 1 });
    expect(past.activities).toMatchObject([{ title: "Voorbij", headcount: 7 }]);
    // The clock alone makes such a page old, so it may never be kept.
    expect(ctx.dependsOn.size).toBe(0);
  });

  test("go through the gate of the group: a closed one shows to its members, what moderation hid to nobody", async () => {
    const inside = await makeGroup(home.database.db, { spaceId: scene.space.id, visibility: "members", joining: "request" });
    await make({ title: "Open" });
    await make({ title: "Besloten", group: inside });
    await make({ title: "Verborgen", moderation: "hidden" });
    const asked = { slug: scene.space.slug, when: "upcoming" as const, page: 1 };
    expect(titles(await listActivitiesOfSpace(await scene.as(null), asked))).toEqual(["Open"]);
    expect(titles(await listActivitiesOfSpace(await scene.as(scene.noor), asked))).toEqual(["Open"]);
    expect(titles(await listActivitiesOfSpace(await scene.as(scene.fatima), asked)).sort()).toEqual(["Besloten", "Open"]);
    expect(await listActivitiesOfSpace(await scene.as(scene.noor), asked)).toMatchObject({ mayPlan: false });
    expect(await listActivitiesOfSpace(await scene.as(scene.fatima), asked)).toMatchObject({ mayPlan: true });
    expect(await refusal(listActivitiesOfSpace(await scene.as(null), { ...asked, slug: "bestaat-niet" }))).toBe("not_found");
  });

  test("keep to municipalities, and say how many places are left and how the reader stands", async () => {
    await makeMunicipality(home.database);
    const here = await make({ title: "Hier", nis: proefdorp, places: 2 });
    await make({ title: "Elders" });
    await makeSignUp(home.database.db, { activityId: here.id, personId: scene.noor.id });
    const listed = await listActivities(await scene.as(scene.noor), { when: "upcoming", nis: [proefdorp], page: 1 });
    expect(listed.activities).toMatchObject([{ title: "Hier", municipality: "Proefdorp", free: 1, mine: "signed_up" }]);
    expect(titles(await listActivities(await scene.as(scene.noor), { when: "upcoming", nis: [], page: 1 }))).toEqual([]);
    expect((await listOwnActivities(await scene.as(scene.noor))).map(({ title }) => title)).toEqual(["Hier"]);
    expect(await listOwnActivities(await scene.as(scene.jef))).toEqual([]);
    expect(await listOwnActivities(await scene.as(null))).toEqual([]);
  });

  test("are paged", async () => {
    for (let n = 0; n < 51; n++) await make({ title: `Nummer ${n}`, startsAt: new Date(Date.UTC(2026, 0, 1, 0, n)) });
    const first = await listActivities(await scene.as(null), { when: "upcoming", page: 1 });
    expect([first.activities.length, first.more]).toEqual([50, true]);
    expect(await listActivities(await scene.as(null), { when: "upcoming", page: 2 })).toMatchObject({ activities: [{ title: "Nummer 50" }], more: false });
  });

  test("of an experiment are in the order of time, and not for outsiders of a closed group", async () => {
    const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
    const experiment = await makeExperiment(home.database.db, { group: closed.group });
    await makeActivity(home.database.db, { group: closed.group, experimentId: experiment.id, title: "Tweede", startsAt: new Date("2025-12-05T09:00:00Z") });
    await makeActivity(home.database.db, { group: closed.group, experimentId: experiment.id, title: "Eerste", startsAt: new Date("2025-11-01T09:00:00Z") });
    expect((await listOfExperiment(await closed.as(closed.noor), experiment.id)).map(({ title }) => title)).toEqual(["Eerste", "Tweede"]);
    expect(await listOfExperiment(await closed.as(closed.stranger), experiment.id)).toEqual([]);
  });
});

describe("its page", () => {
  test("may be kept once it is over, never before: the clock changes it", async () => {
    const { id } = await make({});
    const before = await scene.as(null);
    expect((await readActivity(before, id)).may.signUp).toBe("sign_in");
    expect(before.dependsOn.size).toBe(0);
    scene.house.setNow(new Date("2025-12-04T00:00:00Z"));
    const after = await scene.as(null);
    expect(await readActivity(after, id)).toMatchObject({ over: true, begun: true });
    expect([...after.dependsOn.keys()].sort()).toEqual([groupStream(scene.group.id), `space:${scene.space.id}`].sort());
  });

  test("says how many wait before the reader, and what the buttons may do", async () => {
    const { id } = await make({ places: 1 });
    for (const person of [scene.noor, scene.jef, scene.rita]) await signUp(await scene.as(person), signUpFor(id));
    expect(await readActivity(await scene.as(scene.rita), id)).toMatchObject({ mine: "waiting", before: 1, may: { signUp: "already_done", signOff: true, seeSignUps: "forbidden", change: "forbidden" } });
    expect(await readActivity(await scene.as(scene.stranger), id)).toMatchObject({ mine: null, may: { signUp: "join_space", signOff: "not_found" } });
    expect(await readActivity(await scene.as(scene.fatima), id)).toMatchObject({ may: { seeSignUps: true, change: true, cancel: true, writeDownGuest: true, count: "too_soon" } });
  });

  test("names its experiment only to who may see that", async () => {
    const experiment = await makeExperiment(home.database.db, { group: scene.group, title: "Samen op de bus" });
    const { id } = await make({ experimentId: experiment.id });
    expect((await readActivity(await scene.as(null), id)).experiment).toMatchObject({ title: "Samen op de bus", href: `/experimenten/${experiment.id}` });
  });
});

test("old state and its facts give what a fresh load gives, numbers of people included", async () => {
  const ctx = await scene.as(scene.fatima);
  const stream = groupStream(scene.group.id);
  const sent = newActivity(scene.group.id);
  const facts: WrittenFact[] = [...(await planActivity.withFacts(ctx, { ...sent, places: "1" })).facts];
  for (const person of [scene.noor, scene.jef]) facts.push(...(await signUp.withFacts(await scene.as(person), signUpFor(sent.id))).facts);
  facts.push(...(await changeActivity.withFacts(ctx, { id: sent.id, rev: 1, ...detailsOf({ places: "2", title: "Met twee" }) })).facts);
  scene.house.setNow(new Date("2025-12-03T13:30:00Z"));
  facts.push(...(await noteHeadcount.withFacts(await scene.as(scene.fatima), { activityId: sent.id, headcount: 3 })).facts);
  facts.push(...(await cancelActivity.withFacts(await scene.as(scene.fatima), { id: sent.id })).facts);
  const run = facts.filter((fact) => fact.stream === stream) as (WrittenFact & { stream: typeof stream; n: number })[];
  expect(run.map(({ n }) => n)).toEqual(run.map((_, index) => index + 1));
  let seen: ActivityView | undefined;
  let numbers: Numbers = { signedUp: 0, waiting: 0 };
  for (const { entities, type, data } of await toDeliveries(ctxOfHouse(scene.house), stream, run)) {
    for (const entity of entities) if (!seen || entity.rev > seen.rev) seen = entity as unknown as ActivityView;
    if (type === "activity.places-changed") numbers = { signedUp: data.signedUp as number, waiting: data.waiting as number };
  }
  const fresh = await readActivity(await scene.as(scene.noor), sent.id);
  expect(seen).toEqual(fresh.activity);
  expect(numbers).toEqual(fresh.numbers);
});

test("moderation hides it everywhere and gives it back as it was", async () => {
  const { id } = await make({ title: "Wandelen", createdByActor: scene.fatima.actorId });
  const ctx = ctxOfHouse(scene.house);
  expect(await activitySubject.see(await scene.as(scene.noor), id)).toMatchObject({ title: "Wandelen", authorActor: scene.fatima.actorId, shownName: "Fatima", state: "visible", href: `/activiteiten/${id}` });
  const { facts, fact } = collectFacts(ctx);
  const before = await activitySubject.measures.hide.apply(ctx, id, fact);
  expect(await refusal(readActivity(await scene.as(scene.fatima), id))).toBe("not_found");
  expect(await searchActivities(await scene.as(scene.fatima), { words: "wandelen", limit: 10 })).toEqual([]);
  expect(await findThings(await scene.as(scene.fatima), [{ kind: "activity", id }])).toEqual([]);
  expect(await activitySubject.find(ctx, id)).toMatchObject({ state: "hidden" });
  await activitySubject.measures.hide.undo(ctx, id, before, fact);
  expect(await refusal(readActivity(await scene.as(null), id))).toBe("accepted");
  expect(facts.map(({ type }) => type.name)).toEqual(["activity.moderated", "activity.moderated"]);
  const [row] = await home.database.db.select().from(activityTable).where(eq(activityTable.id, id));
  expect(row).toMatchObject({ moderation: "visible", rev: 3 });
});

test("is found by a word of its title or description, through the gate", async () => {
  await make({ title: "Fietsen herstellen", description: "Breng je platte band mee." });
  const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  await makeActivity(home.database.db, { group: closed.group, title: "Fietsen in het geheim" });
  const found = await searchActivities(await scene.as(null), { words: "fiets", limit: 10 });
  expect(found.map(({ title }) => title)).toEqual(["Fietsen herstellen"]);
  expect((await searchActivities(await scene.as(null), { words: "platte banden", limit: 10 })).map(({ title }) => title)).toEqual(["Fietsen herstellen"]);
  expect(await searchActivities(await closed.as(closed.noor), { words: "geheim", limit: 10 })).toHaveLength(1);
  expect(await searchActivities(await scene.as(null), { words: "'; drop table", limit: 10 })).toEqual([]);
  // What the stems of Dutch miss.
  await make({ title: "Met de bus naar zee" });
  const titles = async (words: string) => (await searchActivities(await scene.as(null), { words, limit: 10 })).map(({ title }) => title);
  expect([await titles("bussen"), await titles("bus"), await titles("café")]).toEqual([["Met de bus naar zee"], ["Met de bus naar zee"], []]);
});

test("its short path leads there, through the gate, and the poster carries it", async () => {
  const { id } = await make({});
  const poster = await readPoster(await scene.as(null), id);
  expect(poster.address).toBe(`127.0.0.1:3000/a/${id.slice(0, 8)}`);
  expect(poster.open).toBe(true);
  expect(poster.qr.path).toMatch(/^M0 0h1v1h-1z/);
  expect(await followShortPath(await scene.as(null), id.slice(0, 8))).toBe(`/activiteiten/${id}`);
  for (const wrong of ["", "zzzzzzzz", "00000000", id]) expect(await refusal(followShortPath(await scene.as(null), wrong))).toBe("not_found");
  const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  const inside = await makeActivity(home.database.db, { group: closed.group });
  expect(await refusal(followShortPath(await closed.as(closed.stranger), inside.id.slice(0, 8)))).toBe("join_group");
});

test("its file for an agenda is for who may read it", async () => {
  const { id } = await make({ title: "Koken; met, komma's" });
  expect(await readCalendarFile(await scene.as(null), id)).toContain("SUMMARY:Koken\\; met\\, komma's\r\n");
  const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  const inside = await makeActivity(home.database.db, { group: closed.group });
  expect(await refusal(readCalendarFile(await closed.as(null), inside.id))).toBe("sign_in");
});
