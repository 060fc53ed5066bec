import { and, count, eq, isNull } from "drizzle-orm";
import { groupMembership, spaceMembership } from "#db/schema/index";
import type { SpaceRow } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { GroupRow } from "./access-group.server";

/** Who reads what is written in a group: everyone, all members of the leerplek, or the members of the group. */
export interface Readers {
  who: "everyone" | "space" | "group";
  /** How many members; 0 for everyone. */
  count: number;
}

/** The same of what some members of the group alone read. */
export type SomeReaders = Readers | { who: "few"; count: number };

/** "Wie leest dit?", above every composer. Whoever runs the leerplek may always read along, so the words say so too. */
export async function whoReads(ctx: Ctx, { group, space }: { group: GroupRow; space: SpaceRow }): Promise<Readers> {
  if (group.visibility === "public" && space.visibility === "public") return { who: "everyone", count: 0 };
  const who = group.visibility === "public" ? "space" : "group";
  const [row] =
    who === "space"
      ? await ctx.db.select({ n: count() }).from(spaceMembership).where(and(eq(spaceMembership.spaceId, space.id), isNull(spaceMembership.leftAt)))
      : await ctx.db.select({ n: count() }).from(groupMembership).where(and(eq(groupMembership.groupId, group.id), isNull(groupMembership.endedAt)));
  return { who, count: row?.n ?? 0 };
}
