import { eq } from "drizzle-orm";
import { decision } from "#db/schema/index";
import { mayDecideCase } from "~/permissions/moderation";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { accessCase } from "./access-case.server";
import { applyMeasure } from "./apply-measure.server";
import { concernedActors } from "./concerned-actors.server";
import { draftDecision } from "./draft-decision.server";
import { caseDecided, decidedAboutYou } from "./facts";
import { DecideCaseInput } from "./input";
import { changeCase, onDesk } from "./own-case.server";

/**
 * Decides a case: decision, measure, and the notice to whom it is about, in one transaction. The case is locked while it
 * is loaded, so of two who decide at once exactly one does.
 * @throws AppError `already_decided`; `stale` when something was added to the case, or when the letter would read otherwise
 * than was shown; `not_own_case`; `not_found`; `invalid_input`.
 */
export const decideCase = defineAction({
  name: "moderation.decide",
  input: DecideCaseInput,
  limit: perPerson(60, "minute"),
  load: async (ctx, input) => {
    const one = await accessCase(ctx, input.case);
    return { ...one, same: one.decisions.find((row) => row.id === input.id && row.decidedByActor === ctx.actor.actorId) };
  },
  allow: (actor, loaded) => (loaded.same ? true : mayDecideCase(actor, loaded.relation)),
  run: async (ctx, { input, loaded, fact }): Promise<{ decisionId: string }> => {
    const { row, seat, same } = loaded;
    if (same) return { decisionId: same.id };
    if (row.version !== input.version) throw new AppError("stale");
    const draft = await draftDecision(ctx, loaded, { ...input, until: input.until ?? null });
    if (draft.seal !== input.seal) throw new AppError("stale");
    const [used] = await ctx.db.select({ id: decision.id }).from(decision).where(eq(decision.id, input.id));
    if (used) throw new AppError("already_done");
    const decided = { measure: input.measure, scope: draft.scope, until: draft.until };
    const before = await applyMeasure(ctx, row, decided, fact);
    await ctx.db.insert(decision).values({
      ...decided,
      id: input.id,
      caseId: row.id,
      decidedByActor: ctx.actor.actorId!,
      organisationId: seat!.organisationId,
      seat: seat!.role,
      happened: draft.happened,
      rule: draft.rule,
      reasons: draft.letter,
      before,
      createdAt: ctx.now,
    });
    await changeCase(ctx, row.id, { state: "decided", closedAt: ctx.now, claimedByActor: ctx.actor.actorId, claimedAt: row.claimedAt ?? ctx.now });
    const data = { caseId: row.id, decisionId: input.id, measure: input.measure };
    fact(caseDecided, { ...onDesk(row), role: seat!.role, organisationId: seat!.organisationId, data: { ...data, found: input.found, scope: draft.scope } });
    if (input.measure !== "none") {
      for (const actorId of await concernedActors(ctx, row)) {
        fact(decidedAboutYou, { stream: streamId("person", actorId), spaceId: row.spaceId, object: { kind: "decision", id: input.id }, data });
      }
    }
    return { decisionId: input.id };
  },
});
