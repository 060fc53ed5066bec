import { expect, it } from "vitest";
import { instantOf, wallClockOf } from "./wall-clock";

const zone = "Europe/Brussels";

it("reads the region's clock in winter and in summer, and shows it back", () => {
  expect(instantOf({ date: "2025-12-03", time: "14:00" }, zone)?.toISOString()).toBe("2025-12-03T13:00:00.000Z");
  expect(instantOf({ date: "2026-07-04", time: "09:30" }, zone)?.toISOString()).toBe("2026-07-04T07:30:00.000Z");
  for (const date of ["2025-12-03", "2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"]) {
    for (const time of ["00:00", "01:59", "03:00", "12:00", "23:59"]) {
      expect(wallClockOf(instantOf({ date, time }, zone)!, zone)).toEqual({ date, time });
    }
  }
});

it("takes an hour that spring skips for the one after it", () => {
  expect(wallClockOf(instantOf({ date: "2026-03-29", time: "02:30" }, zone)!, zone).time).toBe("03:30");
});

it("knows no days that are not in the calendar", () => {
  expect(instantOf({ date: "2025-02-31", time: "10:00" }, zone)).toBeNull();
  expect(instantOf({ date: "morgen", time: "10:00" }, zone)).toBeNull();
});
