import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { activitySignUp, groupMembership, standing } from "#db/schema/index";
import { makeActivity, makeSignUp } from "#db/factories/make-activity";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { streamId } from "~/platform/streams";
import { readActivity, readSignUps, signOff, signUp, takeOffList, writeDownGuest } from "./index.server";
import { listOf, makeScene, refusal, signUpFor, type Scene } from "./test/scene";

const home = useDatabase();
let scene: Scene;
let id: string;
beforeEach(async () => {
  scene = await makeScene(home.database);
  id = (await makeActivity(home.database.db, { group: scene.group, places: 1 })).id;
});
const list = () => listOf(home.database, scene, id);
const guest = (name = "Gilbert") => ({ id: randomUUID(), activityId: id, name, phone: "050 00 00 01" });

describe("signing up", () => {
  test("takes a place, then the waiting list; the group sees numbers and no name", async () => {
    expect((await signUp(await scene.as(scene.noor), signUpFor(id))).state).toBe("signed_up");
    expect((await signUp(await scene.as(scene.jef), signUpFor(id))).state).toBe("waiting");
    expect(await list()).toEqual([["noor", "signed_up"], ["jef", "waiting"]]);
    const inGroup = scene.house.published.filter(({ stream }) => stream === groupStream(scene.group.id));
    expect(inGroup.map(({ type, actorId, data }) => [type, actorId, data])).toEqual([
      ["activity.places-changed", null, { activity: id, signedUp: 1, waiting: 0 }],
      ["activity.places-changed", null, { activity: id, signedUp: 1, waiting: 1 }],
    ]);
    const logged = scene.house.published.filter(({ type }) => type === "activity.signed-up");
    expect(logged.map(({ stream, actorId, data }) => [stream, actorId, data.waiting])).toEqual([[null, scene.noor.actorId, false], [null, scene.jef.actorId, true]]);
  });

  test("twice, or sent again, is once; also at the same moment", async () => {
    const sent = signUpFor(id);
    const ctx = await scene.as(scene.noor);
    await Promise.all([signUp(ctx, sent), signUp(ctx, sent), signUp(ctx, signUpFor(id))]);
    const again = await signUp.withFacts(ctx, sent);
    expect(again).toMatchObject({ value: { state: "signed_up" }, facts: [] });
    expect(await list()).toEqual([["noor", "signed_up"]]);
    expect(scene.house.published.filter(({ type }) => type === "activity.signed-up")).toHaveLength(1);
  });

  test("an id that was used for somebody else is refused, and tells nothing", async () => {
    const sent = signUpFor(id);
    await signUp(await scene.as(scene.noor), sent);
    expect(await refusal(signUp(await scene.as(scene.jef), sent))).toBe("already_done");
    const other = await makeActivity(home.database.db, { group: scene.group });
    expect(await refusal(signUp(await scene.as(scene.noor), { ...sent, activityId: other.id }))).toBe("already_done");
  });

  test("after signing off is at the end of the line; a late retry of the first does not bring somebody back", async () => {
    const first = signUpFor(id);
    const ctx = await scene.as(scene.noor);
    await signUp(ctx, first);
    await signUp(await scene.as(scene.jef), signUpFor(id));
    await signOff(ctx, { activityId: id });
    expect((await signUp(ctx, first)).state).toBe("cancelled");
    expect(await list()).toEqual([["noor", "cancelled"], ["jef", "signed_up"]]);
    await signUp(ctx, signUpFor(id));
    expect(await list()).toEqual([["jef", "signed_up"], ["noor", "waiting"]]);
    expect((await readActivity(ctx, id)).mine).toBe("waiting");
  });

  test("is for who has a name in the leerplek, before it begins", async () => {
    expect(await refusal(signUp(await scene.as(null), signUpFor(id)))).toBe("sign_in");
    expect(await refusal(signUp(await scene.as(scene.stranger), signUpFor(id)))).toBe("join_space");
    expect(await refusal(signUp(await scene.as(scene.noor), signUpFor(randomUUID())))).toBe("not_found");
    expect(await refusal(signUp(await scene.as(scene.noor), { ...signUpFor(id), personId: scene.jef.id }))).toBe("invalid_input");
    scene.house.setNow(new Date("2025-12-03T13:00:00Z"));
    expect(await refusal(signUp(await scene.as(scene.noor), signUpFor(id)))).toBe("closed");
    const cancelled = await makeActivity(home.database.db, { group: scene.group, state: "cancelled" });
    expect(await refusal(signUp(await scene.as(scene.noor), signUpFor(cancelled.id)))).toBe("closed");
  });

  test("is refused to who is suspended, in a closed group and in what is paused or hidden; who is muted may come along", async () => {
    const { db } = home.database;
    await db.insert(standing).values({ personId: scene.noor.id, kind: "suspension", scopeKind: "space", scopeId: scene.space.id });
    expect(await refusal(signUp(await scene.as(scene.noor), signUpFor(id)))).toBe("suspended");
    await db.insert(standing).values({ personId: scene.jef.id, kind: "mute", scopeKind: "space", scopeId: scene.space.id });
    expect(await refusal(signUp(await scene.as(scene.jef), signUpFor(id)))).toBe("accepted");
    const hidden = await makeActivity(db, { group: scene.group, moderation: "hidden" });
    expect(await refusal(signUp(await scene.as(scene.rita), signUpFor(hidden.id)))).toBe("not_found");
    const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
    const inside = await makeActivity(db, { group: closed.group });
    expect(await refusal(signUp(await closed.as(closed.stranger), signUpFor(inside.id)))).toBe("join_group");
    const paused = await makeScene(home.database, { space: { status: "paused" } });
    const there = await makeActivity(db, { group: paused.group });
    expect(await refusal(signUp(await paused.as(paused.noor), signUpFor(there.id)))).toBe("paused");
  });
});

