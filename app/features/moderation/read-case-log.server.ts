import { and, asc, eq } from "drizzle-orm";
import { fact } from "#db/schema/index";
import { addressId } from "~/platform/address-id";
import type { Ctx } from "~/platform/ctx.server";
import { factTypes } from "~/platform/facts";
import { accessCase } from "./access-case.server";
import { officialNames } from "./official-names.server";

export interface LogLine {
  id: number;
  at: string;
  type: string;
  /** Null where it is not written down: reports, and what the house did itself. */
  by: string | null;
  /** Codes and counts of the fact, as they were written. */
  data: Record<string, string | number | boolean>;
}

/** Every step of a case as it was written down: nothing in it was ever changed. @throws AppError as `accessCase`. */
export async function readCaseLog(ctx: Ctx, caseId: string): Promise<{ number: number; id: string; lines: LogLine[] }> {
  const { row, space } = await accessCase(ctx, addressId(caseId));
  const facts = await ctx.db.select().from(fact).where(and(eq(fact.objectKind, "case"), eq(fact.objectId, row.id))).orderBy(asc(fact.id));
  const names = await officialNames(ctx, space.id, facts.map((one) => one.actorId));
  return {
    number: row.number,
    id: row.id,
    lines: facts.map((one) => ({ id: one.id, at: one.occurredAt.toISOString(), type: one.type, by: one.actorId === row.authorActor ? null : names(one.actorId), data: withoutIds(one.type, one.data) })),
  };
}

function withoutIds(type: string, data: Record<string, unknown>): LogLine["data"] {
  const fields = factTypes().get(type)?.fields ?? {};
  const kept: LogLine["data"] = {};
  for (const [key, value] of Object.entries(data)) {
    if (fields[key] && fields[key].kind !== "id" && value !== null) kept[key] = value as string | number | boolean;
  }
  return kept;
}
