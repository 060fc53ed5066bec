import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { activity as activityTable, factOutbox } from "#db/schema/index";
import { makeActivity, makeSignUp } from "#db/factories/make-activity";
import { makeExperiment } from "#db/factories/make-experiment";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { streamId } from "~/platform/streams";
import { cancelActivity, changeActivity, planActivity, readActivity } from "./index.server";
import { detailsOf, listOf, makeMunicipality, makeScene, newActivity, proefdorp, refusal, type Scene } from "./test/scene";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));

const rowOf = async (id: string) => (await home.database.db.select().from(activityTable).where(eq(activityTable.id, id)))[0]!;
/** What persons were told, by the actor whose stream it stands in. */
const told = () => scene.house.published.filter(({ stream }) => stream?.startsWith("person:")).map(({ type, stream, data }) => [type, stream, data]);

describe("planning", () => {
  test("keeps what the form says, on the clock of the region and in cents", async () => {
    await makeMunicipality(home.database);
    const sent = { ...newActivity(scene.group.id), nis: proefdorp };
    const { value, facts } = await planActivity.withFacts(await scene.as(scene.fatima), sent);
    expect(await rowOf(value.id)).toMatchObject({
      title: sent.title,
      startsAt: new Date("2025-12-03T13:00:00Z"),
      endsAt: new Date("2025-12-03T15:30:00Z"),
      nis: proefdorp,
      places: 8,
      priceCents: 250,
      contactPhone: "050 00 00 00",
      state: "planned",
      createdByActor: scene.fatima.actorId,
    });
    expect(facts.map(({ type, stream, data }) => [type, stream, data])).toEqual([["activity.planned", groupStream(scene.group.id), { place: proefdorp, experiment: null }]]);
  });

  test("without a number of places everyone can come, without a price it is free, and it may end after midnight", async () => {
    const { id } = await planActivity(await scene.as(scene.fatima), { ...newActivity(scene.group.id), places: "", price: "", from: "22:00", until: "01:00" });
    expect(await rowOf(id)).toMatchObject({ places: null, priceCents: 0, startsAt: new Date("2025-12-03T21:00:00Z"), endsAt: new Date("2025-12-04T00:00:00Z") });
  });

  test("sent twice plans one, also at once; the same id for something else is refused", async () => {
    const sent = newActivity(scene.group.id);
    const ctx = await scene.as(scene.fatima);
    await Promise.all([planActivity(ctx, sent), planActivity(ctx, sent)]);
    expect((await planActivity.withFacts(ctx, sent)).facts).toEqual([]);
    expect(await home.database.db.select().from(activityTable)).toHaveLength(1);
    expect(await refusal(planActivity(ctx, { ...sent, title: "Iets anders" }))).toBe("already_done");
  });

  test.each([
    ["a day that is over", { date: "2025-11-19" }, "date"],
    ["a day that is none", { date: "2025-02-31" }, "date"],
    ["an end at the beginning", { until: "14:00" }, "until"],
    ["an hour that is none", { from: "25:00" }, "from"],
    ["no place at all", { places: "0" }, "places"],
    ["a price in words", { price: "veel" }, "price"],
    ["no number to call", { contactPhone: "geen" }, "contactPhone"],
    ["a municipality that is none", { nis: "00000" }, "nis"],
    ["a title of one letter", { title: "x" }, "title"],
  ])("refuses %s, and says at which field", async (_name, wrong, field) => {
    const work = planActivity(await scene.as(scene.fatima), { ...newActivity(scene.group.id), ...wrong });
    await expect(work).rejects.toMatchObject({ code: "invalid_input", detail: { fields: { [field]: expect.any(String) } } });
    expect(await home.database.db.select().from(activityTable)).toEqual([]);
  });

  test("is for those who run the group", async () => {
    const sent = newActivity(scene.group.id);
    expect(await refusal(planActivity(await scene.as(null), sent))).toBe("sign_in");
    for (const person of [scene.noor, scene.hilde, scene.stranger]) expect(await refusal(planActivity(await scene.as(person), sent))).toBe("forbidden");
    const paused = await makeScene(home.database, { space: { status: "paused" } });
    expect(await refusal(planActivity(await paused.as(paused.fatima), newActivity(paused.group.id)))).toBe("paused");
  });

  test("belongs to an experiment of the same group, and to no other", async () => {
    const { db } = home.database;
    const experiment = await makeExperiment(db, { group: scene.group });
    const ctx = await scene.as(scene.fatima);
    const { id } = await planActivity(ctx, { ...newActivity(scene.group.id), experimentId: experiment.id });
    expect((await rowOf(id)).experimentId).toBe(experiment.id);
    const elsewhere = await makeExperiment(db);
    const hidden = await makeExperiment(db, { group: scene.group, moderation: "hidden" });
    for (const experimentId of [elsewhere.id, hidden.id, randomUUID()]) {
      expect(await refusal(planActivity(ctx, { ...newActivity(scene.group.id), experimentId }))).toBe("not_found");
    }
  });
});

