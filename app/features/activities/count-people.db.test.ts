import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { activity as activityTable, activitySignUp } from "#db/schema/index";
import { makeActivity, makeSignUp } from "#db/factories/make-activity";
import { useDatabase } from "#db/test/use-database";
import { ctxOfHouse } from "~/platform/test/test-house";
import { forgetGuests, noteAttendance, noteHeadcount } from "./index.server";
import { makeScene, refusal, type Scene } from "./test/scene";

const home = useDatabase();
const startsAt = new Date("2025-12-03T13:00:00Z");
let scene: Scene;
let id: string;
let noor: string;
let guest: string;
beforeEach(async () => {
  scene = await makeScene(home.database);
  id = (await makeActivity(home.database.db, { group: scene.group, startsAt })).id;
  noor = (await makeSignUp(home.database.db, { activityId: id, personId: scene.noor.id })).id;
  guest = (await makeSignUp(home.database.db, { activityId: id })).id;
  scene.house.setNow(new Date("2025-12-03T14:00:00Z"));
});
const attended = async () => new Map((await home.database.db.select().from(activitySignUp)).map((row) => [row.id, row.attended]));
const headcount = async () => (await home.database.db.select().from(activityTable).where(eq(activityTable.id, id)))[0]!.headcount;

describe("attendance", () => {
  test("is noted per person, in the log under who came; a guest leaves no trace there", async () => {
    const { value, facts } = await noteAttendance.withFacts(await scene.as(scene.fatima), { activityId: id, shown: [noor, guest], came: [noor, guest] });
    expect(value).toEqual({ attended: 2 });
    expect([...(await attended()).values()]).toEqual([true, true]);
    expect(facts.map(({ type, stream, actorId, occurredAt, data }) => [type, stream, actorId, occurredAt, data.attended])).toEqual([
      ["activity.attendance-noted", null, scene.noor.actorId, startsAt, true],
    ]);
  });

  test("is mended by sending the form again; who is not on the form keeps what was noted; the same again changes nothing", async () => {
    const ctx = await scene.as(scene.fatima);
    await noteAttendance(ctx, { activityId: id, shown: [noor, guest], came: noor });
    expect([...(await attended()).entries()].sort()).toEqual([[noor, true], [guest, false]].sort());
    await noteAttendance(ctx, { activityId: id, shown: [guest], came: [] });
    expect((await attended()).get(noor)).toBe(true);
    await noteAttendance(ctx, { activityId: id, shown: [noor, guest], came: [] });
    expect([...(await attended()).values()]).toEqual([false, false]);
    expect((await noteAttendance.withFacts(ctx, { activityId: id, shown: [noor, guest], came: [] })).facts).toEqual([]);
  });

  test("is for those who run it, from the first minute, of people on this list who come", async () => {
    const sent = { activityId: id, shown: [noor], came: [noor] };
    expect(await refusal(noteAttendance(await scene.as(scene.noor), sent))).toBe("forbidden");
    expect(await refusal(noteAttendance(await scene.as(scene.hilde), sent))).toBe("forbidden");
    expect(await refusal(noteAttendance(await scene.as(null), sent))).toBe("sign_in");
    const waits = await makeSignUp(home.database.db, { activityId: id, personId: scene.jef.id, state: "waiting" });
    for (const stranger of [waits.id, randomUUID()]) expect(await refusal(noteAttendance(await scene.as(scene.fatima), { ...sent, came: [stranger] }))).toBe("not_found");
    scene.house.setNow(new Date("2025-12-03T12:59:00Z"));
    expect(await refusal(noteAttendance(await scene.as(scene.fatima), sent))).toBe("too_soon");
    expect([...(await attended()).values()]).toEqual([null, null, null]);
  });
});

describe("the headcount", () => {
  test("counts everyone, also without an account, and the group sees it", async () => {
    const { facts } = await noteHeadcount.withFacts(await scene.as(scene.fatima), { activityId: id, headcount: "14" });
    expect(await headcount()).toBe(14);
    expect(facts.map(({ type, data }) => [type, data.people])).toEqual([["activity.headcount-noted", 14]]);
    expect((await noteHeadcount.withFacts(await scene.as(scene.fatima), { activityId: id, headcount: 14 })).facts).toEqual([]);
  });

  test("is never less than who was noted as having come", async () => {
    const ctx = await scene.as(scene.fatima);
    await noteAttendance(ctx, { activityId: id, shown: [noor, guest], came: [noor, guest] });
    await expect(noteHeadcount(ctx, { activityId: id, headcount: 1 })).rejects.toMatchObject({ code: "invalid_input", detail: { fields: { headcount: "too_low" } } });
    await noteHeadcount(ctx, { activityId: id, headcount: 2 });
    const jef = await makeSignUp(home.database.db, { activityId: id, personId: scene.jef.id });
    const { facts } = await noteAttendance.withFacts(ctx, { activityId: id, shown: [jef.id], came: [jef.id] });
    expect(await headcount()).toBe(3);
    expect(facts.map(({ type }) => type).sort()).toEqual(["activity.attendance-noted", "activity.headcount-noted"]);
  });

  test("is a number of people, noted by those who run it once it began", async () => {
    const ctx = await scene.as(scene.fatima);
    for (const wrong of ["veel", "-1", "2.5", "1000000"]) expect(await refusal(noteHeadcount(ctx, { activityId: id, headcount: wrong }))).toBe("invalid_input");
    expect(await refusal(noteHeadcount(await scene.as(scene.noor), { activityId: id, headcount: 3 }))).toBe("forbidden");
    expect(await refusal(noteHeadcount(await scene.as(null), { activityId: id, headcount: 3 }))).toBe("sign_in");
    scene.house.setNow(new Date("2025-12-01T12:00:00Z"));
    expect(await refusal(noteHeadcount(await scene.as(scene.fatima), { activityId: id, headcount: 3 }))).toBe("too_soon");
  });
});

test("names and numbers of guests go thirty days after the activity; that they came stays", async () => {
  await noteAttendance(await scene.as(scene.fatima), { activityId: id, shown: [guest], came: [guest] });
  scene.house.setNow(new Date("2026-01-02T14:00:00Z"));
  expect(await forgetGuests(ctxOfHouse(scene.house))).toBe(0);
  scene.house.setNow(new Date("2026-01-02T16:00:00Z"));
  expect(await forgetGuests(ctxOfHouse(scene.house))).toBe(1);
  const [row] = await home.database.db.select().from(activitySignUp).where(eq(activitySignUp.id, guest));
  expect(row).toMatchObject({ guestName: "", guestPhone: "", attended: true });
  expect(await forgetGuests(ctxOfHouse(scene.house))).toBe(0);
});
