import { and, asc, desc, eq, gt, inArray, isNull, ne, not, notExists, or, sql, type SQL } from "drizzle-orm";
import { installationRole, moderationCase, report, space, spaceOrganisation, spaceRole } from "#db/schema/index";
import { deskStream, relationToSpace, type SpaceRow } from "~/features/spaces/index.server";
import { hasRole } from "~/permissions/relations";
import { maySeeDesk } from "~/permissions/moderation";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { readHeads } from "~/platform/publisher.server";
import type { StreamId } from "~/platform/streams";
import { waitingStates } from "./choose-owner.server";
import { linesOf, type CaseLine } from "./desk-stream.server";

export interface DeskLine extends CaseLine {
  space: string;
  title: string;
  /** The beginning of what was reported. */
  excerpt: string;
  /** The actor is the one who is asked to look at it. */
  mine: boolean;
  /** When it goes to the next person; ISO. */
  term: string | null;
}

export interface DeskView {
  which: "waiting" | "done";
  lines: DeskLine[];
  /** How many wait, over all spaces. */
  waiting: number;
  page: number;
  more: boolean;
  /** The streams behind this page, with the number it was made at. */
  streams: { stream: StreamId; head: number }[];
}

/**
 * One queue over all spaces that the actor moderates: danger to life first, then the weight of the reports, then age.
 * Cases that the actor is involved in are left out. @throws AppError `sign_in`; `not_found` without a desk.
 */
export async function readDesk(ctx: Ctx, given: { which: "waiting" | "done"; page: number }): Promise<DeskView> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const { spaces, mine } = await whatIModerate(ctx);
  if (mine === null) throw new AppError("not_found");
  const waits = inArray(moderationCase.state, [...waitingStates]);
  // Numbers before rows: what comes between the two shows as news, never not at all.
  const handed = await ctx.db.selectDistinct({ id: moderationCase.spaceId }).from(moderationCase).where(and(mine, waits));
  const streams = [...new Set([...spaces, ...handed].map((one) => one.id))].map(deskStream);
  const heads = await readHeads(ctx, streams);
  const size = limits.pageSize;
  const rows = await ctx.db
    .select({ row: moderationCase, space: space.name })
    .from(moderationCase)
    .innerJoin(space, eq(space.id, moderationCase.spaceId))
    .where(and(mine, given.which === "waiting" ? waits : not(waits)))
    .orderBy(...(given.which === "waiting" ? [desc(moderationCase.urgency), asc(moderationCase.openedAt)] : [desc(moderationCase.closedAt)]), asc(moderationCase.number))
    .limit(size + 1)
    .offset((given.page - 1) * size);
  const [total] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(moderationCase).where(and(mine, waits));
  const shown = rows.slice(0, size);
  const lines = await linesOf(ctx, shown.map((one) => one.row));
  return {
    which: given.which,
    lines: lines.map((line, index) => {
      const { row, space: spaceName } = shown[index]!;
      return { ...line, space: spaceName, title: row.evidence.title ?? "", excerpt: row.evidence.text.slice(0, 160), mine: row.ownerPersonId === ctx.actor.personId, term: row.ownerTerm?.toISOString() ?? null };
    }),
    waiting: total?.n ?? 0,
    page: given.page,
    more: rows.length > size,
    streams: streams.map((stream) => ({ stream, head: heads.get(stream) ?? 0 })),
  };
}

/** The spaces whose desk the actor sits at, and the condition for the cases they may see; null without any. */
async function whatIModerate(ctx: Ctx): Promise<{ spaces: SpaceRow[]; mine: SQL | null }> {
  const personId = ctx.actor.personId!;
  const held = await ctx.db
    .selectDistinct({ id: spaceRole.spaceId })
    .from(spaceRole)
    .innerJoin(spaceOrganisation, and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId)))
    .where(
      and(
        eq(spaceRole.personId, personId),
        inArray(spaceRole.role, ["moderator", "deputy_moderator"]),
        isNull(spaceRole.endedAt),
        or(isNull(spaceRole.until), gt(spaceRole.until, ctx.now)),
        eq(spaceOrganisation.state, "accepted"),
      ),
    );
  const spaces: SpaceRow[] = [];
  const stewarded: string[] = [];
  const found = held.length === 0 ? [] : await ctx.db.select().from(space).where(inArray(space.id, held.map((one) => one.id))).orderBy(asc(space.name));
  for (const row of found) {
    const { relation } = await relationToSpace(ctx, row);
    if (maySeeDesk(ctx.actor, relation) !== true) continue;
    spaces.push(row);
    if (hasRole(relation, "space_steward")) stewarded.push(row.id);
  }
  const which: SQL[] = [];
  if (spaces.length > 0) which.push(inArray(moderationCase.spaceId, spaces.map((one) => one.id)));
  if (ctx.actor.roles.includes("duty_desk")) {
    const onDuty = ctx.db.select({ id: installationRole.personId }).from(installationRole).where(eq(installationRole.role, "duty_desk"));
    which.push(or(isNull(moderationCase.ownerPersonId), inArray(moderationCase.ownerPersonId, onDuty))!);
  }
  if (which.length === 0) return { spaces, mine: null };
  const reported = ctx.db.select({ one: sql`1` }).from(report).where(and(eq(report.caseId, moderationCase.id), eq(report.reporterPersonId, personId)));
  const ofOthers = or(isNull(moderationCase.authorActor), ne(moderationCase.authorActor, ctx.actor.actorId!));
  const ofOtherSpaces = stewarded.length > 0 ? or(ne(moderationCase.subjectKind, "space"), not(inArray(moderationCase.spaceId, stewarded))) : undefined;
  return { spaces, mine: and(or(...which), ofOthers, notExists(reported), ofOtherSpaces)! };
}

/** How many cases wait for the actor to look at; 0 for who has no desk. For "Wat wacht op jou". */
export async function countMyCases(ctx: Ctx): Promise<number> {
  if (!signedIn(ctx.actor)) return 0;
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(moderationCase)
    .where(and(eq(moderationCase.ownerPersonId, ctx.actor.personId), inArray(moderationCase.state, [...waitingStates])));
  return row?.n ?? 0;
}
