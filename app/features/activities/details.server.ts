import { eq } from "drizzle-orm";
import type { z } from "zod";
import { municipality } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { whenOf, type ChangeActivityInput } from "./input";
import type { ActivityRow } from "./queries.server";

type Given = Omit<z.infer<typeof ChangeActivityInput>, "id" | "rev">;
export type Details = Pick<
  ActivityRow,
  "title" | "description" | "startsAt" | "endsAt" | "place" | "nis" | "howToGetThere" | "places" | "priceCents" | "contactName" | "contactPhone"
>;

/**
 * What a form says of an activity, as its row keeps it. A moment that is over already is a slip of the pen, unless the
 * activity stood there before.
 * @throws AppError `invalid_input` with the field.
 */
export async function requireDetails(ctx: Ctx, given: Given, before?: ActivityRow): Promise<Details> {
  const { title, description, place, nis, howToGetThere, places, price: priceCents, contactName, contactPhone } = given;
  const when = whenOf(given, ctx.house.region.timeZone);
  if ("fields" in when) throw new AppError("invalid_input", { fields: when.fields });
  const untouched = before?.startsAt.getTime() === when.startsAt.getTime() && before.endsAt.getTime() === when.endsAt.getTime();
  if (when.endsAt <= ctx.now && !untouched) throw new AppError("invalid_input", { fields: { date: "not_valid" } });
  if (nis !== null && (await ctx.db.select().from(municipality).where(eq(municipality.nis, nis))).length === 0) {
    throw new AppError("invalid_input", { fields: { nis: "not_valid" } });
  }
  return { title, description, ...when, place, nis, howToGetThere, places, priceCents, contactName, contactPhone };
}
