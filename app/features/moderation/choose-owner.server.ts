import { and, count, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { actor, appeal, decision, installationRole, moderationCase, person, report, standing } from "#db/schema/index";
import { canBeReached, holdersOf } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { CaseRow } from "./access-case.server";
import { deskRoles, type DeskRole } from "./codes";

/** Somebody who can be asked to look at a case. */
export interface Candidate {
  personId: string;
  role: DeskRole;
  organisationId: string | null;
}

/** Cases that somebody still has to look at. */
export const waitingStates = ["open", "appealed"] as const;

type Asked = Pick<CaseRow, "id" | "spaceId" | "subjectKind" | "authorActor" | "state">;

/**
 * Those who can own a case now, the first to ask first: moderator, then deputy, then the duty desk that municipalities
 * share. Reachable, not suspended, and nobody who is involved; for a second look never who decided first, and somebody of
 * another organisation before the others.
 */
export async function candidatesFor(ctx: Ctx, row: Asked): Promise<Candidate[]> {
  const ofSpace = (await holdersOf(ctx, row.spaceId)).filter((one) => (one.role === "moderator" || one.role === "deputy_moderator") && canBeReached(one));
  const asked = [
    ...ofSpace.map((one) => ({ personId: one.personId, role: one.role as DeskRole, organisationId: one.organisationId, mailbox: one.mailbox })),
    ...(await dutyDesk(ctx)),
  ];
  const barred = await barredPersons(ctx, row, asked.map((one) => one.personId));
  const load = await openCases(ctx, asked.map((one) => one.personId));
  const found = new Map<string, Candidate & { mailbox: boolean }>();
  for (const one of asked.sort((a, b) => rank(a) - rank(b))) if (!barred.has(one.personId) && !found.has(one.personId)) found.set(one.personId, one);
  const candidates = [...found.values()]
    .sort((a, b) => rank(a) - rank(b) || Number(b.mailbox) - Number(a.mailbox) || (load.get(a.personId) ?? 0) - (load.get(b.personId) ?? 0))
    .map(({ mailbox: _mailbox, ...one }) => one);
  return row.state === "appealed" ? forSecondLook(ctx, row, candidates) : candidates;
}

const rank = (one: Pick<Candidate, "role">) => deskRoles.indexOf(one.role);

async function dutyDesk(ctx: Ctx) {
  const rows = await ctx.db
    .select({ personId: person.id, confirmed: person.emailConfirmedAt })
    .from(installationRole)
    .innerJoin(person, eq(person.id, installationRole.personId))
    .where(and(eq(installationRole.role, "duty_desk"), or(isNull(installationRole.until), gt(installationRole.until, ctx.now)), isNull(person.disabledAt)));
  return rows.map((row) => ({ personId: row.personId, role: "duty_desk" as const, organisationId: null, mailbox: row.confirmed !== null }));
}

/** Author, reporters, who runs the space that was reported, and who is suspended there. */
async function barredPersons(ctx: Ctx, row: Asked, among: string[]): Promise<Set<string>> {
  const reporters = await ctx.db.select({ personId: report.reporterPersonId }).from(report).where(and(eq(report.caseId, row.id), isNotNull(report.reporterPersonId)));
  const authors = row.authorActor ? await ctx.db.select({ personId: actor.personId }).from(actor).where(eq(actor.id, row.authorActor)) : [];
  const stewards = row.subjectKind === "space" ? (await holdersOf(ctx, row.spaceId)).filter((one) => one.role === "space_steward") : [];
  const suspended =
    among.length === 0
      ? []
      : await ctx.db
          .select({ personId: standing.personId })
          .from(standing)
          .where(
            and(
              inArray(standing.personId, among),
              eq(standing.kind, "suspension"),
              isNull(standing.liftedAt),
              or(isNull(standing.until), gt(standing.until, ctx.now)),
              or(eq(standing.scopeId, row.spaceId), eq(standing.scopeKind, "installation")),
            ),
          );
  return new Set([...reporters, ...authors, ...stewards, ...suspended].flatMap((one) => one.personId ?? []));
}

async function openCases(ctx: Ctx, among: string[]): Promise<Map<string, number>> {
  if (among.length === 0) return new Map();
  const rows = await ctx.db
    .select({ personId: moderationCase.ownerPersonId, n: count() })
    .from(moderationCase)
    .where(and(inArray(moderationCase.ownerPersonId, among), inArray(moderationCase.state, [...waitingStates])))
    .groupBy(moderationCase.ownerPersonId);
  return new Map(rows.map((one) => [one.personId!, one.n]));
}

async function forSecondLook(ctx: Ctx, row: Asked, candidates: Candidate[]): Promise<Candidate[]> {
  const [first] = await ctx.db
    .select({ personId: actor.personId, organisationId: decision.organisationId })
    .from(appeal)
    .innerJoin(decision, eq(decision.id, appeal.decisionId))
    .leftJoin(actor, eq(actor.id, decision.decidedByActor))
    .where(and(eq(appeal.caseId, row.id), isNull(appeal.outcome)));
  const others = candidates.filter((one) => one.personId !== first?.personId);
  const elsewhere = (one: Candidate) => one.organisationId !== first?.organisationId;
  return [...others.filter(elsewhere), ...others.filter((one) => !elsewhere(one))];
}

/**
 * Who comes after the present owner: a later seat (deputy after moderator, duty desk after deputy), else somebody else,
 * else nobody.
 */
export function nextOwner(candidates: Candidate[], present: string | null): Candidate | null {
  const seat = candidates.find((one) => one.personId === present);
  if (!seat) return candidates[0] ?? null;
  return candidates.find((one) => rank(one) > rank(seat)) ?? candidates.find((one) => one.personId !== present) ?? null;
}
