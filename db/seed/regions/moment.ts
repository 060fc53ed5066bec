/**
 * A moment of the demonstration, told from the day it is seeded, so that it never looks old.
 * `at` is the clock in the region's time zone.
 */
export interface Moment {
  /** Days from the day of seeding; negative lies in the past. */
  day: number;
  at: `${number}:${number}`;
  /** 1 = Monday … 7 = Sunday: moved to the nearest such day, further away from today. */
  weekday?: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

const dayLength = 86_400_000;

/**
 * The instant of a demonstration's moment.
 * @param today any instant of the day of seeding
 * @param timeZone IANA name, e.g. "Europe/Brussels"
 */
export function resolveMoment(moment: Moment, today: Date, timeZone: string): Date {
  const [year, month, day] = localDate(today, timeZone);
  // Calendar days are counted in UTC, where each has 24 hours; summer time only matters for the last step.
  let date = Date.UTC(year, month - 1, day) + moment.day * dayLength;
  if (moment.weekday !== undefined) {
    const step = moment.day < 0 ? -dayLength : dayLength;
    while (isoWeekday(date) !== moment.weekday) date += step;
  }
  const [hours = 0, minutes = 0] = moment.at.split(":").map(Number);
  const asIfUtc = date + (hours * 60 + minutes) * 60_000;
  return new Date(asIfUtc - offset(asIfUtc, timeZone));
}

function isoWeekday(date: number): number {
  return new Date(date).getUTCDay() || 7;
}

function localDate(instant: Date, timeZone: string): [number, number, number] {
  const text = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return [year, month, day];
}

/** Milliseconds that the zone's clock is ahead of UTC around this wall-clock time. */
function offset(wallClock: number, timeZone: string): number {
  const ahead = (instant: number) => wallClockOf(instant, timeZone) - instant;
  // Two steps settle it also on the two days a year when the clock is moved.
  return ahead(wallClock - ahead(wallClock));
}

function wallClockOf(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
}
