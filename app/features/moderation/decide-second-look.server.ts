import { and, count, eq, gt } from "drizzle-orm";
import { appeal, decision, report } from "#db/schema/index";
import { mayDecideSecondLook } from "~/permissions/moderation";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { accessCase } from "./access-case.server";
import { undoMeasure } from "./apply-measure.server";
import { concernedActors } from "./concerned-actors.server";
import { secondLookAnswered, secondLookDecided } from "./facts";
import { DecideSecondLookInput } from "./input";
import { changeCase, onDesk } from "./own-case.server";
import { stateChangedOutcome } from "./tell-reporters.server";

/**
 * Answers a question for a second look, in writing, by another person than the first. Overturning gives back everything
 * the measure took.
 * @throws AppError `other_decider` for who decided first; `already_decided`; `stale`; `not_own_case`; `not_found`.
 */
export const decideSecondLook = defineAction({
  name: "moderation.decide-second-look",
  input: DecideSecondLookInput,
  limit: perPerson(60, "minute"),
  load: async (ctx, input) => {
    const [asked] = await ctx.db.select().from(appeal).where(eq(appeal.id, input.appeal));
    if (!asked) throw new AppError("not_found");
    const one = await accessCase(ctx, asked.caseId);
    // Read again: it may have been answered while this waited for the case.
    const [now] = await ctx.db.select().from(appeal).where(eq(appeal.id, input.appeal));
    const same = now!.decidedByActor === ctx.actor.actorId && now!.outcome === input.outcome;
    return { ...one, asked: now!, same, answered: now!.outcome !== null };
  },
  allow: (actor, loaded) => (loaded.same ? true : loaded.answered ? "already_decided" : mayDecideSecondLook(actor, loaded.relation)),
  run: async (ctx, { input, loaded, fact }): Promise<{ caseId: string }> => {
    const { row, seat, asked, same, decisions } = loaded;
    if (same) return { caseId: row.id };
    if (row.version !== input.version) throw new AppError("stale");
    const first = decisions.find((one) => one.id === asked.decisionId)!;
    await ctx.db.update(appeal).set({ outcome: input.outcome, answer: input.answer, decidedByActor: ctx.actor.actorId, decidedAt: ctx.now }).where(eq(appeal.id, asked.id));
    if (input.outcome === "overturned") {
      await undoMeasure(ctx, row, first, fact);
      await ctx.db.update(decision).set({ undoneAt: ctx.now }).where(eq(decision.id, first.id));
      await stateChangedOutcome(ctx, row.id, row.spaceId, fact);
    }
    // Whoever reported it while the question waited still gets an answer.
    const more = await reportsSince(ctx, row.id, decisions[0]!.createdAt);
    await changeCase(ctx, row.id, { state: more ? "open" : "closed", closedAt: more ? null : ctx.now });
    const data = { caseId: row.id, decisionId: first.id, outcome: input.outcome };
    fact(secondLookDecided, { ...onDesk(row), role: seat!.role, organisationId: seat!.organisationId, data: { ...data, appealId: asked.id } });
    for (const actorId of await concernedActors(ctx, row)) {
      fact(secondLookAnswered, { stream: streamId("person", actorId), spaceId: row.spaceId, object: { kind: "decision", id: first.id }, data });
    }
    return { caseId: row.id };
  },
});

async function reportsSince(ctx: Ctx, caseId: string, at: Date): Promise<boolean> {
  const [row] = await ctx.db.select({ n: count() }).from(report).where(and(eq(report.caseId, caseId), gt(report.createdAt, at)));
  return (row?.n ?? 0) > 0;
}
