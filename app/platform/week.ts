import { instantOf, wallClockOf } from "./wall-clock";

/** A week as a calendar has it, from Monday on the clock of the region. */
export interface Week {
  /** ISO 8601: "2025-W47". */
  key: string;
  from: Date;
  /** The Monday after: the first instant that is no longer of it. */
  until: Date;
  before: string;
  after: string;
}

const day = 86_400_000;

/** The week in which an instant falls. */
export function weekOf(instant: Date, timeZone: string): Week {
  const { date } = wallClockOf(instant, timeZone);
  const today = Date.parse(`${date}T00:00:00Z`);
  return weekFrom(today - ((new Date(today).getUTCDay() + 6) % 7) * day, timeZone);
}

/** The week of this name; null when there is none. */
export function weekNamed(key: string, timeZone: string): Week | null {
  const named = /^(\d{4})-W(\d{2})$/.exec(key);
  if (!named) return null;
  // The fourth of January is always in the first week.
  const fourth = Date.UTC(Number(named[1]), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day + (Number(named[2]) - 1) * 7 * day;
  return nameOf(monday) === key ? weekFrom(monday, timeZone) : null;
}

/** Days are counted in UTC, where none is longer than another; only the bounds are instants. */
function weekFrom(monday: number, timeZone: string): Week {
  const midnight = (at: number) => instantOf({ date: new Date(at).toISOString().slice(0, 10), time: "00:00" }, timeZone)!;
  return { key: nameOf(monday), from: midnight(monday), until: midnight(monday + 7 * day), before: nameOf(monday - 7 * day), after: nameOf(monday + 7 * day) };
}

/** A week belongs to the year of its Thursday. */
function nameOf(monday: number): string {
  const thursday = new Date(monday + 3 * day);
  const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * day)) + 1;
  return `${String(thursday.getUTCFullYear()).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
}
