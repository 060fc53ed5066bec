import { eq, sql } from "drizzle-orm";
import { spaceMembership } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { memberLeft } from "./facts";
import { echoInSpace } from "./space-echo.server";
import { spaceStream } from "./streams";

/** Ends somebody's part in a space; the name stays with what they wrote. Inside an action, after its rule said yes. */
export async function endInSpace(
  ctx: Ctx,
  spaceId: string,
  ending: { person: { personId: string; actorId: string }; membershipId: string; because: "left" | "removed"; reason: string | null },
  fact: FactWriter,
): Promise<void> {
  const { person, membershipId, because, reason } = ending;
  await ctx.db
    .update(spaceMembership)
    .set({ leftAt: ctx.now, leftBecause: because, leftReason: reason, rev: sql`${spaceMembership.rev} + 1` })
    .where(eq(spaceMembership.id, membershipId));
  const object = { kind: "member", id: membershipId };
  fact(memberLeft, { stream: spaceStream(spaceId), spaceId, actorId: person.actorId, role: "resident", object, data: { because } });
  await echoInSpace(ctx, { spaceId, change: "person", fact });
}
