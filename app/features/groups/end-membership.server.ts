import { and, eq, inArray, isNull } from "drizzle-orm";
import { group, groupMembership, joinRequest } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { groupLeft } from "./facts";
import { groupStream } from "./group-stream.server";

export interface Ending {
  person: { personId: string; actorId: string };
  membershipId: string;
  because: "left" | "removed";
  /** What the person reads when somebody else took them out. */
  reason: string | null;
}

/** Ends membership of groups at once, on every screen. Inside an action, after its rule said yes. */
export async function endInGroups(ctx: Ctx, spaceId: string, groupIds: string[], ending: Ending, fact: FactWriter): Promise<void> {
  if (groupIds.length === 0) return;
  const { person, membershipId, because, reason } = ending;
  const ended = await ctx.db
    .update(groupMembership)
    .set({ endedAt: ctx.now, endedBecause: because, endedReason: reason })
    .where(and(inArray(groupMembership.groupId, groupIds), eq(groupMembership.personId, person.personId), isNull(groupMembership.endedAt)))
    .returning({ groupId: groupMembership.groupId });
  for (const { groupId } of ended) {
    const object = { kind: "member", id: membershipId };
    fact(groupLeft, { stream: groupStream(groupId), spaceId, groupId, actorId: person.actorId, role: "resident", object, data: { because } });
  }
}

/** Ends everything somebody has in the groups of a space: memberships and requests that wait. */
export async function endInAllGroups(ctx: Ctx, spaceId: string, ending: Ending, fact: FactWriter): Promise<void> {
  const groupIds = (await ctx.db.select({ id: group.id }).from(group).where(eq(group.spaceId, spaceId)).orderBy(group.id)).map((row) => row.id);
  await endInGroups(ctx, spaceId, groupIds, ending, fact);
  if (groupIds.length === 0) return;
  const waiting = and(inArray(joinRequest.groupId, groupIds), eq(joinRequest.personId, ending.person.personId), eq(joinRequest.state, "open"));
  await ctx.db.update(joinRequest).set({ state: "withdrawn", decidedAt: ctx.now }).where(waiting);
}
