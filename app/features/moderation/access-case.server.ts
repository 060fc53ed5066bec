import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { appeal, decision, installationRole, moderationCase, organisation, report, space } from "#db/schema/index";
import { relationToSpace, rolesIn, type SpaceRow } from "~/features/spaces/index.server";
import { maySeeCase, type CaseRelation } from "~/permissions/moderation";
import { hasRole } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { DeskRole } from "./codes";

export type CaseRow = typeof moderationCase.$inferSelect;
export type DecisionRow = typeof decision.$inferSelect;
export type AppealRow = typeof appeal.$inferSelect;

/** In what quality the actor moderates; for the log and for the letter. */
export interface DeskSeat {
  role: DeskRole;
  organisationId: string | null;
  organisation: string | null;
  function: string;
}

export interface AccessedCase {
  row: CaseRow;
  space: SpaceRow;
  relation: CaseRelation;
  seat: DeskSeat | null;
  /** Newest first; those taken back among them. */
  decisions: DecisionRow[];
  /** The question for a second look that waits for an answer. */
  appeal: AppealRow | null;
}

/**
 * The only way to a case that somebody asked for. Inside an action it is locked until the commit, so that two who decide
 * at once follow one another.
 * @throws AppError `not_found`; `not_own_case` for a moderator who is involved.
 */
export async function accessCase(ctx: Ctx, caseId: string): Promise<AccessedCase> {
  const accessed = await loadCase(ctx, caseId);
  const verdict = maySeeCase(ctx.actor, accessed.relation);
  if (verdict !== true) throw new AppError(verdict);
  return accessed;
}

/** Loads a case with how the actor stands to it, without judging. */
export async function loadCase(ctx: Ctx, caseId: string): Promise<AccessedCase> {
  const query = ctx.db.select().from(moderationCase).where(eq(moderationCase.id, caseId));
  const [row] = await (ctx.writing ? query.for("update") : query);
  if (!row) throw new AppError("not_found");
  const itsSpace = ctx.db.select().from(space).where(eq(space.id, row.spaceId));
  const [spaceRow] = await (ctx.writing ? itsSpace.for("share") : itsSpace);
  if (!spaceRow) throw new AppError("not_found");
  const decisions = await ctx.db.select().from(decision).where(eq(decision.caseId, caseId)).orderBy(desc(decision.createdAt));
  const [waiting = null] = await ctx.db.select().from(appeal).where(and(eq(appeal.caseId, caseId), isNull(appeal.outcome)));
  const seat = await seatOf(ctx, row, spaceRow);
  const first = waiting && decisions.find((one) => one.id === waiting.decisionId);
  return {
    row,
    space: spaceRow,
    seat,
    decisions,
    appeal: waiting,
    relation: {
      state: row.state,
      moderates: seat !== null,
      involved: await isInvolved(ctx, row, spaceRow),
      decidedFirst: first != null && first.decidedByActor === ctx.actor.actorId,
    },
  };
}

/** In what quality the actor moderates this case; null when not at all. */
async function seatOf(ctx: Ctx, row: CaseRow, spaceRow: SpaceRow): Promise<DeskSeat | null> {
  const { personId } = ctx.actor;
  if (personId === null) return null;
  const { relation } = await relationToSpace(ctx, spaceRow);
  const roles = relation.suspended ? [] : await rolesIn(ctx, spaceRow.id, personId);
  const held = roles.find((one) => one.role === "moderator") ?? roles.find((one) => one.role === "deputy_moderator");
  if (held) {
    const [its] = await ctx.db.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, held.organisationId));
    return { role: held.role as DeskRole, organisationId: held.organisationId, organisation: its?.name ?? null, function: held.function };
  }
  if (!(await isOfDutyDesk(ctx, personId))) return null;
  // The duty desk sees what was given to it, and what nobody has; not the rest of a space.
  const withDutyDesk = row.ownerPersonId === null || row.ownerPersonId === personId || (await isOfDutyDesk(ctx, row.ownerPersonId));
  return withDutyDesk ? { role: "duty_desk", organisationId: null, organisation: null, function: "" } : null;
}

async function isOfDutyDesk(ctx: Ctx, personId: string): Promise<boolean> {
  const query = ctx.db
    .select({ personId: installationRole.personId })
    .from(installationRole)
    .where(and(eq(installationRole.personId, personId), eq(installationRole.role, "duty_desk"), or(isNull(installationRole.until), gt(installationRole.until, ctx.now))));
  return (await (ctx.writing ? query.for("share") : query)).length > 0;
}

async function isInvolved(ctx: Ctx, row: CaseRow, spaceRow: SpaceRow): Promise<boolean> {
  const { personId, actorId } = ctx.actor;
  if (personId === null) return false;
  if (row.authorActor !== null && row.authorActor === actorId) return true;
  if (row.subjectKind === "space" && hasRole((await relationToSpace(ctx, spaceRow)).relation, "space_steward")) return true;
  const own = await ctx.db.select({ id: report.id }).from(report).where(and(eq(report.caseId, row.id), eq(report.reporterPersonId, personId))).limit(1);
  return own.length > 0;
}
