import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { release, releaseActor } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { ctxOfHouse } from "~/platform/test/test-house";
import { askRelease, finishRelease, makeReleases, withdrawFromStudy } from "./index.server";
import { makeScene, refusal } from "./test/make-scene";

const home = useDatabase();
const outcomeFor = (actorIds: string[]) => ({ state: "ready", fileName: "studie-r1.zip", sha256: "ab", bytes: 1, participants: actorIds.length, events: 5, suppressed: {}, rows: actorIds.map((actorId) => ({ actorId, rows: 1 })) });

test("who takes the yes back while the file is made is not in it: it is made anew", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const people = await scene.participants(study.id, 6);
  const id = crypto.randomUUID();
  await askRelease(await scene.as(scene.lotte), { id, study: study.id });
  await scene.db.update(release).set({ state: "running", heartbeatAt: scene.house.now() });
  await withdrawFromStudy(await scene.as(people[0]!), { id: crypto.randomUUID(), study: study.id });
  expect(await finishRelease(ctxOfHouse(scene.house), { release: id, outcome: outcomeFor(people.map((one) => one.actorId)) })).toBe("again");
  expect((await scene.db.select().from(release))[0]).toMatchObject({ state: "queued", progress: 0, snapshotFactId: null });
  expect(await scene.db.select().from(releaseActor)).toEqual([]);
  expect(await makeReleases(scene.house)).toBe(1);
  expect((await scene.db.select().from(releaseActor)).map((one) => one.actorId)).not.toContain(people[0]!.actorId);
});

test("only the house ends a release, once, and only one that is being made", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const people = await scene.participants(study.id, 5);
  const { row } = await scene.make(study.id);
  const outcome = outcomeFor(people.map((one) => one.actorId));
  expect(await refusal(finishRelease(await scene.as(scene.ann), { release: row.id, outcome }))).toBe("forbidden");
  expect(await refusal(finishRelease(ctxOfHouse(scene.house), { release: row.id, outcome }))).toBe("already_done");
  expect(await refusal(finishRelease(ctxOfHouse(scene.house), { release: crypto.randomUUID(), outcome }))).toBe("not_found");
});

test("one release at a time for a study; asked for twice with the same id it is asked for once", async () => {
  const scene = await makeScene(home.database);
  const [study, draft] = [await scene.study(), await scene.study({ state: "draft" })];
  const lotte = await scene.as(scene.lotte);
  const id = crypto.randomUUID();
  expect(await askRelease(lotte, { id, study: study.id })).toEqual(await askRelease(lotte, { id, study: study.id }));
  expect(await refusal(askRelease(lotte, { id: crypto.randomUUID(), study: study.id }))).toBe("already_done");
  expect(await refusal(askRelease(lotte, { id: crypto.randomUUID(), study: draft.id }))).toBe("not_open_yet");
  expect(await refusal(askRelease(await scene.as(scene.speaker), { id: crypto.randomUUID(), study: study.id }))).toBe("not_found");
  expect(await refusal(askRelease(await scene.as(null), { id: crypto.randomUUID(), study: study.id }))).toBe("sign_in");
});

test("a release whose key cannot be opened fails, says so, and leaves no file behind", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study({ wrappedKey: Buffer.alloc(60, 1) });
  await scene.participants(study.id, 5);
  const { row } = await scene.make(study.id);
  expect(row).toMatchObject({ state: "failed", refusedCode: "failed", fileName: null });
  expect(scene.house.published.at(-1)).toMatchObject({ type: "research.release-ready", data: { outcome: "failed" } });
  const folder = join(scene.house.dataDir, "releases");
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  await scene.db.update(release).set({ state: "queued" }).where(eq(release.id, row.id));
  expect(await makeReleases(scene.house)).toBe(1);
});
