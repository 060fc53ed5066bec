import { sql } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { isAnyOf } from "#db/statement";
import { accessGroups, groupStream, relationsThrough, type AccessedGroup } from "~/features/groups/index.server";
import { mayReadDiscussion, type DiscussionRelation, type MessageRelation } from "~/permissions/discussions";
import { actingRole, type GroupRelation } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { findDiscussions, findMessages, type DiscussionRow, type MessageRow } from "./queries.server";

export interface AccessedDiscussion extends Omit<AccessedGroup, "relation"> {
  discussion: DiscussionRow;
  /** How the actor stands to it; `group` in it to the group. */
  relation: DiscussionRelation;
}

export interface AccessedMessage extends AccessedDiscussion {
  message: MessageRow;
  own: MessageRelation;
}

/**
 * The only way to a conversation or question that somebody asked for. Inside an action its row is held until the commit,
 * unless `hold` is false, for what changes nothing that others see.
 * @throws AppError `not_found` when absent, hidden or not to be known of; `sign_in`, or `join_group` with the group's id as `group`.
 */
export async function accessDiscussion(ctx: Ctx, id: string, hold = ctx.writing): Promise<AccessedDiscussion> {
  const [accessed] = await accessDiscussions(ctx, [{ actor: ctx.actor, id }], hold);
  if (accessed instanceof AppError) throw accessed;
  return accessed!;
}

/** A conversation seldom leaves its group, so what grants the right does not wait until it was found. */
const loadRelationsThroughDiscussions = relationsThrough((ids) => sql`array(select ${discussion.groupId} from ${discussion} where ${isAnyOf(discussion.id, ids)})`);

/** The same for several who ask at once, in a handful of statements; who is refused gets the error in its place. */
export async function accessDiscussions(ctx: Ctx, wanted: readonly { actor: Actor; id: string }[], hold = ctx.writing): Promise<(AccessedDiscussion | AppError)[]> {
  const ids = wanted.map(({ id }) => id);
  // What grants the right first, the conversation last: whoever waits for it then waits for no other lock.
  const [access, found] = await Promise.all([accessGroups(ctx, wanted.map(({ actor }) => actor), ids, loadRelationsThroughDiscussions), findDiscussions(ctx, ids, hold)]);
  const rows = new Map(found.map((row) => [row.id, row]));
  // Of one that was moved at this very moment the right was looked up in the group that it left.
  const moved = found.filter((row) => wanted.some((one) => one.id === row.id && isAbsent(access(one.actor, row.groupId))));
  const accessNow = moved.length === 0 ? access : await accessGroups(ctx, wanted.map(({ actor }) => actor), moved.map((row) => row.groupId));
  return wanted.map((one) => {
    const row = rows.get(one.id);
    if (!row) return new AppError("not_found");
    const accessed = (moved.includes(row) ? accessNow : access)(one.actor, row.groupId);
    if (accessed instanceof AppError) return accessed;
    const relation = relationToDiscussion(one.actor, row, accessed.relation);
    const verdict = mayReadDiscussion(one.actor, relation);
    return verdict === true ? { ...accessed, discussion: row, relation } : new AppError(verdict);
  });
}

const isAbsent = (accessed: AccessedGroup | AppError) => accessed instanceof AppError && accessed.code === "not_found";

/** How the actor stands to a conversation in a group that they stand to in a known way. */
export function relationToDiscussion(actor: Actor, row: DiscussionRow, group: GroupRelation): DiscussionRelation {
  return {
    group,
    kind: row.kind,
    state: row.state,
    moderation: row.moderation,
    questionState: row.questionState,
    mine: actor.actorId !== null && row.authorActor === actor.actorId,
  };
}

/**
 * A message through its conversation.
 * @throws AppError as `accessDiscussion`, and `not_found` for an absent message.
 */
export async function accessMessage(ctx: Ctx, id: string): Promise<AccessedMessage> {
  const [found] = await findMessages(ctx, [id]);
  if (!found) throw new AppError("not_found");
  const accessed = await accessDiscussion(ctx, found.discussionId);
  const [row] = ctx.writing ? await findMessages(ctx, [id], true) : [found];
  if (!row) throw new AppError("not_found");
  return { ...accessed, message: row, own: relationToMessage(ctx.actor, row) };
}

export function relationToMessage(actor: Actor, row: MessageRow): MessageRelation {
  const { actorId } = actor;
  return { mine: actorId !== null && row.authorActor === actorId, typed: actorId !== null && row.typedByActor === actorId, state: row.state };
}

/** What every fact about a conversation or a message in it says: where, and as what the actor did it. */
export function aboutFact(accessed: Pick<AccessedDiscussion, "discussion" | "relation">, object: { kind: "discussion" | "message"; id: string }) {
  const { groupId, spaceId } = accessed.discussion;
  return { stream: groupStream(groupId), spaceId, groupId, role: actingRole(accessed.relation.group.space), object };
}
