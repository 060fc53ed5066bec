import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { readingPosition } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { testHouse } from "~/platform/test/test-house";
import { connectionsOf, provideLiveRooms } from "~/platform/live-event.server";
import { markRead, postMessage } from "../index.server";
import { mostRanges } from "./seen.server";
import { makeScene, newMessage, refusal } from "../test/scene";

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
const positions = async () => new Map((await home.database.db.select().from(readingPosition)).map((row) => [`${row.personId} ${row.discussionId}`, row.seen]));

/** Numbers spread over the first thirty, each hundred marks all of them. */
const spread = (index: number) => 1 + ((index * 7) % 30);

test("a flood of marks costs a few transactions; what was seen in each conversation is merged, and each is answered with all of it", async () => {
  const { noor, jef, as, discussion, other, transactions } = await makeReading();
  const [asNoor, asJef] = [await as(noor), await as(jef)];
  const one = (to: { id: string }, number: number) => ({ discussion: to.id, ranges: [[number, number]] });
  const marks = Array.from({ length: 100 }, (_, index) => markRead(asNoor, one(index % 2 ? discussion : other, spread(index))));
  const last = await Promise.all([markRead(asJef, one(discussion, 3)), markRead(asNoor, { discussion: other.id, ranges: [[90, 99], [35, 99]] }), markRead(asJef, one(discussion, 5)), ...marks]);
  const odd = [[2, 2], [4, 4], [6, 6], [8, 8], [10, 10], [12, 12], [14, 14], [16, 16], [18, 18], [20, 20], [22, 22], [24, 24], [26, 26], [28, 28], [30, 30]];
  const even = odd.map(([number]) => [number! - 1, number! - 1]);
  expect(await positions()).toEqual(new Map([[`${noor.id} ${discussion.id}`, odd], [`${noor.id} ${other.id}`, [...even, [35, 40]]], [`${jef.id} ${discussion.id}`, [[3, 3], [5, 5]]]]));
  expect(last[2]).toEqual({ seen: [[3, 3], [5, 5]] });
  expect(transactions()).toBeLessThanOrEqual(3);
});

test("who may not read is refused alone, and nothing is taken back", async () => {
  const { noor, as, discussion, upTo } = await makeReading();
  const [asNoor, asNobody] = [await as(noor), await as(null)];
  await markRead(asNoor, upTo(discussion, 20));
  const outcomes = await Promise.all([refusal(markRead(asNobody, upTo(discussion, 9))), refusal(markRead(asNoor, upTo({ id: randomUUID() }, 9))), refusal(markRead(asNoor, upTo(discussion, 9)))]);
  expect(outcomes).toEqual(["sign_in", "not_found", "accepted"]);
  expect(await positions()).toEqual(new Map([[`${noor.id} ${discussion.id}`, [[1, 20]]]]));
});

test("odd ranges are refused, and what lies beyond the end or the wrong way round marks nothing", async () => {
  const { noor, as, discussion } = await makeReading();
  const asNoor = await as(noor);
  const mark = (ranges: unknown) => refusal(markRead(asNoor, { discussion: discussion.id, ranges }));
  for (const odd of [[], [[0, 2]], [[1.5, 2]], [["1", "2"]], [[1, 2 ** 40]], [[1]], "all", null, Array.from({ length: 51 }, () => [1, 1])]) expect(await mark(odd)).toBe("invalid_input");
  expect(await mark([[41, 90], [9, 3]])).toBe("accepted");
  expect(await positions()).toEqual(new Map([[`${noor.id} ${discussion.id}`, []]]));
});

test("only so many ranges are kept: the gaps that are furthest back count as seen", async () => {
  const { database } = home;
  const { noor, as, discussion } = await makeScene(database);
  await makeMessages(database.db, { discussion, authorActor: noor.actorId, texts: Array.from({ length: 300 }, () => "x") });
  const asNoor = await as(noor);
  for (let from = 2; from <= 300; from += 100) await markRead(asNoor, { discussion: discussion.id, ranges: Array.from({ length: 50 }, (_, index) => [from + 2 * index, from + 2 * index]) });
  const [row] = await database.db.select().from(readingPosition);
  expect(row!.seen.length).toBe(mostRanges);
  expect([row!.seen[0], row!.seen.at(-1)]).toEqual([[2, 102], [300, 300]]);
  await postMessage(asNoor, newMessage(discussion));
  expect((await database.db.select().from(readingPosition))[0]!.seen.length).toBe(mostRanges);
});

test("two devices that read at once lose nothing of one another, and both are told", async () => {
  const { noor, as, discussion } = await makeReading();
  const told: unknown[] = [];
  const takeBack = provideLiveRooms({ send: (...news) => void told.push(news), whisper: () => undefined, readers: () => 0 });
  try {
    await markRead(await as(noor), { discussion: discussion.id, ranges: [[1, 10]] });
    await Promise.all([markRead(await as(noor), { discussion: discussion.id, ranges: [[11, 15]] }), markRead(await as(noor), { discussion: discussion.id, ranges: [[20, 25]] })]);
  } finally {
    takeBack();
  }
  const seen = [[1, 15], [20, 25]];
  expect(await positions()).toEqual(new Map([[`${noor.id} ${discussion.id}`, seen]]));
  expect(told.at(-1)).toEqual([connectionsOf(noor.id), "discussion:seen", { discussion: discussion.id, seen }]);
});
