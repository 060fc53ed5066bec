import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { and, asc, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { release, study } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import { makeCtx, theHouse, type House } from "~/platform/ctx.server";
import { finishRelease } from "./finish-release.server";
import { someoneWithdrew } from "./queries.server";
import { fixSnapshot, readInputs } from "./release-inputs.server";
import { newStudyKey } from "./study-key.server";
import { writeBundle } from "./write-bundle.server";

/** A maker that said nothing for so long has stopped; its release is taken over. */
const silenceMs = 2 * 60_000;

type ReleaseRow = typeof release.$inferSelect;
const now = (house: House) => makeCtx(house, { actor: theHouse });

/** Where the files of releases are: with the installation's data, readable by the process alone. */
export function releasesFolder(house: Pick<House, "dataDir">): string {
  return join(house.dataDir, "releases");
}

/**
 * A job: makes every release that waits, one after the other, and takes away the files that nobody may fetch any more.
 * @returns how many were ended.
 */
export async function makeReleases(house: House): Promise<number> {
  await dropFiles(house);
  let ended = 0;
  for (let claimed = await claim(house); claimed; claimed = await claim(house)) {
    if (await make(house, claimed)) ended += 1;
  }
  return ended;
}

/** Takes the oldest release that waits, or whose maker went silent; another process takes the next. */
async function claim(house: House): Promise<ReleaseRow | null> {
  const at = house.now();
  const { value } = await house.database.withTx(async (db) => {
    const silent = and(eq(release.state, "running"), lt(release.heartbeatAt, new Date(at.getTime() - silenceMs)));
    const [row] = await db
      .select()
      .from(release)
      .where(or(eq(release.state, "queued"), silent))
      .orderBy(asc(release.createdAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return { value: null };
    const [claimed] = await db.update(release).set({ state: "running", progress: 0, heartbeatAt: at }).where(eq(release.id, row.id)).returning();
    return { value: claimed! };
  });
  return value;
}

/** @returns whether it came to an end; false when it waits to be made anew, or another process has it. */
async function make(house: House, row: ReleaseRow): Promise<boolean> {
  const part = join(releasesFolder(house), `${row.id}.${randomUUID()}.part`);
  try {
    const fileName = await writePart(house, row, part);
    const outcome = fileName === null ? { state: "refused", code: "too_few_participants" } : { state: "ready", ...fileName };
    if (fileName) renameSync(part, join(releasesFolder(house), fileName.fileName));
    const end = await finishRelease(now(house), { release: row.id, outcome });
    if (end === "again" && fileName) rmSync(join(releasesFolder(house), fileName.fileName), { force: true });
    return end === "ended";
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof AppError && error.code === "already_done") return false;
    house.logger.error({ err: error, release: row.id }, "a release could not be made");
    await finishRelease(now(house), { release: row.id, outcome: { state: "failed", code: "failed" } });
    return true;
  }
}

/** Writes the bundle; null when too few people are in it. */
async function writePart(house: House, row: ReleaseRow, part: string) {
  const ctx = now(house);
  await ensureKey(house, row.studyId);
  const snapshotFactId = row.snapshotFactId ?? (await fixSnapshot(house));
  if (row.snapshotFactId === null) await house.database.db.update(release).set({ snapshotFactId }).where(eq(release.id, row.id));
  const inputs = await readInputs(ctx, { studyId: row.studyId, releaseNumber: row.number, snapshotFactId });
  mkdirSync(releasesFolder(house), { recursive: true, mode: 0o700 });
  const bundle = await writeBundle(ctx, inputs, part, progressOf(house, row.id));
  if (bundle === null) return null;
  return { ...bundle, fileName: `${inputs.study.slug}-${row.createdAt.toISOString().slice(0, 10)}-r${row.number}.zip` };
}

/** A study that came without a key of its own, from a seed, gets one before its first release; never a second. */
async function ensureKey(house: House, studyId: string): Promise<void> {
  await house.database.db
    .update(study)
    .set({ wrappedKey: newStudyKey(house, studyId) })
    .where(and(eq(study.id, studyId), isNull(study.wrappedKey), inArray(study.state, ["open", "closed"])));
}

/** Notes how far it is and that somebody is at it; stops when another process took it over or it was called off. */
function progressOf(house: House, releaseId: string): (percent: number) => Promise<void> {
  let said = { percent: 0, at: house.now().getTime() };
  return async (percent) => {
    const at = house.now();
    if (percent === said.percent && at.getTime() - said.at < silenceMs / 4) return;
    const held = await house.database.db
      .update(release)
      .set({ progress: percent, heartbeatAt: at })
      .where(and(eq(release.id, releaseId), eq(release.state, "running")))
      .returning({ id: release.id });
    if (held.length === 0) throw new AppError("already_done");
    said = { percent, at: at.getTime() };
  };
}

/** Takes away files past their retention, of destroyed keys, and those in which somebody took the yes back. */
async function dropFiles(house: House): Promise<void> {
  const ctx = now(house);
  const kept = await ctx.db
    .select({ release, study: { retentionEnd: study.retentionEnd, state: study.state } })
    .from(release)
    .innerJoin(study, eq(study.id, release.studyId))
    .where(and(eq(release.state, "ready"), isNotNull(release.fileName)));
  for (const { release: row, study: its } of kept) {
    if (its.retentionEnd > ctx.now && its.state !== "key_destroyed" && !(await someoneWithdrew(ctx, row))) continue;
    rmSync(join(releasesFolder(house), row.fileName!), { force: true });
    await ctx.db.update(release).set({ fileName: null }).where(eq(release.id, row.id));
  }
}
