import { expect, test } from "vitest";
import { nextVisit, seenBefore, type Visit } from "./visits";

const at = (clock: string) => new Date(`2030-03-01T${clock}:00Z`);
const visited = (...seen: [string, number][]) => seen.reduce<Visit | null>((visit, [clock, seq]) => nextVisit(visit, { seq, at: at(clock) }, null), null);
const before = (visit: Visit | null, clock: string, wroteAt: string | null = null) => seenBefore(visit, wroteAt ? at(wroteAt) : null, at(clock))?.seq ?? null;

test("nothing is new to who comes for the first time, also when they look again a little later", () => {
  expect(before(null, "09:00")).toBeNull();
  expect(before(visited(["09:00", 4]), "09:20")).toBeNull();
});

test("who was away for half an hour finds what came since they left, for the whole of the next visit", () => {
  const first = visited(["09:00", 4], ["09:20", 6]);
  expect(before(first, "09:49")).toBeNull();
  expect(before(first, "09:50")).toBe(6);
  const second = nextVisit(first, { seq: 9, at: at("11:00") }, null);
  expect(before(second, "11:00")).toBe(6);
  expect(before(nextVisit(second, { seq: 12, at: at("11:25") }, null), "11:50")).toBe(6);
  expect(before(second, "11:30")).toBe(9);
});

test("who writes is there as long as they write, without opening the text again", () => {
  const first = visited(["08:00", 1], ["09:00", 4]);
  expect(before(first, "10:10", "10:00")).toBe(1);
  expect(nextVisit(first, { seq: 80, at: at("10:10") }, at("10:00"))).toEqual({ seq: 80, at: at("10:10"), beforeSeq: 1, beforeAt: at("08:00") });
  expect(nextVisit(first, { seq: 90, at: at("12:00") }, at("10:00"))).toEqual({ seq: 90, at: at("12:00"), beforeSeq: 4, beforeAt: at("10:00") });
});

test("what is noted late, or out of order, takes nothing back", () => {
  const visit = visited(["09:00", 4], ["10:00", 8]);
  expect(nextVisit(visit, { seq: 3, at: at("08:30") }, null)).toEqual(visit);
  expect(nextVisit(visit, { seq: 5, at: at("09:30") }, null)).toEqual(visit);
});
