import { and, count, desc, eq, isNull } from "drizzle-orm";
import { group, groupMembership, joinRequest } from "#db/schema/index";
import { holdersOf, houseRulesOf, personOf, readSpaceFrame, spaceStream, teamOf, type SpaceFrameView, type StaffView } from "~/features/spaces/index.server";
import { mayAskToJoinGroup, mayJoinGroup, mayReadGroup, mayReadGroupMembers, mayRunGroup, mayWriteInGroup } from "~/permissions/groups";
import { signedIn } from "~/platform/actor";
import type { Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { readHeads } from "~/platform/publisher.server";
import { accessGroupFront, type AccessedGroup, type GroupRow } from "./access-group.server";
import { groupStream } from "./group-stream.server";

export interface GroupPage {
  id: string;
  spaceId: string;
  slug: string;
  name: string;
  description: string;
  visibility: GroupRow["visibility"];
  joining: GroupRow["joining"];
  archived: boolean;
  /** Everyone reads it who may read the leerplek; else the members and those below. */
  forEveryone: boolean;
  members: number;
  mine: boolean;
  /** Of a member: whether a facilitator may type in what they write on paper. */
  letsType: boolean;
  /** Officials who read along without being asked. */
  readers: StaffView[];
  /** Officials who look in only with a case, and then leave a trace. */
  moderators: StaffView[];
  houseRules: string[];
  /** Needs a shown name in the leerplek first. */
  newcomer: boolean;
  suggestedName: string;
  request: { id: string; state: "open" | "accepted" | "declined" | "withdrawn"; reason: string | null } | null;
  /** Why somebody else took the reader out. */
  removedBecause: string | null;
  may: { read: Verdict; write: Verdict; join: Verdict; ask: Verdict; run: boolean; readMembers: boolean };
}

/**
 * A group for a page: for readers without an account it declares first what the page depends on.
 * @throws AppError `not_found`
 */
export async function accessGroupForPage(ctx: Ctx, groupId: string): Promise<AccessedGroup> {
  if (!signedIn(ctx.actor)) {
    const [row] = await ctx.db.select({ spaceId: group.spaceId }).from(group).where(eq(group.id, groupId));
    if (row) {
      const streams = [groupStream(groupId), spaceStream(row.spaceId)];
      const heads = await readHeads(ctx, streams);
      for (const stream of streams) ctx.dependsOn.set(stream, heads.get(stream) ?? 0);
    }
  }
  return accessGroupFront(ctx, groupId);
}

/** The leerplek around the pages of a group. @throws AppError `not_found` */
export async function readGroupFrame(ctx: Ctx, groupId: string): Promise<SpaceFrameView> {
  const { space } = await accessGroupForPage(ctx, groupId);
  return readSpaceFrame(ctx, { id: space.id });
}

/** The front of a group: what it is, who reads, who is in it, how to come in. @throws AppError `not_found` */
export async function readGroup(ctx: Ctx, groupId: string): Promise<GroupPage> {
  const { group: row, space, relation } = await accessGroupForPage(ctx, groupId);
  const [members] = await ctx.db
    .select({ n: count() })
    .from(groupMembership)
    .where(and(eq(groupMembership.groupId, row.id), isNull(groupMembership.endedAt)));
  const held = await holdersOf(ctx, space.id);
  const { personId } = ctx.actor;
  const newcomer = !relation.space.member;
  return {
    id: row.id,
    spaceId: space.id,
    slug: space.slug,
    name: row.name,
    description: row.description,
    visibility: row.visibility,
    joining: row.joining,
    archived: relation.archived,
    forEveryone: row.visibility === "public" && space.visibility === "public",
    members: members!.n,
    mine: relation.member,
    letsType: personId !== null && relation.member && (await letsType(ctx, row.id, personId)),
    readers: teamOf(held.filter((one) => one.role === "space_steward" || one.role === "facilitator")),
    moderators: teamOf(held.filter((one) => one.role === "moderator" || one.role === "deputy_moderator")),
    houseRules: houseRulesOf(space),
    newcomer,
    suggestedName: newcomer && personId ? ((await personOf(ctx, { personId }))?.name ?? "") : "",
    request: personId ? await lastRequest(ctx, row.id, personId) : null,
    removedBecause: personId && relation.removed ? await reasonOf(ctx, row.id, personId) : null,
    may: {
      read: mayReadGroup(ctx.actor, relation),
      write: mayWriteInGroup(ctx.actor, relation),
      join: mayJoinGroup(ctx.actor, relation),
      ask: mayAskToJoinGroup(ctx.actor, relation),
      run: mayRunGroup(ctx.actor, relation) === true,
      readMembers: mayReadGroupMembers(ctx.actor, relation) === true,
    },
  };
}

async function letsType(ctx: Ctx, groupId: string, personId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ mayBeTypedFor: groupMembership.mayBeTypedFor })
    .from(groupMembership)
    .where(and(eq(groupMembership.groupId, groupId), eq(groupMembership.personId, personId)));
  return row?.mayBeTypedFor ?? false;
}

async function lastRequest(ctx: Ctx, groupId: string, personId: string): Promise<GroupPage["request"]> {
  const [last] = await ctx.db
    .select({ id: joinRequest.id, state: joinRequest.state, reason: joinRequest.reason })
    .from(joinRequest)
    .where(and(eq(joinRequest.groupId, groupId), eq(joinRequest.personId, personId)))
    .orderBy(desc(joinRequest.createdAt))
    .limit(1);
  return last ?? null;
}

async function reasonOf(ctx: Ctx, groupId: string, personId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ reason: groupMembership.endedReason })
    .from(groupMembership)
    .where(and(eq(groupMembership.groupId, groupId), eq(groupMembership.personId, personId)));
  return row?.reason ?? null;
}
