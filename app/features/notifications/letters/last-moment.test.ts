import { expect, test } from "vitest";
import { lastMoment } from "./last-moment";

const zone = "Europe/Brussels";
const at = (now: string, times: Parameters<typeof lastMoment>[1]) => lastMoment(new Date(now), times, zone)?.toISOString();
const daily = { rhythm: "daily", hour: 8, weekday: 1 } as const;
const weekly = { rhythm: "weekly", hour: 18, weekday: 5 } as const;

test("once a day: the last time that the region's clock showed the hour, also around midnight and when the clock is moved", () => {
  expect(at("2025-11-20T07:00:00Z", daily)).toBe("2025-11-20T07:00:00.000Z");
  expect(at("2025-11-20T06:59:59Z", daily)).toBe("2025-11-19T07:00:00.000Z");
  expect(at("2025-11-20T23:30:00Z", { ...daily, hour: 0 })).toBe("2025-11-20T23:00:00.000Z");
  // Summer begins on 30 March 2025: eight o'clock comes an hour earlier.
  expect(at("2025-03-29T12:00:00Z", daily)).toBe("2025-03-29T07:00:00.000Z");
  expect(at("2025-03-30T12:00:00Z", daily)).toBe("2025-03-30T06:00:00.000Z");
  // The hour that is skipped that night is the one after it.
  expect(at("2025-03-30T12:00:00Z", { ...daily, hour: 2 })).toBe("2025-03-30T01:00:00.000Z");
});

test("once a week: on its day alone", () => {
  expect(at("2025-11-20T10:00:00Z", weekly)).toBe("2025-11-14T17:00:00.000Z");
  expect(at("2025-11-21T17:00:00Z", weekly)).toBe("2025-11-21T17:00:00.000Z");
  expect(at("2025-11-21T16:59:00Z", weekly)).toBe("2025-11-14T17:00:00.000Z");
  expect(at("2025-11-27T23:00:00Z", { ...weekly, weekday: 7, hour: 23 })).toBe("2025-11-23T22:00:00.000Z");
});

test("at once is now, never is never", () => {
  expect(at("2025-11-20T10:00:00Z", { ...daily, rhythm: "at_once" })).toBe("2025-11-20T10:00:00.000Z");
  expect(at("2025-11-20T10:00:00Z", { ...daily, rhythm: "never" })).toBeUndefined();
});
