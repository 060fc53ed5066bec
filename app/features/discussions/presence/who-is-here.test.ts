import { expect, test } from "vitest";
import { Agenda } from "~/platform/live-client/test/unsteady-line";
import { namedUpTo, WhoIsHere, type PresenceView } from "./who-is-here";

const talk = "talk";
const some = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `c${index}`, who: `m${index}`, name: `Naam ${index}` }));

/** One process, with a clock that the test moves. */
function open() {
  const agenda = new Agenda();
  const told: PresenceView[] = [];
  const shared: PresenceView[] = [];
  const clock = { now: 0 };
  const who = new WhoIsHere({ tell: (_id, view) => told.push(view), share: (_id, view) => shared.push(view), later: agenda.later, now: () => clock.now });
  /** Does what waits, as long after as it asked for. */
  const pass = () => {
    clock.now += agenda.first ?? 0;
    agenda.run();
  };
  return { who, agenda, told, shared, clock, pass };
}

test("a thousand who come, and go and come, make one packet and not a thousand, and no names", () => {
  const { who, told, pass, agenda } = open();
  for (const one of some(1_000)) who.join(talk, one);
  expect([told, agenda.length]).toEqual([[], 1]);
  pass();
  expect(told).toEqual([{ count: 1_000, people: [] }]);
  for (const one of some(500)) {
    who.leave(talk, one.key);
    who.join(talk, one);
    who.leave(talk, one.key);
  }
  // A next time, and saying it again to other processes: nothing else waits.
  expect([agenda.length, Math.min(agenda.first!, 30_000)]).toEqual([2, 30_000]);
  pass();
  expect(told).toEqual([{ count: 1_000, people: [] }, { count: 500, people: [] }]);
});

test("a few are named, a dozen beside who reads it at most, and two tabs are one person", () => {
  const { who, told, pass } = open();
  const [jan, fatma] = [{ key: "c1", who: "m1", name: "Jan" }, { key: "c2", who: "m2", name: "Fatma" }];
  for (const one of [jan, { ...jan, key: "c3" }, fatma]) who.join(talk, one);
  pass();
  expect(told).toEqual([{ count: 2, people: [{ id: "m2", name: "Fatma" }, { id: "m1", name: "Jan" }] }]);
  who.leave(talk, "c3");
  pass();
  expect(told).toHaveLength(1);
  for (const one of some(namedUpTo)) who.join("other", one);
  expect([who.toldTo("other").count, who.toldTo("other").people.length]).toEqual([namedUpTo, 13]);
  who.join("other", { key: "one more", who: "more", name: "Nog iemand" });
  expect(who.toldTo("other")).toEqual({ count: namedUpTo + 1, people: [] });
});

test("who reloads the page goes and comes without anybody being told", () => {
  const { who, told, pass } = open();
  for (const one of some(2)) who.join(talk, one);
  pass();
  who.leave(talk, "c0");
  who.join(talk, some(1)[0]!);
  pass();
  expect(told).toHaveLength(1);
});

test("processes know of one another's, count nobody twice, and forget a process that says nothing any more", () => {
  const { who, told, shared, clock, pass } = open();
  const [here, there] = some(2);
  who.hear("other", talk, { count: 5, people: [] });
  expect(who.view(talk).count).toBe(0);
  who.join(talk, here!);
  who.hear("other", talk, { count: 2, people: [{ id: here!.who, name: here!.name }, { id: there!.who, name: there!.name }] });
  pass();
  expect([told, shared]).toEqual([[{ count: 2, people: [{ id: "m0", name: "Naam 0" }, { id: "m1", name: "Naam 1" }] }], [{ count: 1, people: [{ id: "m0", name: "Naam 0" }] }]]);
  // It says itself again, and the other does not.
  for (let round = 0; round < 8 && clock.now < 120_000; round += 1) pass();
  expect(told.at(-1)).toEqual({ count: 1, people: [{ id: "m0", name: "Naam 0" }] });
  expect(shared.length).toBeGreaterThan(2);
});

test("when the last one goes nothing is kept and nothing goes on", () => {
  const { who, agenda, shared, pass } = open();
  who.join(talk, some(1)[0]!);
  pass();
  who.leave(talk, "c0");
  pass();
  pass();
  expect([agenda.length, who.view(talk), shared.at(-1)]).toEqual([0, { count: 0, people: [] }, { count: 0, people: [] }]);
});
