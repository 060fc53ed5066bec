import { eq, inArray } from "drizzle-orm";
import { municipality, spaceArea, theme } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";

/**
 * Replaces the municipalities a space is for; without any it is for the whole region.
 * @throws AppError `invalid_input` when one does not exist.
 */
export async function setAreas(ctx: Ctx, spaceId: string, areas: string[]): Promise<void> {
  const wanted = [...new Set(areas)];
  await ctx.db.delete(spaceArea).where(eq(spaceArea.spaceId, spaceId));
  if (wanted.length === 0) return;
  const known = await ctx.db.select({ nis: municipality.nis }).from(municipality).where(inArray(municipality.nis, wanted));
  if (known.length < wanted.length) throw new AppError("invalid_input", { fields: { areas: "not_valid" } });
  await ctx.db.insert(spaceArea).values(wanted.map((nis) => ({ spaceId, nis })));
}

/** @throws AppError `invalid_input` for a theme that is not on the list. */
export async function checkTheme(ctx: Ctx, key: string): Promise<void> {
  const [known] = await ctx.db.select({ key: theme.key }).from(theme).where(eq(theme.key, key));
  if (!known) throw new AppError("invalid_input", { fields: { themeKey: "not_valid" } });
}
