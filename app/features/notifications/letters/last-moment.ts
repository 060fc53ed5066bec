import { instantOf, wallClockOf } from "~/platform/wall-clock";
import { isWrittenTo, type MailTimes } from "~/permissions/notifications";

const day = 86_400_000;

/**
 * The last moment, now included, at which letters go out to somebody who chose these times: what was new before it may go
 * along. On the clock of the region, also when that is moved.
 * @param timeZone IANA name, e.g. "Europe/Brussels"
 * @returns null for who gets no letters
 */
export function lastMoment(now: Date, { rhythm, hour, weekday }: MailTimes, timeZone: string): Date | null {
  if (!isWrittenTo(rhythm)) return null;
  if (rhythm === "at_once") return now;
  const time = `${String(hour).padStart(2, "0")}:00`;
  for (let back = 0; back <= 8; back++) {
    const { date } = wallClockOf(new Date(now.getTime() - back * day), timeZone);
    const moment = instantOf({ date, time }, timeZone);
    if (!moment || moment > now) continue;
    if (rhythm === "daily" || (new Date(`${date}T12:00:00Z`).getUTCDay() || 7) === weekday) return moment;
  }
  return null;
}
