import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { roomIn } from "./room-in";

function slow() {
  const held: (() => void)[] = [];
  return { held, to: new Writable({ highWaterMark: 4, write: (_chunk, _encoding, taken) => void held.push(taken) }) };
}
/** Whether it came so far after everything that was ready had its turn. */
const isDone = (promise: Promise<void>) => Promise.race([promise.then(() => true), new Promise((resolve) => setImmediate(() => setImmediate(resolve, false)))]);

test("more may be written once what was written is taken", async () => {
  const { to, held } = slow();
  expect(await isDone(roomIn(to))).toBe(true);
  to.write("12345678");
  const room = roomIn(to);
  expect(await isDone(room)).toBe(false);
  held[0]!();
  await room;
  expect([to.listenerCount("drain"), to.listenerCount("close")]).toEqual([0, 0]);
});

test("nobody waits for a connection that is gone", async () => {
  const { to } = slow();
  to.write("12345678");
  const room = roomIn(to);
  to.destroy();
  await room;
  expect(await isDone(roomIn(to))).toBe(true);
});
