import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { House } from "~/platform/ctx.server";
import { provideLiveRooms } from "~/platform/live-event.server";
import { readAwareness } from "./awareness-codec";
import { fromBase64 } from "./base64";
import { tellCaret, tellLeft, tellUpdates } from "./tell-room.server";

const told: { how: "sent" | "whispered"; payload: Record<string, unknown> }[] = [];
let takeBack: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  takeBack = provideLiveRooms({
    send: (_room, _event, payload) => void told.push({ how: "sent", payload: payload as Record<string, unknown> }),
    whisper: (_room, _event, payload) => void told.push({ how: "whispered", payload: payload as Record<string, unknown> }),
    readers: () => 0,
  });
});
afterEach(() => {
  takeBack();
  vi.useRealTimers();
});

const run = (sizes: number[]) => sizes.map((size, index) => ({ n: index + 5, update: new Uint8Array(size).fill(index) }));

it("tells a run in one packet, in order and unchanged, and a large one in several that follow on one another", () => {
  tellUpdates("1", run([3, 0, 5]));
  tellUpdates("1", run([40_000, 20_000, 10_000, 90_000, 1]));
  expect(told.map(({ payload }) => [payload.seq, (payload.updates as string[]).map((update) => fromBase64(update).byteLength)])).toEqual([
    [7, [3, 0, 5]],
    [6, [40_000, 20_000]],
    [7, [10_000]],
    [8, [90_000]],
    [9, [1]],
  ]);
  expect(fromBase64((told[0]!.payload.updates as string[])[2]!)).toEqual(new Uint8Array(5).fill(2));
});

it("tells carets of one moment together, each where it was last, and of who left nothing after that", () => {
  const house = {} as House;
  const places = () => told.map(({ how, payload }) => [how, readAwareness(fromBase64(payload.update as string))!.map(({ client, clock }) => [client, clock])]);
  for (const [client, clock] of [[1, 1], [2, 1], [1, 2], [3, 7]] as const) tellCaret(house, "1", { client, clock, state: { cursor: null } });
  tellLeft(house, "1", { client: 3, clock: 7, state: null });
  expect(places()).toEqual([["sent", [[3, 8]]]]);
  vi.runAllTimers();
  expect(places().slice(1)).toEqual([["whispered", [[1, 2], [2, 1]]]]);
  tellCaret(house, "1", { client: 2, clock: 2, state: null });
  vi.runAllTimers();
  expect(places()).toHaveLength(3);
});
