import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import { release, releaseActor, space, study } from "#db/schema/index";
import { mayAnswerStudy, mayChangeStudy, mayCloseStudy, mayDestroyKey, mayGuardStudy, mayOpenStudy, mayUseReleases, mayWithdraw } from "~/permissions/research";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { accessStudy, relationToStudy, type AccessedStudy, type StudyRow } from "./access-study.server";
import { catalogue, exportableTypes, tickedFields } from "./catalogue";
import { someoneWithdrew } from "./queries.server";

/** A study in a list. */
export interface StudyLine {
  id: string;
  slug: string;
  title: string;
  purpose: string;
  institution: string;
  state: StudyRow["state"];
}

const lineOf = ({ id, slug, title, purpose, institution, state }: StudyRow): StudyLine => ({ id, slug, title, purpose, institution, state });

/** Studies that were ever open, for everyone: who asks for data is no secret. */
export async function listStudies(ctx: Ctx): Promise<StudyLine[]> {
  const rows = await ctx.db.select().from(study).where(inArray(study.state, ["open", "closed", "key_destroyed"])).orderBy(desc(study.openedAt), asc(study.id));
  return rows.map(lineOf);
}

/**
 * Studies that somebody has something to do with: guards, researches, or answers for an organisation.
 * @throws AppError `sign_in`, `not_found` for everyone else.
 */
export async function readStudyDesk(ctx: Ctx): Promise<{ lines: (StudyLine & { waits: boolean })[]; mayStart: boolean }> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const mayStart = ctx.actor.roles.includes("data_steward");
  const lines: (StudyLine & { waits: boolean })[] = [];
  for (const row of await ctx.db.select().from(study).orderBy(desc(study.createdAt), asc(study.id))) {
    const { relation, spaces } = await relationToStudy(ctx, row);
    const mine = spaces.flatMap((one) => one.organisations).filter((one) => relation.speaksFor.includes(one.id));
    if (mayStart || relation.researcher || mine.length > 0) lines.push({ ...lineOf(row), waits: row.state !== "closed" && mine.some((one) => one.agrees === null) });
  }
  if (!mayStart && lines.length === 0) throw new AppError("not_found");
  return { lines, mayStart };
}

/** One study as everyone may read it, with the reader's own answer. Days are ISO. */
export async function readStudy(ctx: Ctx, key: string) {
  const accessed = await accessStudy(ctx, key);
  const { study: row, relation, spaces } = accessed;
  return {
    ...lineOf(row),
    investigator: row.investigator,
    legalBasis: row.legalBasis,
    ethicsReference: row.ethicsReference,
    recipients: row.recipients,
    sheet: row.sheet,
    sheetVersion: row.sheetVersion,
    periodFrom: row.periodFrom.toISOString(),
    periodTo: row.periodTo.toISOString(),
    retentionEnd: row.retentionEnd.toISOString(),
    fields: tickedFields(row.fields).map(({ key: name, label, type }) => ({ key: name, label, type })),
    types: exportableTypes().map(({ name, label }) => ({ name, label })),
    // Which organisation said no is for those who work on the study.
    spaces: spaces.filter((one) => one.standing === "in").map(({ id, slug, name }) => ({ id, slug, name })),
    mine: mineOf(accessed),
    worksOn: relation.dataSteward || relation.researcher || relation.speaksFor.length > 0,
    may: { answer: mayAnswerStudy(ctx.actor, relation), withdraw: mayWithdraw(ctx.actor, relation) },
  };
}
export type StudyView = Awaited<ReturnType<typeof readStudy>>;

/** The reader's answer; an answer to an older sheet counts as none, but can be taken back. */
function mineOf({ study: row, answer }: AccessedStudy) {
  if (!answer) return null;
  return { answer: answer.answer, coversBefore: answer.coversBefore, receipt: answer.receipt, at: answer.at.toISOString(), current: answer.sheetVersion === row.sheetVersion };
}

/**
 * "Wie mag mijn gegevens gebruiken?": every study that could concern the reader, their answer, and what was delivered of them.
 * @throws AppError `sign_in`.
 */
