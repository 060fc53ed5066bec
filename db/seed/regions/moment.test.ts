import { describe, expect, it } from "vitest";
import { resolveMoment } from "./moment";

const brussels = "Europe/Brussels";
const wednesday = new Date("2026-01-14T10:00:00Z");

describe("resolveMoment", () => {
  it("counts calendar days in the region's own time", () => {
    expect(resolveMoment({ day: 0, at: "14:05" }, wednesday, brussels).toISOString()).toBe("2026-01-14T13:05:00.000Z");
    expect(resolveMoment({ day: -3, at: "00:30" }, wednesday, brussels).toISOString()).toBe("2026-01-10T23:30:00.000Z");
  });

  it("takes the local day, also just after midnight", () => {
    const justAfterMidnight = new Date("2026-01-13T23:30:00Z");
    expect(resolveMoment({ day: 1, at: "09:00" }, justAfterMidnight, brussels).toISOString()).toBe("2026-01-15T08:00:00.000Z");
  });

  it("keeps the clock on both sides of a change to summer time", () => {
    const march = new Date("2026-03-27T12:00:00Z");
    expect(resolveMoment({ day: 1, at: "14:00" }, march, brussels).toISOString()).toBe("2026-03-28T13:00:00.000Z");
    expect(resolveMoment({ day: 3, at: "14:00" }, march, brussels).toISOString()).toBe("2026-03-30T12:00:00.000Z");
  });

  it("moves to the wanted weekday, away from today", () => {
    expect(resolveMoment({ day: 4, at: "10:00", weekday: 6 }, wednesday, brussels).toISOString()).toBe("2026-01-24T09:00:00.000Z");
    expect(resolveMoment({ day: -2, at: "10:00", weekday: 6 }, wednesday, brussels).toISOString()).toBe("2026-01-10T09:00:00.000Z");
    expect(resolveMoment({ day: 3, at: "10:00", weekday: 6 }, wednesday, brussels).toISOString()).toBe("2026-01-17T09:00:00.000Z");
  });
});
