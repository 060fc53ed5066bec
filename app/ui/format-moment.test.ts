import { describe, expect, it } from "vitest";
import { formatDay, formatLeaf, formatMoment, formatSpan } from "./format-moment";

const nl = { language: "nl", thisYear: 2030 } as const;

describe("a moment in words", () => {
  it("prints the hour of Brussels in winter and in summer", () => {
    expect(formatMoment(new Date("2030-12-03T13:00:00Z"), nl)).toBe("dinsdag 3 december om 14 uur");
    expect(formatMoment(new Date("2030-07-03T13:05:00Z"), nl)).toBe("woensdag 3 juli om 15.05 uur");
  });

  it("knows midnight and a day that has already begun in Brussels", () => {
    expect(formatMoment(new Date("2030-12-02T23:00:00Z"), nl)).toBe("dinsdag 3 december om 0 uur");
    expect(formatDay(new Date("2030-12-31T23:30:00Z"), nl)).toBe("woensdag 1 januari 2031");
  });

  it("speaks French and English", () => {
    const date = new Date("2030-10-01T12:30:00Z");
    expect(formatMoment(date, { language: "fr", thisYear: 2030 })).toBe("mardi 1er octobre à 14 h 30");
    expect(formatMoment(date, { language: "en", thisYear: 2030 })).toBe("Tuesday 1 October at 14:30");
  });

  it("leaves the weekday out when asked and names another year", () => {
    expect(formatDay(new Date("2029-02-28T12:00:00Z"), { ...nl, weekday: false })).toBe("28 februari 2029");
  });

  it("joins from and until on one day, and names both days otherwise", () => {
    const from = new Date("2030-12-03T13:00:00Z");
    expect(formatSpan(from, new Date("2030-12-03T15:30:00Z"), nl)).toBe("dinsdag 3 december van 14 tot 16.30 uur");
    expect(formatSpan(from, new Date("2030-12-04T09:00:00Z"), nl)).toBe(
      "dinsdag 3 december om 14 uur tot woensdag 4 december om 10 uur",
    );
  });

  it("gives the leaf of a calendar", () => {
    expect(formatLeaf(new Date("2030-08-09T10:00:00Z"), "fr")).toEqual({ weekday: "vendredi", day: "9", month: "août" });
  });

  it("refuses what is no date", () => {
    expect(() => formatMoment(new Date("morgen"), nl)).toThrow(RangeError);
  });
});
