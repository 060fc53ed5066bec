import { eq, sql } from "drizzle-orm";
import { activity } from "#db/schema/index";
import { groupStream } from "~/features/groups/index.server";
import { showPeople } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutInLog, accessActivity } from "./access-activity.server";
import { activityModerated } from "./facts";
import { findActivity, type ActivityRow } from "./queries.server";
import { activityHref } from "./views";

type State = ActivityRow["moderation"];
const states = ["visible", "hidden", "removed"] as const;

/**
 * What moderation, further up, needs to see an activity and to act upon it. The right to do so comes from a case, so
 * nothing here asks for it; each function runs inside an action of moderation.
 */
export const activitySubject = {
  kind: "activity" as const,
  /** As the actor may see it. @throws AppError as `accessActivity`. */
  see: async (ctx: Ctx, id: string) => describe(ctx, (await accessActivity({ ...ctx, writing: false }, id)).activity),
  find: async (ctx: Ctx, id: string) => {
    const row = await findActivity(ctx, id);
    return row ? describe(ctx, row) : null;
  },
  measures: {
    hide: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, "hidden", fact), undo: giveBack },
    remove: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, "removed", fact), undo: giveBack },
  },
};

async function describe(ctx: Ctx, row: ActivityRow) {
  const { spaceId, groupId, title, moderation: state, createdByActor: authorActor } = row;
  const shown = await showPeople(ctx, spaceId, [authorActor]);
  const text = [row.description, row.place, row.howToGetThere].filter(Boolean).join("\n\n");
  return { spaceId, groupId, authorActor, title, text, shownName: shown.get(authorActor)?.shownName ?? "", href: activityHref(row.id), state };
}

/** @returns what it was before. */
async function change(ctx: Ctx, id: string, to: State, fact: FactWriter): Promise<Record<string, unknown>> {
  const row = await findActivity(ctx, id, true);
  if (!row) return {};
  if (row.moderation !== to) {
    await ctx.db.update(activity).set({ moderation: to, rev: sql`${activity.rev} + 1` }).where(eq(activity.id, id));
    fact(activityModerated, { ...aboutInLog(row), stream: groupStream(row.groupId), data: {} });
  }
  return { moderation: row.moderation };
}

async function giveBack(ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter): Promise<void> {
  await change(ctx, id, states.find((one) => one === before["moderation"]) ?? "visible", fact);
}
