import { eq, sql } from "drizzle-orm";
import { moderationCase } from "#db/schema/index";
import { deskStream } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import type { FactWriter } from "~/platform/write-facts.server";
import type { CaseRow } from "./access-case.server";
import type { Candidate } from "./choose-owner.server";
import type { OwnerReason } from "./codes";
import { ownerChosen } from "./facts";

/** What an update of a case row may set. */
export type CaseChange = Partial<typeof moderationCase.$inferInsert>;

/** Changes a case; every change raises its version, by which a decision on an old state is refused. */
export async function changeCase(ctx: Ctx, caseId: string, change: CaseChange): Promise<CaseRow> {
  const [row] = await ctx.db
    .update(moderationCase)
    .set({ ...change, version: sql`${moderationCase.version} + 1` })
    .where(eq(moderationCase.id, caseId))
    .returning();
  return row!;
}

/** The columns that say who looks at a case, and until when before it goes to the next. */
export function ownership(ctx: Ctx, owner: Pick<Candidate, "personId"> | null): CaseChange {
  return { ownerPersonId: owner?.personId ?? null, ownerSince: ctx.now, ownerTerm: new Date(ctx.now.getTime() + limits.caseOwnerTerm * 1_000) };
}

/** States who was chosen and why; the notice and the one letter to the owner follow from it. */
export function stateOwner(row: Pick<CaseRow, "id" | "spaceId" | "groupId">, owner: Pick<Candidate, "role"> | null, because: OwnerReason, fact: FactWriter): void {
  fact(ownerChosen, {
    stream: deskStream(row.spaceId),
    spaceId: row.spaceId,
    groupId: row.groupId,
    object: { kind: "case", id: row.id },
    data: { caseId: row.id, because, to: owner?.role ?? "nobody" },
  });
}

/** Where the facts of a case go. */
export function onDesk(row: Pick<CaseRow, "id" | "spaceId" | "groupId">) {
  return { stream: deskStream(row.spaceId), spaceId: row.spaceId, groupId: row.groupId, object: { kind: "case", id: row.id } };
}
