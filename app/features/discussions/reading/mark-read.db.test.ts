import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { readingPosition } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { testHouse } from "~/platform/test/test-house";
import { markRead } from "../index.server";
import { makeScene, refusal } from "../test/scene";

const home = useDatabase();

/** A scene with two conversations of forty messages, that counts its transactions. */
async function makeReading() {
  const { database } = home;
  let transactions = 0;
  const house = testHouse({ ...database, withTx: (run) => ((transactions += 1), database.withTx(run)) });
  const scene = await makeScene(database, { house });
  const other = await makeDiscussion(database.db, { group: scene.group, authorActor: scene.noor.actorId });
  const texts = Array.from({ length: 40 }, (_, index) => `Bericht ${index}`);
  for (const discussion of [scene.discussion, other]) await makeMessages(database.db, { discussion, authorActor: scene.noor.actorId, texts });
  const upTo = (discussion: { id: string }, number: number) => ({ discussion: discussion.id, ranges: [[1, number]] });
  return { ...scene, other, upTo, transactions: () => transactions };
}
const positions = async () => new Map((await home.database.db.select().from(readingPosition)).map((row) => [`${row.personId} ${row.discussionId}`, row.upTo]));

test("a flood of marks costs a few transactions; the furthest in each conversation stands, and each is answered for itself", async () => {
  const { noor, jef, as, discussion, other, upTo, transactions } = await makeReading();
  const [asNoor, asJef] = [await as(noor), await as(jef)];
  const marks = Array.from({ length: 100 }, (_, index) => markRead(asNoor, upTo(index % 2 ? discussion : other, 1 + ((index * 7) % 30))));
  const answers = await Promise.all([...marks, markRead(asJef, upTo(discussion, 3)), markRead(asNoor, upTo(other, 99)), markRead(asJef, upTo(discussion, 2))]);
  expect(answers.map((one) => one.upTo)).toEqual([...Array.from({ length: 100 }, (_, index) => 1 + ((index * 7) % 30)), 3, 40, 2]);
  expect(await positions()).toEqual(new Map([[`${noor.id} ${discussion.id}`, 30], [`${noor.id} ${other.id}`, 40], [`${jef.id} ${discussion.id}`, 3]]));
  expect(transactions()).toBeLessThanOrEqual(3);
});

test("who may not read is refused alone, and a mark never takes one back", async () => {
  const { noor, as, discussion, upTo } = await makeReading();
  const [asNoor, asNobody] = [await as(noor), await as(null)];
  await markRead(asNoor, upTo(discussion, 20));
  const outcomes = await Promise.all([refusal(markRead(asNobody, upTo(discussion, 9))), refusal(markRead(asNoor, upTo({ id: randomUUID() }, 9))), refusal(markRead(asNoor, upTo(discussion, 9)))]);
  expect(outcomes).toEqual(["sign_in", "not_found", "accepted"]);
  expect(await positions()).toEqual(new Map([[`${noor.id} ${discussion.id}`, 20]]));
});
