import type { Ctx } from "~/platform/ctx.server";
import { accessActivity } from "./access-activity.server";
import { calendarFile } from "./calendar-file";
import { nameOfMunicipality } from "./read-activity.server";
import { showActivity } from "./show-activities.server";
import { activityHref } from "./views";

/** An activity for somebody's own agenda. @throws AppError as `accessActivity`. */
export async function readCalendarFile(ctx: Ctx, id: string): Promise<string> {
  const { activity } = await accessActivity(ctx, id);
  const { publicUrl, env } = ctx.house;
  return calendarFile([{ activity: showActivity(activity), address: `${publicUrl}${activityHref(id)}`, municipality: await nameOfMunicipality(ctx, activity.nis) }], {
    product: env.INSTALLATION_NAME,
    madeAt: ctx.now,
  });
}
