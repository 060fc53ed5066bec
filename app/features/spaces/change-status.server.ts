import { eq, sql } from "drizzle-orm";
import { space } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import type { SpaceRow } from "./access-space.server";
import { spaceStatusChanged } from "./facts";
import { echoInSpace } from "./space-echo.server";
import { spaceStream } from "./streams";

/** Opens, pauses or closes; every row that grants a right to write is behind the space's own, which changes here. */
export async function changeStatus(ctx: Ctx, row: SpaceRow, to: "open" | "paused" | "closed", fact: FactWriter): Promise<{ slug: string }> {
  const moments = to === "open" ? { openedAt: row.openedAt ?? ctx.now } : to === "closed" ? { closedAt: ctx.now } : {};
  await ctx.db
    .update(space)
    .set({ status: to, rev: sql`${space.rev} + 1`, ...moments })
    .where(eq(space.id, row.id));
  fact(spaceStatusChanged, { stream: spaceStream(row.id), spaceId: row.id, role: "space_steward", data: { from: row.status, to } });
  await echoInSpace(ctx, { spaceId: row.id, change: "status", fact });
  return { slug: row.slug };
}
