import { loadRelations } from "~/features/groups/index.server";
import { mayReadExperiment } from "~/permissions/experiments";
import { defineEntity } from "~/platform/entities.server";
import { parseStream } from "~/platform/streams";
import { defineThing } from "~/platform/things.server";
import { relationToExperiment } from "./access-experiment.server";
import { findExperiments, type ExperimentRow } from "./queries.server";
import { experimentHref, type ExperimentView } from "./views";

/** A revision above every real one, for what is no longer in the database at all. */
const goneForGood = 2 ** 31 - 1;

/** An experiment as everyone who may read it sees it. */
export function showExperiment(row: ExperimentRow): ExperimentView {
  const { id, rev, title, wantToKnow, whatWeDo, whenWeStop, howWeMeasure, stage, outcome, measured, lesson, objective, learningForm, audience } = row;
  return {
    kind: "experiment",
    id,
    rev,
    group: row.groupId,
    title,
    wantToKnow,
    whatWeDo,
    whenWeStop,
    howWeMeasure,
    stage,
    outcome,
    measured,
    lesson,
    objective,
    learningForm,
    audience,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

defineEntity("experiment", async (ctx, ids, stream) => {
  const rows = new Map((await findExperiments(ctx, ids)).map((row) => [row.id, row]));
  const parsed = parseStream(stream);
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row) return { kind: "experiment", id, rev: goneForGood, gone: "removed" };
    if (parsed?.kind !== "group" || parsed.id !== row.groupId) return { kind: "experiment", id, rev: row.rev, gone: "moved" };
    if (row.moderation !== "visible") return { kind: "experiment", id, rev: row.rev, gone: row.moderation };
    return { ...showExperiment(row) };
  });
});

defineThing("experiment", async (ctx, ids) => {
  const rows = await findExperiments(ctx, ids);
  const relations = await loadRelations(ctx, [ctx.actor.personId], rows.map((row) => row.groupId));
  return rows.flatMap((row) => {
    const group = relations(ctx.actor.personId, row.groupId)?.relation;
    if (!group || mayReadExperiment(ctx.actor, relationToExperiment(ctx.actor, row, group)) !== true) return [];
    return [{ kind: "experiment", id: row.id, spaceId: row.spaceId, title: row.title, href: experimentHref(row.id) }];
  });
});
