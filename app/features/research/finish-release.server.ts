import { eq } from "drizzle-orm";
import { release, releaseActor, study } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { streamId } from "~/platform/streams";
import { releaseMoved, releaseReady } from "./facts";
import { FinishReleaseInput } from "./input";
import { covers, newestAnswers } from "./queries.server";

/**
 * Ends the making of a release; for the house itself. The study is locked, so an answer was seen or waits: when somebody in
 * the file took the yes back meanwhile, it is made anew.
 * @returns `again` when it waits to be made anew; the file is then of no use.
 * @throws AppError `already_done` when it is not being made, `forbidden` for everyone but the house.
 */
export const finishRelease = defineAction({
  name: "research.finish-release",
  input: FinishReleaseInput,
  load: async (ctx, input) => {
    const [row] = await ctx.db.select().from(release).where(eq(release.id, input.release)).for("update");
    if (!row) throw new AppError("not_found");
    const [its] = await ctx.db.select().from(study).where(eq(study.id, row.studyId)).for("update");
    return { row, study: its! };
  },
  allow: (actor, { row }) => (!actor.system ? "forbidden" : row.state === "running" ? true : "already_done"),
  run: async (ctx, { input: { outcome }, loaded: { row, study: its }, fact }): Promise<"ended" | "again"> => {
    const counts = { participants: null, events: null } as { participants: number | null; events: number | null };
    if (outcome.state === "ready") {
      const answers = await newestAnswers(ctx, its.id);
      if (outcome.rows.some((one) => !covers(answers.get(one.actorId), its.sheetVersion))) {
        await ctx.db.update(release).set({ state: "queued", progress: 0, snapshotFactId: null, heartbeatAt: null }).where(eq(release.id, row.id));
        return "again";
      }
      const { state, fileName, sha256, bytes, participants, events, suppressed, rows } = outcome;
      await ctx.db.update(release).set({ state, progress: 100, fileName, sha256, bytes, participants, events, suppressed, readyAt: ctx.now }).where(eq(release.id, row.id));
      const held = rows.map((one) => ({ releaseId: row.id, ...one }));
      for (let at = 0; at < held.length; at += 1_000) await ctx.db.insert(releaseActor).values(held.slice(at, at + 1_000)).onConflictDoNothing();
      Object.assign(counts, { participants, events });
    } else {
      await ctx.db.update(release).set({ state: outcome.state, refusedCode: outcome.code }).where(eq(release.id, row.id));
    }
    const to = outcome.state === "ready" ? "made" : outcome.state;
    fact(releaseMoved, { object: { kind: "study", id: its.id }, data: { release: row.id, to, ...counts } });
    fact(releaseReady, { stream: streamId("person", row.requestedByActor), object: { kind: "study", id: its.id }, data: { study: its.id, release: row.id, outcome: outcome.state } });
    return "ended";
  },
});
