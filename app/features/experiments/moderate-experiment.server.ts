import { eq, sql } from "drizzle-orm";
import { experiment } from "#db/schema/index";
import { groupStream } from "~/features/groups/index.server";
import { showPeople } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { accessExperiment } from "./access-experiment.server";
import { experimentModerated } from "./facts";
import { findExperiment, type ExperimentRow } from "./queries.server";
import { experimentHref } from "./views";

type State = ExperimentRow["moderation"];
const states = ["visible", "hidden", "removed"] as const;

/**
 * What moderation, further up, needs to see an experiment and to act upon it. The right to do so comes from a case, so
 * nothing here asks for it; each function runs inside an action of moderation.
 */
export const experimentSubject = {
  kind: "experiment" as const,
  /** As the actor may see it. @throws AppError as `accessExperiment`. */
  see: async (ctx: Ctx, id: string) => describe(ctx, (await accessExperiment({ ...ctx, writing: false }, id)).experiment),
  find: async (ctx: Ctx, id: string) => {
    const row = await findExperiment(ctx, id);
    return row ? describe(ctx, row) : null;
  },
  measures: {
    hide: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, "hidden", fact), undo: giveBack },
    remove: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, "removed", fact), undo: giveBack },
  },
};

async function describe(ctx: Ctx, row: ExperimentRow) {
  const { spaceId, groupId, title, moderation: state, createdByActor: authorActor } = row;
  const shown = await showPeople(ctx, spaceId, [authorActor]);
  const text = [row.wantToKnow, row.whatWeDo, row.whenWeStop, row.howWeMeasure, row.measured, row.lesson].filter(Boolean).join("\n\n");
  return { spaceId, groupId, authorActor, title, text, shownName: shown.get(authorActor)?.shownName ?? "", href: experimentHref(row.id), state };
}

/** @returns what it was before. */
async function change(ctx: Ctx, id: string, to: State, fact: FactWriter): Promise<Record<string, unknown>> {
  const row = await findExperiment(ctx, id, true);
  if (!row) return {};
  if (row.moderation !== to) {
    await ctx.db.update(experiment).set({ moderation: to, rev: sql`${experiment.rev} + 1` }).where(eq(experiment.id, id));
    fact(experimentModerated, { stream: groupStream(row.groupId), spaceId: row.spaceId, groupId: row.groupId, object: { kind: "experiment", id }, data: {} });
  }
  return { moderation: row.moderation };
}

/** An idea that was taken along with an erased account stays gone: its words are no more. */
async function giveBack(ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter): Promise<void> {
  const row = await findExperiment(ctx, id);
  if (row && row.wantToKnow !== "") await change(ctx, id, states.find((one) => one === before["moderation"]) ?? "visible", fact);
}
