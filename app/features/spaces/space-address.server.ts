import { eq } from "drizzle-orm";
import { space } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** The name of a leerplek in addresses, for links in notices: it opens nothing by itself. */
export async function slugOfSpace(ctx: Ctx, spaceId: string): Promise<string> {
  const [row] = await ctx.db.select({ slug: space.slug }).from(space).where(eq(space.id, spaceId));
  return row?.slug ?? "";
}
