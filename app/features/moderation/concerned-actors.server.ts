import { and, eq, isNull } from "drizzle-orm";
import { actor, spaceRole } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { CaseRow } from "./access-case.server";

/** Actors whom a decision on this case is about: its author, or those who run the space when the space was reported. */
export async function concernedActors(ctx: Ctx, row: Pick<CaseRow, "authorActor" | "subjectKind" | "spaceId">): Promise<string[]> {
  if (row.authorActor) return [row.authorActor];
  if (row.subjectKind !== "space") return [];
  const stewards = await ctx.db
    .selectDistinct({ id: actor.id })
    .from(spaceRole)
    .innerJoin(actor, eq(actor.personId, spaceRole.personId))
    .where(and(eq(spaceRole.spaceId, row.spaceId), eq(spaceRole.role, "space_steward"), isNull(spaceRole.endedAt)));
  return stewards.map((one) => one.id);
}