describe("changing", () => {
  const planned = async (given: Parameters<typeof newActivity>[0] = scene.group.id) => (await planActivity(await scene.as(scene.fatima), newActivity(given))).id;

  test("tells everyone on the list when the moment or the place is another, and nobody else", async () => {
    const id = await planned();
    await makeSignUp(home.database.db, { activityId: id, personId: scene.noor.id });
    await makeSignUp(home.database.db, { activityId: id, personId: scene.jef.id, state: "waiting" });
    await makeSignUp(home.database.db, { activityId: id, personId: scene.rita.id, state: "cancelled" });
    await makeSignUp(home.database.db, { activityId: id, personId: scene.fatima.id });
    await makeSignUp(home.database.db, { activityId: id });
    const ctx = await scene.as(scene.fatima);
    await changeActivity(ctx, { id, rev: 1, ...detailsOf({ description: "Met koffie erbij." }) });
    expect(told()).toEqual([]);
    await changeActivity(ctx, { id, rev: 2, ...detailsOf({ description: "Met koffie erbij.", from: "15:00", place: "In de bib" }) });
    const data = { activity: id, moment: true, place: true };
    expect(told().sort()).toEqual([scene.noor, scene.jef].map(({ actorId }) => ["activity.changed-for-you", streamId("person", actorId), data]).sort());
    expect(await home.database.db.select().from(factOutbox)).toHaveLength(2);
  });

  test("gives more places to who waits; fewer than people who come is refused", async () => {
    const id = await planned();
    const ctx = await scene.as(scene.fatima);
    await changeActivity(ctx, { id, rev: 1, ...detailsOf({ places: "1" }) });
    await makeSignUp(home.database.db, { activityId: id, personId: scene.noor.id, createdAt: new Date("2025-11-20T08:00:00Z") });
    await makeSignUp(home.database.db, { activityId: id, personId: scene.jef.id, state: "waiting", createdAt: new Date("2025-11-20T09:00:00Z") });
    await makeSignUp(home.database.db, { activityId: id, personId: scene.rita.id, state: "waiting", createdAt: new Date("2025-11-20T09:30:00Z") });
    await changeActivity(ctx, { id, rev: 2, ...detailsOf({ places: "2" }) });
    expect(await listOf(home.database, scene, id)).toEqual([["noor", "signed_up"], ["jef", "signed_up"], ["rita", "waiting"]]);
    expect(told()).toEqual([["activity.moved-up", streamId("person", scene.jef.actorId), { activity: id }]]);
    await expect(changeActivity(ctx, { id, rev: 3, ...detailsOf({ places: "1" }) })).rejects.toMatchObject({ code: "invalid_input", detail: { fields: { places: "too_low" } } });
    await changeActivity(ctx, { id, rev: 3, ...detailsOf({ places: "" }) });
    expect((await listOf(home.database, scene, id)).map(([, state]) => state)).toEqual(["signed_up", "signed_up", "signed_up"]);
  });

  test("checks the revision; the same again changes nothing; what is cancelled stays as it is", async () => {
    const id = await planned();
    const ctx = await scene.as(scene.fatima);
    const changed = { id, rev: 1, ...detailsOf({ title: "Samen naar zee" }) };
    await changeActivity(ctx, changed);
    expect((await changeActivity.withFacts(ctx, changed)).facts).toEqual([]);
    expect(await refusal(changeActivity(ctx, { ...changed, title: "Van een oude pagina" }))).toBe("stale");
    expect(await refusal(changeActivity(await scene.as(scene.noor), { ...changed, rev: 2, title: "Van Noor" }))).toBe("forbidden");
    expect(await refusal(changeActivity(await scene.as(null), { ...changed, rev: 2, title: "Van niemand" }))).toBe("sign_in");
    await cancelActivity(ctx, { id });
    expect(await refusal(changeActivity(ctx, { ...changed, rev: 3, title: "Toch" }))).toBe("closed");
  });

  test("a slip of the pen in what is over may be mended, but it does not move to another day that is over", async () => {
    const over = await makeActivity(home.database.db, { group: scene.group, startsAt: new Date("2025-11-10T13:00:00Z"), places: 8, priceCents: 250, howToGetThere: "Met de bus.", description: "We rijden samen naar de markt.", contactName: "Fatima" });
    const ctx = await scene.as(scene.fatima);
    const was = detailsOf({ date: "2025-11-10", until: "16:00" });
    expect(await refusal(changeActivity(ctx, { id: over.id, rev: 1, ...was, title: "Samen de bus nemen" }))).toBe("accepted");
    expect(await refusal(changeActivity(ctx, { id: over.id, rev: 2, ...was, date: "2025-11-11" }))).toBe("invalid_input");
  });
});

describe("cancelling", () => {
  test("tells everyone who comes or waits, once, and keeps the list", async () => {
    const { id } = await makeActivity(home.database.db, { group: scene.group });
    await makeSignUp(home.database.db, { activityId: id, personId: scene.noor.id });
    await makeSignUp(home.database.db, { activityId: id, personId: scene.jef.id, state: "waiting" });
    await makeSignUp(home.database.db, { activityId: id });
    const ctx = await scene.as(scene.fatima);
    const { facts } = await cancelActivity.withFacts(ctx, { id });
    expect(facts[0]).toMatchObject({ type: "activity.cancelled", data: { people: 3 } });
    expect(told().sort()).toEqual([scene.noor, scene.jef].map(({ actorId }) => ["activity.cancelled-for-you", streamId("person", actorId), { activity: id }]).sort());
    expect((await cancelActivity.withFacts(ctx, { id })).facts).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", rev: 2 });
    expect((await readActivity(await scene.as(scene.noor), id)).activity.state).toBe("cancelled");
  });

  test("is for those who run it, and not for what is over", async () => {
    const { id } = await makeActivity(home.database.db, { group: scene.group });
    expect(await refusal(cancelActivity(await scene.as(scene.noor), { id }))).toBe("forbidden");
    expect(await refusal(cancelActivity(await scene.as(null), { id }))).toBe("sign_in");
    const over = await makeActivity(home.database.db, { group: scene.group, startsAt: new Date("2025-11-10T13:00:00Z") });
    expect(await refusal(cancelActivity(await scene.as(scene.fatima), { id: over.id }))).toBe("closed");
    expect(await refusal(cancelActivity(await scene.as(scene.fatima), { id: randomUUID() }))).toBe("not_found");
  });
});