describe("signing off", () => {
  test("gives the place to who waits the longest, who hears of it; a guest is passed no message but gets the place", async () => {
    await signUp(await scene.as(scene.noor), signUpFor(id));
    await writeDownGuest(await scene.as(scene.fatima), guest());
    await signUp(await scene.as(scene.jef), signUpFor(id));
    await signOff(await scene.as(scene.noor), { activityId: id });
    expect(await list()).toEqual([["noor", "cancelled"], ["Gilbert", "signed_up"], ["jef", "waiting"]]);
    const page = await readSignUps(await scene.as(scene.fatima), id);
    await takeOffList(await scene.as(scene.fatima), { activityId: id, signUpId: page.comes[0]!.id });
    expect(await list()).toEqual([["noor", "cancelled"], ["Gilbert", "cancelled"], ["jef", "signed_up"]]);
    expect(scene.house.published.filter(({ type }) => type === "activity.moved-up").map(({ stream, actorId, data }) => [stream, actorId, data])).toEqual([
      [streamId("person", scene.jef.actorId), scene.jef.actorId, { activity: id }],
    ]);
  });

  test("sent again changes nothing; who is not on the list is told so; once it began it is too late", async () => {
    await signUp(await scene.as(scene.noor), signUpFor(id));
    const ctx = await scene.as(scene.noor);
    await signOff(ctx, { activityId: id });
    expect((await signOff.withFacts(ctx, { activityId: id })).facts).toEqual([]);
    expect(await refusal(signOff(await scene.as(scene.jef), { activityId: id }))).toBe("not_found");
    expect(await refusal(signOff(await scene.as(null), { activityId: id }))).toBe("not_found");
    await signUp(await scene.as(scene.jef), signUpFor(id));
    scene.house.setNow(new Date("2025-12-03T13:30:00Z"));
    expect(await refusal(signOff(await scene.as(scene.jef), { activityId: id }))).toBe("closed");
  });

  test("is possible for who left the closed group meanwhile", async () => {
    const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
    const inside = await makeActivity(home.database.db, { group: closed.group });
    await signUp(await closed.as(closed.noor), signUpFor(inside.id));
    await home.database.db.update(groupMembership).set({ endedAt: closed.house.now(), endedBecause: "left" }).where(eq(groupMembership.personId, closed.noor.id));
    expect(await refusal(readActivity(await closed.as(closed.noor), inside.id))).toBe("join_group");
    expect(await refusal(signOff(await closed.as(closed.noor), { activityId: inside.id }))).toBe("accepted");
  });
});

