import { and, count, eq, inArray } from "drizzle-orm";
import { moderationCase, report } from "#db/schema/index";
import { accessSpace } from "~/features/spaces/index.server";
import { maySeeDesk } from "~/permissions/moderation";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineEntity, type Entity } from "~/platform/entities.server";
import { defineStreamAccess } from "~/platform/stream-access.server";
import { parseStream } from "~/platform/streams";
import type { CaseRow } from "./access-case.server";

/** One line of the queue. It says nothing of the text, nor who wrote or reported it. */
export interface CaseLine {
  kind: "case";
  id: string;
  rev: number;
  number: number;
  state: CaseRow["state"];
  about: CaseRow["subjectKind"];
  danger: boolean;
  reports: number;
  claimed: boolean;
  /** When it began to wait. */
  at: string;
}

/** Danger to life has a weight that no number of reports reaches. */
export const dangerWeight = 10_000;

/** Lines of the queue for these cases. */
export async function linesOf(ctx: Ctx, rows: CaseRow[]): Promise<CaseLine[]> {
  if (rows.length === 0) return [];
  const counts = await ctx.db
    .select({ caseId: report.caseId, n: count() })
    .from(report)
    .where(inArray(report.caseId, rows.map((row) => row.id)))
    .groupBy(report.caseId);
  const reports = new Map(counts.map((one) => [one.caseId, one.n]));
  return rows.map((row) => ({
    kind: "case",
    id: row.id,
    rev: row.version,
    number: row.number,
    state: row.state,
    about: row.subjectKind,
    danger: row.urgency >= dangerWeight,
    reports: reports.get(row.id) ?? 0,
    claimed: row.claimedByActor !== null,
    at: row.openedAt.toISOString(),
  }));
}

/** The desk of a space: its moderators and deputies, and the duty desk. */
defineStreamAccess("desk", async (ctx, id) => {
  const { relation } = await accessSpace(ctx, { id });
  const verdict = maySeeDesk(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
});

defineEntity("case", async (ctx, ids, stream) => {
  const spaceId = parseStream(stream)?.id ?? "";
  const rows = await ctx.db.select().from(moderationCase).where(and(inArray(moderationCase.id, ids), eq(moderationCase.spaceId, spaceId)));
  const lines = new Map((await linesOf(ctx, rows)).map((line) => [line.id, line]));
  return ids.map((id): Entity => ({ ...(lines.get(id) ?? { kind: "case", id, rev: 2 ** 31 - 1, gone: "moved" }) }));
});
