import { accessGroup, groupStream, type AccessedGroup } from "~/features/groups/index.server";
import { mayReadExperiment, type ExperimentRelation } from "~/permissions/experiments";
import { actingRole, type GroupRelation } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { findExperiment, type ExperimentRow } from "./queries.server";

export interface AccessedExperiment extends Omit<AccessedGroup, "relation"> {
  experiment: ExperimentRow;
  /** How the actor stands to it; `group` in it to the group. */
  relation: ExperimentRelation;
}

/**
 * The only way to an experiment that somebody asked for. Inside an action its row is held until the commit.
 * @throws AppError `not_found` when absent, hidden or not to be known of; `join_group` or `sign_in` as the group says.
 */
export async function accessExperiment(ctx: Ctx, id: string): Promise<AccessedExperiment> {
  const found = await findExperiment(ctx, id);
  if (!found) throw new AppError("not_found");
  // What grants the right first, the experiment last: whoever waits for it then waits for no other lock.
  const { group, space, relation, membership } = await accessGroup(ctx, found.groupId);
  const row = ctx.writing ? await findExperiment(ctx, id, true) : found;
  if (!row) throw new AppError("not_found");
  const stands = relationToExperiment(ctx.actor, row, relation);
  const verdict = mayReadExperiment(ctx.actor, stands);
  if (verdict !== true) throw new AppError(verdict);
  return { experiment: row, group, space, membership, relation: stands };
}

/** How the actor stands to an experiment in a group that they stand to in a known way. */
export function relationToExperiment(actor: Actor, row: ExperimentRow, group: GroupRelation): ExperimentRelation {
  const mine = actor.actorId !== null && row.createdByActor === actor.actorId;
  return { group, stage: row.stage, moderation: row.moderation, mine };
}

/** What every fact about an experiment says: where, and as what the actor did it. */
export function aboutExperiment(row: Pick<ExperimentRow, "id" | "groupId" | "spaceId">, group: GroupRelation) {
  const object = { kind: "experiment", id: row.id };
  return { stream: groupStream(row.groupId), spaceId: row.spaceId, groupId: row.groupId, role: actingRole(group.space), object };
}
