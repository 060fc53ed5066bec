import { and, eq, gt, max, sql } from "drizzle-orm";
import { createHash, randomInt } from "node:crypto";
import { decision, moderationCase, report } from "#db/schema/index";
import { mayReport } from "~/permissions/moderation";
import { AppError } from "~/platform/codes";
import type { ReportKind } from "~/features/house-rules/report-path";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import type { CaseRow } from "./access-case.server";
import { candidatesFor } from "./choose-owner.server";
import { dangerWeight } from "./desk-stream.server";
import { reportReceived, thingReported } from "./facts";
import { ReportInput } from "./input";
import { changeCase, onDesk, ownership, stateOwner } from "./own-case.server";
import { asHouse, seeSubject, subjectOf, type Reported } from "./subjects.server";

/** What a reporter gets: the number to keep. `known`: this person had reported it already, and no decision came since. */
export interface Receipt {
  reference: string;
  known: boolean;
}

/**
 * Tells the desk that something is not all right. Whoever can see it may, also without an account. One case per thing, one
 * row per report; a report on an open case joins it, on a decided one it opens it again.
 * @throws AppError `not_found` when the reporter cannot see the thing; `not_yourself`; `invalid_input`; `already_done` when
 * the id was used for another report.
 */
export const reportThing = defineAction({
  name: "moderation.report",
  input: ReportInput,
  limit: perPerson(10, "hour"),
  load: async (ctx, input) => {
    await seeSubject(ctx, input.kind, input.subject);
    // The evidence is what everyone sees who may read it there, with the name shown there.
    const reported = await subjectOf(input.kind).find(asHouse(ctx), input.subject);
    if (!reported) throw new AppError("not_found");
    requireOfIllegal(ctx, input);
    return { ...reported, text: reported.text.slice(0, limits.evidenceCharacters) };
  },
  allow: (actor, reported, input) => mayReport(actor, { own: isOwn(actor, reported, input.kind) }),
  run: async (ctx, { input, loaded, fact }): Promise<Receipt> => {
    const opened = await openCase(ctx, input, loaded);
    const { row } = opened;
    const [same] = await ctx.db.select().from(report).where(eq(report.id, input.id));
    if (same) {
      if (same.caseId !== row.id || same.secretHash !== hashReportSecret(input.secret)) throw new AppError("already_done");
      return { reference: same.reference, known: false };
    }
    const earlier = await ownUndecided(ctx, row.id);
    if (earlier) return { reference: earlier, known: true };
    const reference = makeReference();
    const createdAt = await afterLastDecision(ctx, row.id);
    const evidence = { title: loaded.title, text: loaded.text, shownName: loaded.shownName };
    const differs = row.evidence.text !== evidence.text || row.evidence.title !== evidence.title;
    await ctx.db.insert(report).values({
      id: input.id,
      caseId: row.id,
      reporterPersonId: ctx.actor.personId,
      reference,
      secretHash: hashReportSecret(input.secret),
      reason: input.reason,
      illegal: input.illegal,
      law: input.illegal ? (input.law ?? null) : null,
      danger: input.danger,
      explanation: input.explanation,
      contact: ctx.actor.personId === null ? (input.contact ?? null) : null,
      goodFaith: input.illegal && input.goodFaith,
      evidence: differs ? evidence : null,
      createdAt,
    });
    const reports = await ctx.db.select({ danger: report.danger, illegal: report.illegal }).from(report).where(and(eq(report.caseId, row.id), sinceDecided(row)));
    const candidates = await candidatesFor(ctx, row);
    const reopened = row.state === "decided" || row.state === "closed";
    const keep = !opened.made && !reopened && candidates.some((one) => one.personId === row.ownerPersonId);
    const owner = candidates[0] ?? null;
    await changeCase(ctx, row.id, {
      urgency: urgencyOf(reports),
      ...(reopened ? { state: "open" as const, closedAt: null, openedAt: ctx.now, claimedByActor: null, claimedAt: null } : {}),
      ...(keep ? {} : ownership(ctx, owner)),
    });
    fact(thingReported, { ...onDesk(row), data: { caseId: row.id, reason: input.reason, danger: input.danger, illegal: input.illegal, reports: reports.length } });
    fact(reportReceived, { spaceId: row.spaceId, groupId: row.groupId, object: { kind: "report", id: input.id }, data: { caseId: row.id, reportId: input.id } });
    if (!keep) stateOwner(row, owner, opened.made ? "opened" : reopened ? "reopened" : "involved", fact);
    return { reference, known: false };
  },
});

