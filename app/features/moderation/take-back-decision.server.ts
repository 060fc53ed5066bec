import { eq } from "drizzle-orm";
import { appeal, decision } from "#db/schema/index";
import { mayTakeBack } from "~/permissions/moderation";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { accessCase, type AccessedCase, type DecisionRow } from "./access-case.server";
import { undoMeasure } from "./apply-measure.server";
import { concernedActors } from "./concerned-actors.server";
import { decisionAboutYouTakenBack, decisionTakenBack } from "./facts";
import { TakeBackInput } from "./input";
import { changeCase, onDesk, ownership } from "./own-case.server";

/** What the rules need to know of a decision. */
export async function relationToDecision(ctx: Ctx, row: DecisionRow, of: Pick<AccessedCase, "row" | "decisions">) {
  const asked = await ctx.db.select({ id: appeal.id }).from(appeal).where(eq(appeal.decisionId, row.id));
  const newest = of.decisions.find((one) => one.takenBackAt === null);
  return {
    concerned: ctx.actor.actorId !== null && (await concernedActors(ctx, of.row)).includes(ctx.actor.actorId),
    decidedByActor: row.decidedByActor === ctx.actor.actorId,
    measure: row.measure,
    decidedAt: row.createdAt,
    takenBack: row.takenBackAt !== null,
    askedAgain: asked.length > 0,
    superseded: row.takenBackAt === null && newest?.id !== row.id,
  };
}

/**
 * Takes a decision back within ten minutes: the measure is undone, whom it was about hears of it, the case is open again.
 * @throws AppError `closed` after ten minutes; `forbidden` for somebody else's; `already_decided`; `not_found`.
 */
export const takeBackDecision = defineAction({
  name: "moderation.take-back",
  input: TakeBackInput,
  limit: perPerson(60, "minute"),
  load: async (ctx, input) => {
    const [found] = await ctx.db.select({ caseId: decision.caseId }).from(decision).where(eq(decision.id, input.decision));
    if (!found) throw new AppError("not_found");
    const one = await accessCase(ctx, found.caseId);
    const row = one.decisions.find((other) => other.id === input.decision)!;
    return { ...one, decided: row, relationToIt: await relationToDecision(ctx, row, one), now: ctx.now };
  },
  allow: (actor, loaded) => mayTakeBack(actor, loaded.relation, loaded.relationToIt, loaded.now),
  run: async (ctx, { loaded, fact }): Promise<{ caseId: string }> => {
    const { row, seat, decided } = loaded;
    await undoMeasure(ctx, row, decided, fact);
    await ctx.db.update(decision).set({ takenBackAt: ctx.now, undoneAt: ctx.now }).where(eq(decision.id, decided.id));
    await changeCase(ctx, row.id, { state: "open", closedAt: null, ...ownership(ctx, { personId: ctx.actor.personId! }) });
    const data = { caseId: row.id, decisionId: decided.id };
    fact(decisionTakenBack, { ...onDesk(row), role: seat!.role, organisationId: seat!.organisationId, data });
    if (decided.measure !== "none") {
      for (const actorId of await concernedActors(ctx, row)) {
        fact(decisionAboutYouTakenBack, { stream: streamId("person", actorId), spaceId: row.spaceId, object: { kind: "decision", id: decided.id }, data });
      }
    }
    return { caseId: row.id };
  },
});
