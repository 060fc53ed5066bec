import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activity as activityTable, activitySignUp, experiment as experimentTable } from "#db/schema/index";
import { makeActivity, makeSignUp } from "#db/factories/make-activity";
import { makeExperiment } from "#db/factories/make-experiment";
import { makeGroupMembership } from "#db/factories/make-group";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, describeErasure, eraseAccount } from "~/features/accounts/index.server";
import { goodPassword, newAccount } from "~/features/accounts/test/act-as";
import "~/features/experiments/index.server";
import { streamId } from "~/platform/streams";
import { listOf, makeScene } from "./test/scene";

const home = useDatabase();

/** Somebody with a real account: comes to one activity, was at another, planned a third and proposed two experiments. */
async function fullLife() {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const made = await newAccount(scene.house, { name: "Zoë" });
  await makeGroupMembership(db, { group: scene.group, personId: made.personId, shownName: "Zoë" });
  const coming = await makeActivity(db, { group: scene.group, places: 1, title: "Koken" });
  await makeSignUp(db, { activityId: coming.id, personId: made.personId, createdAt: new Date("2025-11-01T10:00:00Z") });
  await makeSignUp(db, { activityId: coming.id, personId: scene.jef.id, state: "waiting", createdAt: new Date("2025-11-02T10:00:00Z") });
  const past = await makeActivity(db, { group: scene.group, startsAt: new Date("2025-11-01T13:00:00Z"), headcount: 4, title: "Naaien" });
  await makeSignUp(db, { activityId: past.id, personId: made.personId, attended: true });
  const planned = await makeActivity(db, { group: scene.group, createdByActor: made.actorId, contactName: "Zoë Wissenaere", contactPhone: "0470 00 00 99", title: "Wandelen" });
  const idea = await makeExperiment(db, { group: scene.group, createdByActor: made.actorId, title: "Zoë's idee" });
  const running = await makeExperiment(db, { group: scene.group, createdByActor: made.actorId, stage: "running", title: "Van de groep" });
  return { scene, made, coming, past, planned, idea, running };
}

test("says what goes and what stays", async () => {
  const { made } = await fullLife();
  const { lines } = await describeErasure(made.ctx);
  const ours = lines.filter(({ what }) => /activiteit|experiment/i.test(what));
  expect(ours.map(({ count, fate }) => [count, fate]).sort()).toEqual([[1, "choice"], [1, "goes"], [1, "goes"], [1, "stays"], [1, "stays"]]);
});

test("gives the place to who waits, keeps the headcount, and puts the leerplek's contact in the place of the name and number", async () => {
  const { scene, made, coming, past, planned, idea, running } = await fullLife();
  const { db } = home.database;
  await eraseAccount(made.ctx, { currentPassword: goodPassword, words: "remove" });
  expect(await listOf(home.database, scene, coming.id)).toEqual([["jef", "signed_up"]]);
  expect(scene.house.published.filter(({ type }) => type === "activity.moved-up").map(({ stream }) => stream)).toEqual([streamId("person", scene.jef.actorId)]);
  expect(await db.select().from(activitySignUp).where(eq(activitySignUp.activityId, past.id))).toEqual([]);
  const rows = new Map((await db.select().from(activityTable)).map((row) => [row.id, row]));
  expect(rows.get(past.id)?.headcount).toBe(4);
  expect(rows.get(planned.id)).toMatchObject({ contactName: scene.space.contactName, contactPhone: scene.space.contactPhone, title: "Wandelen" });
  const experiments = new Map((await db.select().from(experimentTable)).map((row) => [row.id, row]));
  expect(experiments.get(idea.id)).toMatchObject({ title: "…", wantToKnow: "", moderation: "removed" });
  expect(experiments.get(running.id)).toMatchObject({ title: "Van de groep", moderation: "visible" });
});

test("keeps the words when asked to", async () => {
  const { made, idea } = await fullLife();
  await eraseAccount(made.ctx, { currentPassword: goodPassword, words: "keep" });
  const [row] = await home.database.db.select().from(experimentTable).where(eq(experimentTable.id, idea.id));
  expect(row).toMatchObject({ title: "Zoë's idee", moderation: "visible" });
});

test("gives somebody what is kept about them", async () => {
  const { made } = await fullLife();
  const parts = new Map((await collectDownload(made.ctx)).map((part) => [part.key, part]));
  expect(parts.get("signUps")?.rows).toMatchObject([{ title: "Naaien", attended: true }, { title: "Koken", attended: null }]);
  expect(parts.get("plannedActivities")?.rows).toMatchObject([{ title: "Wandelen", contact: "Zoë Wissenaere, 0470 00 00 99" }]);
  expect(parts.get("experiments")?.rows.map(({ title }) => title).sort()).toEqual(["Van de groep", "Zoë's idee"]);
  for (const key of ["signUps", "plannedActivities", "experiments"]) {
    const part = parts.get(key)!;
    for (const row of part.rows) expect(Object.keys(part.columns)).toEqual(Object.keys(row));
  }
});