describe("somebody without an account", () => {
  test("is written down by name and phone, once; also by a helper, who sees no names", async () => {
    const sent = guest();
    const ctx = await scene.as(scene.hilde);
    expect((await writeDownGuest(ctx, sent)).state).toBe("signed_up");
    expect((await writeDownGuest.withFacts(ctx, sent)).facts).toEqual([]);
    expect(await refusal(writeDownGuest(ctx, { ...sent, name: "Iemand anders" }))).toBe("already_done");
    expect((await writeDownGuest(ctx, guest("Agnes"))).state).toBe("waiting");
    const page = await readSignUps(ctx, id);
    expect(page).toMatchObject({ sees: false, comes: [], waits: [] });
  });

  test("is not written down by a member, not without a name, not by somebody without an account", async () => {
    expect(await refusal(writeDownGuest(await scene.as(scene.noor), guest()))).toBe("forbidden");
    expect(await refusal(writeDownGuest(await scene.as(null), guest()))).toBe("sign_in");
    expect(await refusal(writeDownGuest(await scene.as(scene.hilde), guest(" ")))).toBe("invalid_input");
    scene.house.setNow(new Date("2025-12-03T16:00:00Z"));
    expect(await refusal(writeDownGuest(await scene.as(scene.hilde), guest()))).toBe("closed");
  });
});

describe("the list", () => {
  test("shows names to those who run it alone; others see numbers", async () => {
    await signUp(await scene.as(scene.noor), signUpFor(id));
    await makeSignUp(home.database.db, { activityId: id, state: "waiting" });
    const page = await readSignUps(await scene.as(scene.fatima), id);
    expect(page.comes).toEqual([expect.objectContaining({ name: "Noor", guest: false, phone: "" })]);
    expect(page.waits).toEqual([expect.objectContaining({ name: "Gilbert", guest: true, phone: "050 00 00 01" })]);
    for (const person of [scene.jef, scene.noor]) expect(await refusal(readSignUps(await scene.as(person), id))).toBe("forbidden");
    expect(await refusal(readSignUps(await scene.as(null), id))).toBe("sign_in");
    const seen = JSON.stringify(await readActivity(await scene.as(scene.jef), id));
    expect(seen).not.toMatch(/Noor|Gilbert|050 00 00 01/);
    expect((await readActivity(await scene.as(scene.jef), id)).numbers).toEqual({ signedUp: 1, waiting: 1 });
  });

  test("somebody with an account who is taken off it hears of it, once", async () => {
    await signUp(await scene.as(scene.noor), signUpFor(id));
    const [row] = await home.database.db.select().from(activitySignUp);
    const ctx = await scene.as(scene.fatima);
    await takeOffList(ctx, { activityId: id, signUpId: row!.id });
    expect((await takeOffList.withFacts(ctx, { activityId: id, signUpId: row!.id })).facts).toEqual([]);
    expect(scene.house.published.filter(({ type }) => type === "activity.taken-off-for-you").map(({ stream }) => stream)).toEqual([streamId("person", scene.noor.actorId)]);
  });

  test("is not for others to take people off, nor for people of another list", async () => {
    await signUp(await scene.as(scene.noor), signUpFor(id));
    const [row] = await home.database.db.select().from(activitySignUp);
    expect(await refusal(takeOffList(await scene.as(scene.jef), { activityId: id, signUpId: row!.id }))).toBe("forbidden");
    expect(await refusal(takeOffList(await scene.as(scene.hilde), { activityId: id, signUpId: row!.id }))).toBe("forbidden");
    expect(await refusal(takeOffList(await scene.as(null), { activityId: id, signUpId: row!.id }))).toBe("sign_in");
    const other = await makeActivity(home.database.db, { group: scene.group });
    expect(await refusal(takeOffList(await scene.as(scene.fatima), { activityId: other.id, signUpId: row!.id }))).toBe("not_found");
    scene.house.setNow(new Date("2025-12-03T16:00:00Z"));
    expect(await refusal(takeOffList(await scene.as(scene.fatima), { activityId: id, signUpId: row!.id }))).toBe("closed");
  });

  test("is in the order in which people came, whatever the clocks of their requests said", async () => {
    const early = await scene.as(scene.jef);
    scene.house.setNow(new Date("2025-11-20T10:05:00Z"));
    const late = await scene.as(scene.noor);
    await signUp(late, signUpFor(id));
    expect((await signUp(early, signUpFor(id))).state).toBe("waiting");
    expect(await list()).toEqual([["noor", "signed_up"], ["jef", "waiting"]]);
  });
});
