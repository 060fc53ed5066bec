/** A day and an hour as a form gives them, on the clock of the region. */
export interface WallClock {
  /** "2025-12-03" */
  date: string;
  /** "14:30" */
  time: string;
}

/**
 * The instant at which the region's clock shows this. An hour that the clock skips in spring is the one after it.
 * @param timeZone IANA name, e.g. "Europe/Brussels"
 * @returns null when there is no such day
 */
export function instantOf({ date, time }: WallClock, timeZone: string): Date | null {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  // The parser takes "2025-02-31" for a day in March.
  if (Number.isNaN(asIfUtc) || new Date(asIfUtc).toISOString().slice(0, 10) !== date) return null;
  const ahead = (instant: number) => {
    const shown = wallClockOf(new Date(instant), timeZone);
    return Date.parse(`${shown.date}T${shown.time}:00Z`) - instant;
  };
  // Two steps settle it also on the two days a year when the clock is moved.
  return new Date(asIfUtc - ahead(asIfUtc - ahead(asIfUtc)));
}

/** What the region's clock shows at an instant, to the minute. */
export function wallClockOf(instant: Date, timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { date: `${part["year"]}-${part["month"]}-${part["day"]}`, time: `${part["hour"]}:${part["minute"]}` };
}
