import { and, desc, eq } from "drizzle-orm";
import { fact } from "#db/schema/index";
import { accessGroup, groupStream } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { lookedIn } from "./facts";
import { officialNames } from "./official-names.server";

/** How many looks the page of a group names. */
const shownLooks = 20;

/**
 * Which officials looked into a group for a report, and when, newest first. For who may read the group.
 * @throws AppError as `accessGroup`.
 */
export async function officialsWhoLooked(ctx: Ctx, groupId: string): Promise<{ name: string; at: string }[]> {
  const { space } = await accessGroup(ctx, groupId);
  const rows = await ctx.db
    .select({ actorId: fact.actorId, at: fact.occurredAt })
    .from(fact)
    .where(and(eq(fact.stream, groupStream(groupId)), eq(fact.type, lookedIn.name)))
    .orderBy(desc(fact.id))
    .limit(shownLooks);
  const names = await officialNames(ctx, space.id, rows.map((row) => row.actorId));
  return rows.map((row) => ({ name: names(row.actorId) ?? "", at: row.at.toISOString() }));
}
