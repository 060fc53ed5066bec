import type { Ctx } from "~/platform/ctx.server";
import { wallClockOf } from "~/platform/wall-clock";
import type { Reading } from "./seen.server";

/** Since when there is something new: a day as people say it, on the clock of the region. */
export interface NewSince {
  day: "today" | "yesterday" | "earlier";
  at: string;
}

/** Null when nothing is new. */
export function sinceWhen(ctx: Ctx, { since }: Pick<Reading, "since">): NewSince | null {
  if (since === null) return null;
  const dayOf = (moment: Date) => wallClockOf(moment, ctx.house.region.timeZone).date;
  const day = dayOf(new Date(since));
  const today = dayOf(ctx.now);
  // Noon of a day less one day is in the day before, also when the clock was moved.
  const yesterday = new Date(Date.parse(`${today}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return { day: day === today ? "today" : day === yesterday ? "yesterday" : "earlier", at: since };
}
