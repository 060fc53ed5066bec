import { expect, test } from "vitest";
import { weekNamed, weekOf } from "./week";

const brussels = "Europe/Brussels";

test("a week begins on Monday at midnight, on the clock of the region", () => {
  expect(weekOf(new Date("2025-11-20T10:00:00Z"), brussels)).toEqual({
    key: "2025-W47",
    from: new Date("2025-11-16T23:00:00Z"),
    until: new Date("2025-11-23T23:00:00Z"),
    before: "2025-W46",
    after: "2025-W48",
  });
  // Late on Sunday in UTC it is Monday here.
  expect(weekOf(new Date("2025-11-23T23:00:00Z"), brussels).key).toBe("2025-W48");
  expect(weekOf(new Date("2025-11-23T22:59:59Z"), brussels).key).toBe("2025-W47");
});

test("the week in which the clock is moved is an hour longer or shorter", () => {
  const hours = (key: string) => (weekNamed(key, brussels)!.until.getTime() - weekNamed(key, brussels)!.from.getTime()) / 3_600_000;
  expect([hours("2025-W13"), hours("2025-W14"), hours("2025-W43")]).toEqual([7 * 24 - 1, 7 * 24, 7 * 24 + 1]);
});

test("belongs to the year of its Thursday", () => {
  expect(weekOf(new Date("2024-12-30T12:00:00Z"), brussels).key).toBe("2025-W01");
  expect(weekNamed("2020-W53", brussels)).toMatchObject({ before: "2020-W52", after: "2021-W01", from: new Date("2020-12-27T23:00:00Z") });
});

test("every week is the one that its own name names", () => {
  for (let at = Date.UTC(2019, 0, 1); at < Date.UTC(2033, 0, 1); at += 7 * 86_400_000) {
    const week = weekOf(new Date(at), brussels);
    expect(weekNamed(week.key, brussels)).toEqual(week);
    expect(weekNamed(week.after, brussels)!.before).toBe(week.key);
    expect(weekNamed(week.after, brussels)!.from).toEqual(week.until);
  }
});

test.each(["", "2025", "2025-W00", "2025-W54", "2025-W53", "2025-W99", "2025-w47", "2025-W4", "25-W47", "2025-W47 ", "x"])("there is no week %j", (key) => {
  expect(weekNamed(key, brussels)).toBeNull();
});
