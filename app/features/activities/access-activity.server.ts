import { accessGroup, groupStream, type AccessedGroup } from "~/features/groups/index.server";
import { mayReadActivity, type ActivityRelation } from "~/permissions/activities";
import { actingRole, type GroupRelation } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { findActivity, findOwnSignUp, type ActivityRow, type SignUpRow } from "./queries.server";

export interface AccessedActivity extends Omit<AccessedGroup, "relation"> {
  activity: ActivityRow;
  /** How the actor stands to it; `group` in it to the group. */
  relation: ActivityRelation;
}

/**
 * The only way to an activity that somebody asked for. Inside an action its row is held until the commit.
 * @throws AppError `not_found` when absent, hidden or not to be known of; `join_group` or `sign_in` as the group says.
 */
export async function accessActivity(ctx: Ctx, id: string): Promise<AccessedActivity> {
  const found = await findActivity(ctx, id);
  if (!found) throw new AppError("not_found");
  // What grants the right first, the activity last: whoever waits for it then waits for no other lock.
  const { group, space, relation, membership } = await accessGroup(ctx, found.groupId);
  const row = ctx.writing ? await findActivity(ctx, id, true) : found;
  if (!row) throw new AppError("not_found");
  const stands = relationToActivity(ctx, row, relation);
  const verdict = mayReadActivity(ctx.actor, stands);
  if (verdict !== true) throw new AppError(verdict);
  return { activity: row, group, space, membership, relation: stands };
}

/** Somebody's own place on a list, held until the commit: who has one gets at it, also after leaving the group. */
export interface OwnSignUp {
  activity: ActivityRow;
  signUp: SignUpRow;
  begun: boolean;
}

/** @throws AppError `not_found` for who is not on the list, and for who has no account. */
export async function accessOwnSignUp(ctx: Ctx, activityId: string): Promise<OwnSignUp> {
  const activity = ctx.actor.personId === null ? undefined : await findActivity(ctx, activityId, true);
  const signUp = activity && (await findOwnSignUp(ctx, activityId));
  if (!activity || !signUp) throw new AppError("not_found");
  return { activity, signUp, begun: activity.startsAt <= ctx.now };
}

/** How the actor stands to an activity in a group that they stand to in a known way. */
export function relationToActivity(ctx: Ctx, row: ActivityRow, group: GroupRelation): ActivityRelation {
  return { group, state: row.state, moderation: row.moderation, begun: row.startsAt <= ctx.now, over: row.endsAt <= ctx.now };
}

type Placed = Pick<ActivityRow, "id" | "groupId" | "spaceId">;

/** What every fact about an activity says that only the log keeps: where, and as what the actor did it. */
export function aboutInLog({ id, spaceId, groupId }: Placed, group?: GroupRelation) {
  return { spaceId, groupId, role: group ? actingRole(group.space) : null, object: { kind: "activity", id } };
}

/** The same for facts that the group sees. */
export function aboutActivity(row: Placed, group: GroupRelation) {
  return { ...aboutInLog(row, group), stream: groupStream(row.groupId) };
}
