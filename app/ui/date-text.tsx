import { formatDay, formatMoment, type MomentOptions } from "./format-moment";

export interface DateTextProps extends MomentOptions {
  /** ISO text or Date; always printed as local time in Brussels. */
  at: string | Date;
  /** Only the day, without the hour. */
  dayOnly?: boolean;
}

/** A moment in words, readable for machines too: "dinsdag 3 december om 14 uur". */
export function DateText({ at, dayOnly, ...options }: DateTextProps) {
  const date = typeof at === "string" ? new Date(at) : at;
  return <time dateTime={date.toISOString()}>{dayOnly ? formatDay(date, options) : formatMoment(date, options)}</time>;
}
