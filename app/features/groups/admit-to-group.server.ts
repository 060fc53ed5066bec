import { sql } from "drizzle-orm";
import { groupMembership } from "#db/schema/index";
import type { KnownPerson } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import type { GroupRow } from "./access-group.server";
import { groupJoined } from "./facts";
import { groupStream } from "./group-stream.server";

export interface GroupAdmission {
  group: Pick<GroupRow, "id" | "spaceId">;
  person: Pick<KnownPerson, "personId" | "actorId">;
  /** The membership of the space, which others see. */
  membershipId: string;
  how: (typeof groupMembership.$inferSelect)["admittedHow"];
  /** Who let them in; null where people come in by themselves. */
  byActor: string | null;
}

/** Makes somebody a member of a group, or again after they left; a member stays as they are. Inside an action, after its rule said yes. */
export async function admitToGroup(ctx: Ctx, admission: GroupAdmission, fact: FactWriter): Promise<void> {
  const { group, person, membershipId, how, byActor } = admission;
  const changed = { mayWrite: true, mayBeTypedFor: false, admittedHow: how, admittedByActor: byActor, joinedAt: ctx.now, endedAt: null, endedBecause: null, endedReason: null };
  const admitted = await ctx.db
    .insert(groupMembership)
    .values({ groupId: group.id, personId: person.personId, ...changed })
    .onConflictDoUpdate({
      target: [groupMembership.groupId, groupMembership.personId],
      set: changed,
      setWhere: sql`${groupMembership.endedAt} is not null`,
    })
    .returning({ id: groupMembership.id });
  if (admitted.length === 0) return;
  fact(groupJoined, {
    stream: groupStream(group.id),
    spaceId: group.spaceId,
    groupId: group.id,
    actorId: person.actorId,
    role: "resident",
    object: { kind: "member", id: membershipId },
    data: { how },
  });
}
