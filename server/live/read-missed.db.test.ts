import { beforeEach, expect, test } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { postMessage } from "~/features/discussions/index.server";
import { makeScene, newMessage, type Scene } from "~/features/discussions/test/scene";
import { groupStream } from "~/features/groups/index.server";
import { limits } from "~/platform/limits";
import { readMissed } from "./read-missed";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));

const post = async () => (await postMessage(await scene.as(scene.jef), newMessage(scene.discussion))).row.id;

test("gives a thousand who ask at once each what it lacks, and reads a handful of times", async () => {
  const house = (await scene.as(null)).house;
  const stream = groupStream(scene.group.id);
  const { head } = await readMissed(house, stream, 0);
  const posted = [await post(), await post(), await post()];
  let statements = 0;
  const { db } = house.database;
  house.database = { ...house.database, db: new Proxy(db, { get: (target, name) => (name === "select" && (statements += 1), Reflect.get(target, name) as unknown) }) };
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_, index) => readMissed(house, stream, head + (index % 4))));
  answers.forEach(({ facts, head: upTo }, index) => {
    expect(upTo).toBe(head + 3);
    expect(facts!.map(({ n }) => n)).toEqual([1, 2, 3].slice(index % 4).map((more) => head + more));
    expect(facts!.flatMap(({ entities }) => entities.map(({ id }) => id))).toEqual(posted.slice(index % 4));
  });
  expect(statements).toBeGreaterThan(1);
  expect(statements).toBeLessThan(30);
});

test("tells who missed too much, or knows more than there is, to load anew, and still answers the others", async () => {
  const house = (await scene.as(null)).house;
  const stream = groupStream(scene.group.id);
  await post();
  const { head } = await readMissed(house, stream, 0);
  const [ahead, there, behind] = await Promise.all([readMissed(house, stream, head + limits.replayFacts), readMissed(house, stream, head), readMissed(house, stream, head - 1)]);
  expect(ahead).toEqual({ head, reload: true });
  expect(there).toEqual({ head, facts: [] });
  expect(behind.facts!.map(({ n }) => n)).toEqual([head]);
});

test("a reading that fails fails those who share it, and the next one reads again", async () => {
  const house = (await scene.as(null)).house;
  const stream = groupStream(scene.group.id);
  await post();
  const { database } = house;
  house.database = { ...database, db: new Proxy(database.db, { get: () => () => { throw new Error("away"); } }) };
  const asked = await Promise.allSettled([readMissed(house, stream, 0), readMissed(house, stream, 0)]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  house.database = database;
  expect((await readMissed(house, stream, 0)).facts!.length).toBeGreaterThan(0);
});