export async function readMyStudies(ctx: Ctx) {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const asked = ctx.actor.ageGroup === "16_plus";
  const studies = [];
  for (const row of await ctx.db.select().from(study).where(ne(study.state, "draft")).orderBy(desc(study.openedAt), asc(study.id))) {
    const accessed = { study: row, ...(await relationToStudy(ctx, row)) };
    const { relation } = accessed;
    if (row.state === "review" || (relation.answer === null && !(asked && relation.member && row.state === "open"))) continue;
    const releases = await ctx.db
      .select({ number: release.number, at: release.readyAt, rows: releaseActor.rows })
      .from(releaseActor)
      .innerJoin(release, eq(release.id, releaseActor.releaseId))
      .where(and(eq(release.studyId, row.id), eq(releaseActor.actorId, ctx.actor.actorId)))
      .orderBy(asc(release.number));
    studies.push({
      ...lineOf(row),
      mine: mineOf(accessed),
      releases: releases.map((one) => ({ ...one, at: one.at?.toISOString() ?? null })),
      may: { answer: mayAnswerStudy(ctx.actor, relation), withdraw: mayWithdraw(ctx.actor, relation) },
    });
  }
  return { asked, studies };
}
export type MyStudiesView = Awaited<ReturnType<typeof readMyStudies>>;

/**
 * A study for those who guard it, do it, or answer for an organisation: answers of organisations, releases, what may be done.
 * Never who said yes or no.
 * @throws AppError `not_found`, `sign_in`.
 */
export async function readStudyWork(ctx: Ctx, key: string) {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const { study: row, relation, spaces } = await accessStudy(ctx, key);
  if (!relation.dataSteward && !relation.researcher && relation.speaksFor.length === 0) throw new AppError("not_found");
  const use = mayUseReleases(ctx.actor, relation);
  const releases = use === "not_found" ? [] : await ctx.db.select().from(release).where(eq(release.studyId, row.id)).orderBy(desc(release.number));
  const shown = [];
  for (const one of releases) {
    const dead = one.state === "ready" && (one.fileName === null || (await someoneWithdrew(ctx, one)));
    const { id, number, state, progress, refusedCode, sha256, bytes, participants, events, suppressed } = one;
    shown.push({ id, number, state, progress, refusedCode, sha256, bytes, participants, events, suppressed, dead, at: (one.readyAt ?? one.createdAt).toISOString() });
  }
  const standings = spaces.map((one) => one.standing);
  return {
    ...lineOf(row),
    rev: row.rev,
    sheetVersion: row.sheetVersion,
    retentionEnd: row.retentionEnd.toISOString(),
    spaces: spaces.map(({ id, slug, name, standing, organisations }) => ({
      id,
      slug,
      name,
      standing,
      organisations: organisations.map((one) => ({ id: one.id, name: one.name, agrees: one.agrees, reason: relation.dataSteward || relation.speaksFor.includes(one.id) ? one.reason : "", mine: relation.speaksFor.includes(one.id) })),
    })),
    releases: shown,
    may: {
      guard: mayGuardStudy(ctx.actor, relation),
      change: mayChangeStudy(ctx.actor, relation),
      open: mayOpenStudy(ctx.actor, relation, standings),
      close: mayCloseStudy(ctx.actor, relation),
      destroyKey: mayDestroyKey(ctx.actor, relation),
      askRelease: use,
    },
  };
}
export type StudyWorkView = Awaited<ReturnType<typeof readStudyWork>>;

/**
 * What the form of a study needs: the catalogue, the spaces to name, and what stands there now. Days as a date field has them.
 * @throws AppError `not_found`, `sign_in`, `not_yourself`, `closed`.
 */
export async function readStudyForm(ctx: Ctx, key: string | null) {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  if (!ctx.actor.roles.includes("data_steward")) throw new AppError("not_found");
  const spaces = await ctx.db.select({ id: space.id, name: space.name }).from(space).where(ne(space.status, "draft")).orderBy(asc(space.name));
  const base = { catalogue: catalogue().map(({ key: name, label, type }) => ({ key: name, label, type })), types: exportableTypes().map(({ name, label }) => ({ name, label })), spaces };
  if (key === null) return { ...base, now: null };
  const { study: row, relation, spaces: named } = await accessStudy(ctx, key);
  const may = mayChangeStudy(ctx.actor, relation);
  if (may !== true) throw new AppError(may);
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const { id, slug, rev, title, purpose, investigator, institution, legalBasis, ethicsReference, recipients, fields, sheet, state } = row;
  const days = { periodFrom: day(row.periodFrom), periodTo: day(row.periodTo), retentionEnd: day(row.retentionEnd) };
  return { ...base, now: { id, slug, rev, title, purpose, investigator, institution, legalBasis, ethicsReference, recipients, fields, sheet, state, ...days, spaces: named.map((one) => one.id) } };
}
export type StudyFormView = Awaited<ReturnType<typeof readStudyForm>>;
