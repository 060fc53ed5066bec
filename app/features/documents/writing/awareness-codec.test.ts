import fc from "fast-check";
import { expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { cursorOf, readAwareness, writeAwareness } from "./awareness-codec";
import { openDoc } from "../open-doc";

it("reads what y-protocols writes, and writes what it reads", () => {
  const [mine, theirs] = [new Awareness(openDoc()), new Awareness(openDoc())];
  mine.setLocalState({ cursor: { anchor: 1 }, words: "é 👩‍🌾" });
  const update = encodeAwarenessUpdate(mine, [mine.clientID]);
  const entries = readAwareness(update)!;
  expect(entries).toEqual([{ client: mine.clientID, clock: 1, state: { cursor: { anchor: 1 }, words: "é 👩‍🌾" } }]);
  expect(writeAwareness(entries)).toEqual(update);
  applyAwarenessUpdate(theirs, writeAwareness([{ client: mine.clientID, clock: 2, state: { user: "x" } }]), "test");
  expect(theirs.getStates().get(mine.clientID)).toEqual({ user: "x" });
  for (const awareness of [mine, theirs]) awareness.destroy();
});

it("gives back any entries, and null or entries for any bytes", () => {
  const entry = fc.record({ client: fc.nat(2 ** 32), clock: fc.nat(), state: fc.jsonValue() });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 16 }), (entries) => {
      expect(readAwareness(writeAwareness(entries))).toEqual(JSON.parse(JSON.stringify(entries)));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      readAwareness(bytes);
    }),
  );
});

it("keeps of a state nothing but a place", () => {
  const id = { client: 1, clock: 2 };
  expect(cursorOf({ cursor: { anchor: { type: id, tname: null, item: null, assoc: -1, evil: 1 }, head: { tname: "body" } } })).toEqual({ anchor: { type: id, assoc: -1 }, head: { tname: "body" } });
  for (const state of [null, 3, {}, { cursor: null }, { cursor: { anchor: id } }, { cursor: { anchor: { item: { client: "1", clock: 2 } }, head: { item: id } } }, { cursor: { anchor: {}, head: {} } }, { cursor: { anchor: { tname: "elders" }, head: { tname: "elders" } } }]) expect(cursorOf(state)).toBeNull();
});
