import { existsSync } from "node:fs";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import { release } from "#db/schema/index";
import { mayGetRelease, mayUseReleases } from "~/permissions/research";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessRelease, accessStudyToChange } from "./access-study.server";
import { releaseMoved } from "./facts";
import { AskReleaseInput, ReleaseInput } from "./input";
import { releasesFolder } from "./make-releases.server";
import { someoneWithdrew } from "./queries.server";

/**
 * The researcher or the data steward asks for a release; a job makes it. One at a time for each study.
 * @throws AppError `already_done` while one is being made, `not_open_yet`, `closed` after the retention, `forbidden`, `not_found`, `sign_in`.
 */
export const askRelease = defineAction({
  name: "research.ask-release",
  input: AskReleaseInput,
  limit: perPerson(20, "hour"),
  load: (ctx, input) => accessStudyToChange(ctx, input.study),
  allow: (actor, { relation }) => mayUseReleases(actor, relation),
  run: async (ctx, { input: { id, study: studyId }, fact }): Promise<{ release: string; number: number }> => {
    const [last] = await ctx.db.select().from(release).where(eq(release.studyId, studyId)).orderBy(desc(release.number)).limit(1);
    if (last?.id === id) return { release: id, number: last.number };
    if (last?.state === "queued" || last?.state === "running") throw new AppError("already_done");
    const number = (last?.number ?? 0) + 1;
    await ctx.db.insert(release).values({ id, studyId, number, requestedByActor: ctx.actor.actorId!, createdAt: ctx.now });
    fact(releaseMoved, { object: { kind: "study", id: studyId }, data: { release: id, to: "asked", participants: null, events: null } });
    return { release: id, number };
  },
});

/**
 * Fetches a file: noted in the log, by whom.
 * @returns path of the file and the name to give it.
 * @throws AppError `closed` after the retention or when somebody in it took the yes back, `forbidden`, `not_found`, `sign_in`.
 */
export const fetchRelease = defineAction({
  name: "research.fetch-release",
  input: ReleaseInput,
  limit: perPerson(60, "hour"),
  load: async (ctx, input) => {
    const loaded = await accessRelease(ctx, input.release);
    return { ...loaded, someoneWithdrew: await someoneWithdrew(ctx, loaded.release) };
  },
  allow: (actor, { relation, release: row, someoneWithdrew: withdrew }) => mayGetRelease(actor, relation, { ready: row.state === "ready", someoneWithdrew: withdrew }),
  run: async (ctx, { loaded: { release: row, study }, fact }): Promise<{ path: string; fileName: string; bytes: number }> => {
    const path = row.fileName === null ? null : join(releasesFolder(ctx.house), row.fileName);
    if (path === null || !existsSync(path)) throw new AppError("closed");
    fact(releaseMoved, { object: { kind: "study", id: study.id }, data: { release: row.id, to: "fetched", participants: row.participants, events: row.events } });
    return { path, fileName: row.fileName!, bytes: row.bytes ?? 0 };
  },
});