/** A text that one began is written by others too, so it can be reported by who began it. */
export function isOwn(actor: Actor, reported: Reported, kind: ReportKind): boolean {
  return kind !== "document" && reported.authorActor !== null && reported.authorActor === actor.actorId;
}

/** What the law asks of a notice of illegal content; who is in danger need not say who they are. */
function requireOfIllegal(ctx: Ctx, input: { illegal: boolean; law?: string; goodFaith: boolean; explanation: string; danger: boolean; contact?: string }): void {
  if (!input.illegal) return;
  const fields: Record<string, string> = {};
  if (!input.law) fields.law = "required";
  if (input.explanation === "") fields.explanation = "required";
  if (!input.goodFaith) fields.goodFaith = "required";
  const mayStayUnknown = ctx.actor.personId !== null || input.danger || input.law === "child_abuse";
  if (!input.contact && !mayStayUnknown) fields.contact = "required";
  if (Object.keys(fields).length > 0) throw new AppError("invalid_input", { fields });
}

/** The one case about this thing, locked until the commit; made when there is none yet. */
async function openCase(ctx: Ctx, input: { kind: CaseRow["subjectKind"]; subject: string }, thing: Reported): Promise<{ row: CaseRow; made: boolean }> {
  const [made] = await ctx.db
    .insert(moderationCase)
    .values({
      spaceId: thing.spaceId,
      groupId: thing.groupId,
      subjectKind: input.kind,
      subjectId: input.subject,
      authorActor: thing.authorActor,
      evidence: { title: thing.title, text: thing.text, shownName: thing.shownName },
      openedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (made) return { row: made, made: true };
  const [row] = await ctx.db
    .select()
    .from(moderationCase)
    .where(and(eq(moderationCase.subjectKind, input.kind), eq(moderationCase.subjectId, input.subject)))
    .for("update");
  return { row: row!, made: false };
}

/** Reports that no decision answered yet. */
function sinceDecided(row: Pick<CaseRow, "id">) {
  const last = sql`(select max(${decision.createdAt}) from ${decision} where ${decision.caseId} = ${row.id} and ${decision.takenBackAt} is null)`;
  return gt(report.createdAt, sql`coalesce(${last}, '-infinity'::timestamptz)`);
}

/** Now, but never before the last decision: that may have been taken while this waited for the case. */
async function afterLastDecision(ctx: Ctx, caseId: string): Promise<Date> {
  const [last] = await ctx.db.select({ at: max(decision.createdAt) }).from(decision).where(eq(decision.caseId, caseId));
  return new Date(Math.max(ctx.now.getTime(), (last?.at?.getTime() ?? 0) + 1));
}

/** The number of the actor's own report that still waits. */
async function ownUndecided(ctx: Ctx, caseId: string): Promise<string | null> {
  if (ctx.actor.personId === null) return null;
  const [row] = await ctx.db
    .select({ reference: report.reference })
    .from(report)
    .where(and(eq(report.caseId, caseId), eq(report.reporterPersonId, ctx.actor.personId), sinceDecided({ id: caseId })));
  return row?.reference ?? null;
}

/** Danger to life comes before everything; then a report of something illegal weighs as five. Sorts, never hides. */
function urgencyOf(reports: { danger: boolean; illegal: boolean }[]): number {
  const danger = reports.some((one) => one.danger) ? dangerWeight : 0;
  return danger + reports.reduce((sum, one) => sum + (one.illegal ? 5 : 1), 0);
}

/** Letters and digits that nobody confuses when they are said over the phone. */
const easy = "CDEFHJKMNPRTVWXY34679";

/** A number for the receipt, such as `M-K7MP-3WXD`; it names a report and opens nothing. */
function makeReference(): string {
  const eight = Array.from({ length: 8 }, () => easy[randomInt(easy.length)]).join("");
  return `M-${eight.slice(0, 4)}-${eight.slice(4)}`;
}

/** What is kept of the secret that opens a status page. */
export function hashReportSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
